import Domain

/// `unknown-field`: the field cell is no field of the register (SPEC §3).
enum UnknownField: RecordRule {
  static let description = RuleDescription(
    .unknownField, .error, .record,
    meaning: BilingualText(
      "Lĩnh vực không có trong danh mục; bản ghi bị loại.",
      "The field is not in the register; the record is rejected."),
    example: BilingualText(
      "“Kinh tê”",
      "“Kinh tê”"),
    advice: BilingualText(
      "Sửa theo tên trong fields.csv, hoặc thêm cách viết này vào aliases.",
      "Write it as in fields.csv, or add the spelling to its aliases."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    guard record.field == .unreadable else { return nil }
    let text = submission.text(.field, of: record)
    let nearest = submission.run.nearestField(to: text)
    let language = submission.language
    return finding(
      at: submission.place(of: record, column: .field), value: text,
      language(
        "không có lĩnh vực nào tên \(quoted(text))\(submission.modelHint(record)); "
          + (nearest.map { "có phải “\($0)”?" } ?? "hãy ghi một trong: \(submission.run.fieldNames)"),
        "no field is named \(quoted(text))\(submission.modelHint(record)); "
          + (nearest.map { "did you mean “\($0)”?" } ?? "write one of: \(submission.run.fieldNames)")
      ))
  }
}
