import Domain

/// `declared-total-mismatch`: a total line differs from the records above it (SPEC §4).
enum DeclaredTotalMismatch: Rule {
  static let description = RuleDescription(
    .declaredTotalMismatch, .error, .submission,
    meaning: BilingualText(
      "Dòng tổng cộng khác tổng các dòng phía trên, hoặc số ở đầu mục khác tổng của mục. Số này không bao giờ được cộng vào số liệu.",
      "A total line differs from the sum of the records above it, or the number on a section row from the sum of its section. It is never added to anything."
    ),
    example: BilingualText(
      "“Tổng cộng: 21” dưới 20 mô hình",
      "“Tổng cộng: 21” under 20 models"),
    advice: BilingualText(
      "Tìm dòng thiếu hoặc thừa, hoặc sửa dòng tổng cộng.",
      "Find the record that is missing or too many, or correct the total line."))

  static func check(_ total: DeclaredTotal, in submission: SubmissionContext) -> Finding? {
    if total.isMet { return nil }
    if total.isOfSection { return section(total, in: submission) }
    let since = total.sumSincePrevious
    return finding(
      at: Place(
        path: submission.file.path, sheet: submission.sheet, line: total.line, record: total.record),
      value: String(total.declared),
      submission.language(
        "dòng tổng cộng ghi \(total.declared) nhưng các dòng trên cộng lại là \(total.sum) (tất cả)"
          + (since.map { ", \($0) (từ dòng tổng trước)" } ?? "")
          + "; hãy tìm dòng thiếu hoặc thừa, hoặc sửa dòng tổng",
        "the total line says \(total.declared) but the records above it come to \(total.sum) (all)"
          + (since.map { ", \($0) (since the previous total)" } ?? "")
          + "; find the record that is missing or too many, or correct the total"))
  }

  private static func section(_ total: DeclaredTotal, in submission: SubmissionContext) -> Finding {
    finding(
      at: Place(path: submission.file.path, line: total.line, record: total.record),
      value: String(total.declared),
      submission.language(
        "dòng đầu mục ghi \(total.declared) nhưng các dòng trong mục cộng lại là \(total.sum); hãy tìm "
          + "dòng thiếu hoặc thừa, hoặc sửa số ở đầu mục",
        "the section row says \(total.declared) but the records of its section come to \(total.sum); "
          + "find the record that is missing or too many, or correct the section row"))
  }
}
