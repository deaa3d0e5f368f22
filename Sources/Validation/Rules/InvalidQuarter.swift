import Domain

/// `invalid-quarter`: no quarter, or another one than the year cell names (SPEC §3).
enum InvalidQuarter: RecordRule {
  static let description = RuleDescription(
    .invalidQuarter, .error, .record,
    meaning: BilingualText(
      "Quý không đọc được, hoặc khác quý trong ô năm; bản ghi bị loại.",
      "The quarter cannot be read, or differs from that of the year cell; the record is rejected."),
    example: BilingualText(
      "“5”; “II” khi ô năm ghi “Quý III/2023”",
      "“5”; “II” when the year cell says “Quý III/2023”"),
    advice: BilingualText(
      "Ghi 1–4 hoặc I–IV, khớp với ô năm.",
      "Write 1–4 or I–IV, the same as in the year cell."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    let text = submission.text(.quarter, of: record)
    let place = submission.place(of: record, column: .quarter)
    if record.quarter == .unreadable {
      return finding(
        at: place, value: text,
        submission.language(
          "\(quoted(text)) không phải một quý\(submission.modelHint(record)); hãy ghi 1, 2, 3, 4 "
            + "hoặc I, II, III, IV",
          "\(quoted(text)) is no quarter\(submission.modelHint(record)); write 1, 2, 3, 4 or I, II, "
            + "III, IV"))
    }
    guard let quarter = record.quarter.value, let other = record.yearCellQuarter,
      quarter != other
    else { return nil }
    let year = submission.text(.year, of: record)
    return finding(
      at: place, value: text,
      submission.language(
        "quý \(quoted(text)) khác quý \(other) của ô \(submission.heading(.year)) (\(quoted(year)))"
          + "\(submission.modelHint(record)); hãy sửa một trong hai ô",
        "quarter \(quoted(text)) differs from quarter \(other) of the \(submission.heading(.year)) "
          + "cell (\(quoted(year)))\(submission.modelHint(record)); correct one of the two"))
  }
}
