import Domain
import Vietnamese

/// `scientific-number`: a number that a spreadsheet wrote with an exponent.
enum ScientificNumber: CellRule {
  static let description = RuleDescription(
    .scientificNumber, .error, .record,
    meaning: BilingualText(
      "Bảng tính đã đổi số thành dạng mũ, chữ số cuối có thể đã mất; bản ghi bị loại.",
      "A spreadsheet wrote a number with an exponent, and its last digits may be lost; the record is rejected."
    ),
    example: BilingualText(
      "“1E+05”",
      "“1E+05”"),
    advice: BilingualText(
      "Định dạng ô là Văn bản (Text), gõ lại số, lưu và gửi lại.",
      "Format the cell as text, type the number anew, save and send it again."))

  static func check(_ cell: FilledCell, in submission: SubmissionContext) -> Finding? {
    guard CellDamage(cell.text) == .scientificNumber else { return nil }
    return finding(
      at: cell.place, value: cell.text,
      submission.language(
        "cột \(quoted(cell.heading)) ghi \(quoted(cell.text)): bảng tính đã đổi số thành dạng mũ, có thể "
          + "đã mất chữ số; hãy định dạng ô là Văn bản (Text) rồi gõ lại",
        "the \(quoted(cell.heading)) cell says \(quoted(cell.text)): the spreadsheet wrote the number "
          + "with an exponent and may have lost digits; format the cell as text and type it anew"))
  }
}
