import Domain

/// `unknown-ward`: the ward cell is no ward of the register (SPEC §3).
enum UnknownWard: RecordRule {
  static let description = RuleDescription(
    .unknownWard, .error, .record,
    meaning: BilingualText(
      "Tên xã, phường không có trong danh mục; bản ghi bị loại.",
      "The ward is not in the register; the record is rejected."),
    example: BilingualText(
      "“An Sin”",
      "“An Sin”"),
    advice: BilingualText(
      "Sửa theo tên trong wards.csv, hoặc thêm cách viết này vào aliases.",
      "Write it as in wards.csv, or add the spelling to its aliases."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    guard record.ward == .unreadable else { return nil }
    let text = submission.text(.ward, of: record)
    let nearest = submission.run.nearestWard(to: text)
    return finding(
      at: submission.place(of: record, column: .ward), value: text,
      submission.language(
        "không có xã, phường nào tên \(quoted(text)); "
          + (nearest.map { "có phải “\($0)”?" }
            ?? "hãy ghi tên hoặc mã như trong registers/wards.csv"),
        "no ward is named \(quoted(text)); "
          + (nearest.map { "did you mean “\($0)”?" }
            ?? "write a name or code of registers/wards.csv")))
  }
}
