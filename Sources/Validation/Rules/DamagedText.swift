import Domain

/// `damaged-text`: letters that were lost, or are those of an old encoding inside a Unicode file.
enum DamagedText: Rule {
  static let description = RuleDescription(
    .damagedText, .error, .record,
    meaning: BilingualText(
      "Chữ trong ô bị hỏng khi lưu: dấu “?” hoặc “\u{FFFD}” thay cho chữ cái, hoặc còn ở bảng mã cũ; bản ghi bị loại.",
      "The letters of a cell were lost in saving (“?” or “\u{FFFD}” in their place), or are still in an old encoding; the record is rejected."
    ),
    example: BilingualText(
      "M? h?nh tr?ng rau s?ch",
      "M? h?nh tr?ng rau s?ch"),
    advice: BilingualText(
      "Mở lại tệp gốc, lưu dạng “CSV UTF-8” rồi gửi lại; tệp đã hỏng không phục hồi được.",
      "Open the original file again, save it as “CSV UTF-8” and send that; the damaged one cannot be mended."
    ))

  /// One finding for each damaged cell.
  static func check(_ record: RecordReading, in submission: SubmissionContext) -> [Finding] {
    record.damagedCells.map { cell in
      let place = submission.place(of: record, column: cell.column)
      let heading = submission.heading(cell.column)
      if let misread = cell.misread {
        return finding(
          at: place, misreadText(misread, heading: heading, in: submission.language))
      }
      let text = submission.text(cell.column, of: record)
      return finding(
        at: place, value: text,
        submission.language(
          "chữ ở cột \(heading) bị mất khi lưu: \(quoted(text)); hãy mở lại tệp gốc, lưu dạng “CSV "
            + "UTF-8” rồi gửi lại",
          "letters of the \(heading) cell were lost in saving: \(quoted(text)); open the original "
            + "file again, save it as “CSV UTF-8” and send that"))
    }
  }

  /// What was typed is told as it is meant, never as it looks.
  private static func misreadText(
    _ misread: MisreadText, heading: String, in language: Language
  ) -> String {
    let name = misread.encoding.name(in: language)
    return language(
      "ô ở cột \(heading) là \(name), có lẽ muốn ghi \(quoted(misread.text)); hãy gõ lại ô này bằng "
        + "phông Unicode rồi gửi lại",
      "the \(heading) cell is \(name), and probably means \(quoted(misread.text)); type it again "
        + "in a Unicode font and send the file again")
  }
}
