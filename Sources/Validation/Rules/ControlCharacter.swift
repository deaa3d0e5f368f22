import Domain
import Vietnamese

/// `control-character`: a control character in a cell.
enum ControlCharacter: CellRule {
  static let description = RuleDescription(
    .controlCharacter, .error, .record,
    meaning: BilingualText(
      "Trong ô có ký tự điều khiển (mã máy, không phải chữ); bản ghi bị loại.",
      "A cell holds a control character, which is no text; the record is rejected."),
    example: BilingualText(
      "“Trồng\\u{1B}[31m tỏi”",
      "“Trồng\\u{1B}[31m tỏi”"),
    advice: BilingualText(
      "Gõ lại ô đó; nếu cả tệp như vậy thì lưu lại từ tệp gốc.",
      "Type the cell anew; if the whole file is like that, save it again from the original."))

  static func check(_ cell: FilledCell, in submission: SubmissionContext) -> Finding? {
    let points = codePoints(of: .control, in: cell)
    if points.isEmpty { return nil }
    return finding(
      at: cell.place, value: cell.text,
      submission.language(
        "cột \(quoted(cell.heading)) có ký tự điều khiển \(points) trong \(quoted(cell.text)); hãy gõ lại "
          + "ô này",
        "the \(quoted(cell.heading)) cell holds the control character \(points) in "
          + "\(quoted(cell.text)); type the cell anew"))
  }
}
