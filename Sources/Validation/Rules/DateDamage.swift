import Domain
import Vietnamese

/// `date-damage`: a text that a spreadsheet took for a day.
enum DateDamage: CellRule {
  static let description = RuleDescription(
    .dateDamage, .error, .record,
    meaning: BilingualText(
      "Bảng tính đã đổi nội dung ô thành ngày tháng; bản ghi bị loại.",
      "A spreadsheet took what the cell held for a day; the record is rejected."),
    example: BilingualText(
      "“12-Jun” vốn là “12-6” hoặc “6/12”",
      "“12-Jun”, once “12-6” or “6/12”"),
    advice: BilingualText(
      "Định dạng ô là Văn bản (Text), gõ lại như bản gốc, lưu và gửi lại.",
      "Format the cell as text, type it as it was, save and send it again."))

  static func check(_ cell: FilledCell, in submission: SubmissionContext) -> Finding? {
    let isDayExpected = cell.column == .year || cell.column == .quarter
    guard CellDamage(cell.text, isDayExpected: isDayExpected) == .date else { return nil }
    return finding(
      at: cell.place, value: cell.text,
      submission.language(
        "cột \(quoted(cell.heading)) ghi \(quoted(cell.text)): bảng tính đã đổi nội dung ô thành ngày "
          + "tháng; hãy định dạng ô là Văn bản (Text) rồi gõ lại như bản gốc",
        "the \(quoted(cell.heading)) cell says \(quoted(cell.text)): the spreadsheet took it for a day; "
          + "format the cell as text and type it as it was"))
  }
}
