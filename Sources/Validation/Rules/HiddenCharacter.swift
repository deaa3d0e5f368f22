import Domain
import Vietnamese

/// `hidden-character`: a character that nobody sees in a cell.
enum HiddenCharacter: CellRule {
  static let description = RuleDescription(
    .hiddenCharacter, .error, .record,
    meaning: BilingualText(
      "Trong ô có ký tự không nhìn thấy (độ rộng bằng 0, đảo chiều chữ…); bản ghi bị loại, vì tên nhìn giống nhau sẽ bị đếm hai lần.",
      "A cell holds a character that nobody sees (of no width, turning the text …); the record is rejected, lest names that look the same count twice."
    ),
    example: BilingualText(
      "“Trồng\\u{200B} tỏi”",
      "“Trồng\\u{200B} tỏi”"),
    advice: BilingualText(
      "Gõ lại ô đó, không dán từ trang mạng.",
      "Type the cell anew rather than pasting it from a web page."))

  static func check(_ cell: FilledCell, in submission: SubmissionContext) -> Finding? {
    let points = codePoints(of: .hidden, in: cell)
    if points.isEmpty { return nil }
    return finding(
      at: cell.place, value: cell.text,
      submission.language(
        "cột \(quoted(cell.heading)) có ký tự ẩn \(points) trong \(quoted(cell.text)); hãy gõ lại ô này, "
          + "không dán",
        "the \(quoted(cell.heading)) cell holds the hidden character \(points) in \(quoted(cell.text)); "
          + "type the cell anew instead of pasting it"))
  }
}
