import Domain
import Vietnamese

/// `look-alike-letter`: a letter that looks like a Vietnamese one and is another.
enum LookAlikeLetter: CellRule {
  static let description = RuleDescription(
    .lookAlikeLetter, .error, .record,
    meaning: BilingualText(
      "Trong ô có chữ trông như chữ Việt nhưng là chữ khác (chữ Nga, Hy Lạp, “Ð” thay cho “Đ”…); bản ghi bị loại.",
      "A cell holds a letter that looks like a Vietnamese one and is another (Cyrillic, Greek, “Ð” for “Đ” …); the record is rejected."
    ),
    example: BilingualText(
      "“Ðường hoa” với chữ Ð (U+00D0)",
      "“Ðường hoa” with Ð (U+00D0)"),
    advice: BilingualText(
      "Gõ lại ô đó bằng bộ gõ tiếng Việt, bảng mã Unicode.",
      "Type the cell anew with a Vietnamese keyboard in Unicode."))

  static func check(_ cell: FilledCell, in submission: SubmissionContext) -> Finding? {
    let found = MisleadingScalar.all(in: cell.text).filter { $0.kind == .lookAlike }
    if found.isEmpty { return nil }
    let letters = found.prefix(shownLimit).map {
      "\($0.codePoint) (\($0.likeness.map { "“\($0)”" } ?? ""))"
    }.joined(separator: ", ")
    let shown = MisleadingScalar.escaped(cell.text)
    return finding(
      at: cell.place, value: shown,
      submission.language(
        "cột \(quoted(cell.heading)) có chữ trông giống nhưng không phải chữ Việt: \(letters) trong "
          + "\(quoted(shown)); hãy gõ lại ô này bằng bộ gõ tiếng Việt",
        "the \(quoted(cell.heading)) cell holds letters that only look Vietnamese: \(letters) in "
          + "\(quoted(shown)); type the cell anew with a Vietnamese keyboard"))
  }
}
