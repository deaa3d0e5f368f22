import Domain

/// `invalid-quantity`: no whole number from 1 to 1,000,000 (SPEC §3).
enum InvalidQuantity: RecordRule {
  static let description = RuleDescription(
    .invalidQuantity, .error, .record,
    meaning: BilingualText(
      "Số lượng không phải số nguyên từ 1 đến 1.000.000; bản ghi bị loại.",
      "The quantity is no whole number from 1 to 1,000,000; the record is rejected."),
    example: BilingualText(
      "“0”, “1,5”, “khoảng 10”",
      "“0”, “1,5”, “khoảng 10”"),
    advice: BilingualText(
      "Ghi số nguyên, như 12 hoặc 1.200; để trống nghĩa là 1.",
      "Write a whole number, such as 12 or 1.200; blank means 1."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    guard record.quantity == .unreadable else { return nil }
    let text = submission.text(.quantity, of: record)
    return finding(
      at: submission.place(of: record, column: .quantity), value: text,
      submission.language(
        "\(quoted(text)) không phải số nguyên từ 1 đến 1.000.000\(submission.modelHint(record)); hãy "
          + "ghi như 12 hoặc 1.200, hoặc để trống nếu là 1",
        "\(quoted(text)) is no whole number from 1 to 1,000,000\(submission.modelHint(record)); "
          + "write it as 12 or 1.200, or leave it blank for 1"))
  }
}
