import Domain

/// `out-of-period`: registered outside what is reported (SPEC §3).
enum OutOfPeriod: RecordRule {
  static let description = RuleDescription(
    .outOfPeriod, .warning, .record,
    meaning: BilingualText(
      "Năm (hoặc quý) đăng ký ngoài giai đoạn, hoặc sau kỳ chốt số liệu; không tính.",
      "Registered outside the period, or after the cut-off; not counted."),
    example: BilingualText(
      "Năm 2019 trong giai đoạn 2020–2024",
      "2019 in a period of 2020–2024"),
    advice: BilingualText(
      "Nếu năm ghi sai, sửa lại; nếu đúng, không cần làm gì.",
      "Correct the year if it is wrong; if it is right, nothing need be done."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    let span = submission.run.span
    guard let year = record.year.value,
      !span.holds(year: year, quarter: record.registrationQuarter)
    else { return nil }
    let text = submission.text(.year, of: record)
    let limits = "\(span.years.lowerBound)–\(span.years.upperBound)"
    return finding(
      at: submission.place(of: record, column: .year), value: text,
      submission.language(
        "\(quoted(text)) nằm ngoài giai đoạn \(limits), số liệu đến \(span.cutoff.name(in: .vietnamese))"
          + "\(submission.modelHint(record)), nên không tính; hãy sửa nếu ghi sai",
        "\(quoted(text)) is outside the period \(limits) up to \(span.cutoff.name(in: .english))"
          + "\(submission.modelHint(record)), so it is not counted; correct it if it is wrong"))
  }
}
