import Domain
import Spreadsheet
import Vietnamese

extension SpreadsheetError {
  /// What is wrong with a workbook that someone hands us, and what to do.
  func readingMessage(in language: Language) -> String {
    guard case .unreadable(let part, let fault) = self else { return "\(self)" }
    let what = (part == "zip" ? "" : "\(displayed(part)): ") + fault.text(in: language)
    return language(
      "report.xlsx: không đọc được sổ tính (\(what)); tệp bị cắt, bị thay hoặc không phải sổ tính "
        + ".xlsx. Hãy lấy lại bản gốc",
      "report.xlsx: the workbook cannot be read (\(what)); it was cut off, swapped, or is no .xlsx "
        + "workbook. Fetch the original")
  }
}

extension ReadFault {
  func text(in language: Language) -> String {
    switch self {
    case .zip(let message): "zip: \(displayed(message))"
    case .missing: language("không có phần này", "this part is missing")
    case .tooManyEntries(let count):
      language("quá nhiều phần: \(count)", "too many parts: \(count)")
    case .repeatedName: language("hai phần cùng tên", "two parts of one name")
    case .outsideFolder:
      language("tên phần dẫn ra ngoài thư mục", "the name of a part leads out of the folder")
    case .tooLarge(let limit):
      language("giải nén quá \(limit) byte", "more than \(limit) bytes when unpacked")
    case .compressionRatio(let ratio):
      language("nén quá \(ratio) lần, như bom zip", "packed more than \(ratio) times, a zip bomb")
    case .tooManyCells(let limit):
      language("quá \(limit) ô", "more than \(limit) cells")
    case .tooMuchText(let limit):
      language("quá \(limit) byte chữ", "more than \(limit) bytes of text")
    case .documentType:
      language(
        "có khai báo DOCTYPE, như bom thực thể", "it declares a DOCTYPE, as entity bombs do")
    case .malformed(let message, let line):
      language(
        "XML hỏng ở dòng \(line): \(displayed(message))",
        "malformed XML in line \(line): \(displayed(message))")
    case .tooDeep: language("XML lồng quá sâu", "XML is nested too deep")
    case .invalid(let what):
      language("sai: \(displayed(what))", "invalid: \(displayed(what))")
    }
  }
}
