import Domain

/// `invalid-year`: the year cell has none of the forms of SPEC §3.
enum InvalidYear: RecordRule {
  static let description = RuleDescription(
    .invalidYear, .error, .record,
    meaning: BilingualText(
      "Năm đăng ký không đọc được; bản ghi bị loại.",
      "The registration year cannot be read; the record is rejected."),
    example: BilingualText(
      "“2O23”, “23”, “31/02/2023”",
      "“2O23”, “23”, “31/02/2023”"),
    advice: BilingualText(
      "Ghi năm bốn chữ số (2023), quý (Quý III/2023) hoặc ngày (15/08/2023).",
      "Write four digits (2023), a quarter (Quý III/2023) or a day (15/08/2023)."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    guard record.year == .unreadable else { return nil }
    let text = submission.text(.year, of: record)
    return finding(
      at: submission.place(of: record, column: .year), value: text,
      submission.language(
        "\(quoted(text)) không phải năm, quý hay ngày có thật\(submission.modelHint(record)); hãy ghi "
          + "dạng 2023, Quý III/2023 hoặc 15/08/2023",
        "\(quoted(text)) is no year, quarter or real day\(submission.modelHint(record)); write it "
          + "as 2023, Quý III/2023 or 15/08/2023"))
  }
}
