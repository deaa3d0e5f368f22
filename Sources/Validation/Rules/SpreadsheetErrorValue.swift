import Domain
import Vietnamese

/// `spreadsheet-error`: the error value of a formula in a cell.
enum SpreadsheetErrorValue: CellRule {
  static let description = RuleDescription(
    .spreadsheetError, .error, .record,
    meaning: BilingualText(
      "Ô chỉ còn báo lỗi của bảng tính, nội dung thật đã mất; bản ghi bị loại.",
      "A cell says only that a formula failed, or that it is too narrow; what it held is lost, and the record is rejected."
    ),
    example: BilingualText(
      "“#REF!”, “#N/A”, “#####”",
      "“#REF!”, “#N/A”, “#####”"),
    advice: BilingualText(
      "Mở tệp gốc, sửa công thức hoặc nới rộng cột, rồi lưu và gửi lại.",
      "Open the original, mend the formula or widen the column, save it and send it again."))

  static func check(_ cell: FilledCell, in submission: SubmissionContext) -> Finding? {
    guard CellDamage(cell.text) == .errorValue else { return nil }
    return finding(
      at: cell.place, value: cell.text,
      submission.language(
        "cột \(quoted(cell.heading)) chỉ còn \(quoted(cell.text)), là báo lỗi của bảng tính; hãy mở tệp "
          + "gốc, sửa công thức hoặc nới rộng cột, rồi gửi lại",
        "the \(quoted(cell.heading)) cell says only \(quoted(cell.text)), an error of the spreadsheet; "
          + "open the original, mend the formula or widen the column, and send it again"))
  }
}
