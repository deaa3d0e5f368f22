import Domain

/// `ward-inferred`: a blank ward cell, taken as the submitting ward (SPEC §3).
enum WardInferred: RecordRule {
  static let description = RuleDescription(
    .wardInferred, .info, .record,
    meaning: BilingualText(
      "Ô xã, phường để trống; tính cho đơn vị nộp tệp.",
      "The ward cell is blank; the record counts for the ward that sent the file."),
    example: BilingualText(
      "Ô “Đơn vị” trống trong an-luu.csv",
      "A blank “Đơn vị” in an-luu.csv"),
    advice: BilingualText(
      "Không cần làm gì nếu đúng; nên ghi tên đơn vị ở mỗi dòng.",
      "Nothing need be done if that is right; better name the ward in each record."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    guard record.ward == .blank, let ward = submission.file.submitter.ward,
      !submission.requiresWard
    else { return nil }
    let name = submission.run.registers.wards[ward].fullName
    return finding(
      at: submission.place(of: record, column: .ward),
      submission.language(
        "cột \(submission.heading(.ward)) để trống nên tính cho đơn vị nộp, \(name); hãy ghi rõ nếu "
          + "là đơn vị khác",
        "the \(submission.heading(.ward)) cell is blank, so the record counts for its sender, "
          + "\(name); write the ward if it is another"))
  }
}
