package import Domain

/// A way in which the ledger is not as kheo wrote it.
///
/// Line numbers are 1-based; the header is line 1.
package enum LedgerFault: Sendable, Equatable {
  case empty
  case byteOrderMark
  /// The first line that ends with CR LF.
  case carriageReturns(Int)
  case wrongHeader(text: String)
  case malformedLine(Int, text: String)
  /// The hash in this line is not that of the line before it.
  case brokenChain(Int)
  case noLineEnd

  /// Where, what, and what to do.
  package func message(in language: Language) -> String {
    "\(place): \(text(language))"
  }

  private var place: String {
    switch self {
    case .carriageReturns(let line), .malformedLine(let line, _), .brokenChain(let line):
      "\(Ledger.fileName):\(line)"
    case .wrongHeader: "\(Ledger.fileName):1"
    case .empty, .byteOrderMark, .noLineEnd: Ledger.fileName
    }
  }

  private func text(_ language: Language) -> String {
    switch self {
    case .empty:
      language(
        "sổ phát hành bị thiếu hoặc trống; hãy lấy lại từ bản sao lưu",
        "the ledger is missing or empty; restore it from a backup")
    case .byteOrderMark:
      language(
        "sổ phát hành có dấu BOM ở đầu, như khi bảng tính lưu đè lên; hãy lấy lại từ bản sao lưu",
        "the ledger starts with a byte-order mark, as when a spreadsheet saves over it; "
          + "restore it from a backup")
    case .carriageReturns:
      language(
        "dòng kết thúc bằng CR LF, như khi bảng tính lưu đè lên; hãy lấy lại từ bản sao lưu",
        "the line ends with CR LF, as when a spreadsheet saves over it; restore it from a backup")
    case .wrongHeader(let text):
      language(
        "dòng tiêu đề phải là “\(Ledger.headerText)”, nhưng là “\(text)”; "
          + "hãy lấy lại từ bản sao lưu",
        "the header must be “\(Ledger.headerText)”, but is “\(text)”; restore it from a backup")
    case .malformedLine(_, let text):
      language(
        "không phải một dòng của sổ phát hành: “\(text)”; hãy lấy lại từ bản sao lưu",
        "not a line of the ledger: “\(text)”; restore it from a backup")
    case .brokenChain(let line):
      language(
        "chuỗi niêm phong bị đứt: dòng \(line - 1) không phải dòng mà kheo đã ghi trước dòng này "
          + "(bị sửa, bị xóa hoặc bị chèn thêm); hãy so với bản sao lưu",
        "the chain is broken: line \(line - 1) is not the one that kheo wrote before this line "
          + "(changed, removed or put in between); compare with a backup")
    case .noLineEnd:
      language(
        "dòng cuối không có ký tự xuống dòng: sổ phát hành bị cắt cụt; "
          + "hãy lấy lại từ bản sao lưu",
        "the last line has no line end: the ledger is cut off; restore it from a backup")
    }
  }
}

extension Ledger {
  fileprivate static let headerText = String(decoding: header, as: UTF8.self)
}
