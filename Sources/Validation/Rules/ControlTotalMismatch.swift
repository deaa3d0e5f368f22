import Domain

/// `control-total-mismatch`: a total of `kheo.yml` is not met (SPEC §6).
enum ControlTotalMismatch: Rule {
  static let description = RuleDescription(
    .controlTotalMismatch, .error, .workspace,
    meaning: BilingualText(
      "Số đếm được khác số kiểm soát ghi trong kheo.yml.",
      "What was counted differs from a control total in kheo.yml."),
    example: BilingualText(
      "KT: 60 nhưng đếm được 61",
      "KT: 60, but 61 were counted"),
    advice: BilingualText(
      "Xem lại các phát hiện của lĩnh vực đó; nếu số liệu đúng, sửa control_totals.",
      "Go through the findings of that field; if the count is right, correct control_totals."))

  static func check(_ outcome: ControlTotalOutcome, in run: ValidationContext) -> Finding? {
    if outcome.isMet { return nil }
    let entry = outcome.entry
    let field = entry.field.map { run.registers.fields[$0].name(in: run.language) }
    let (difference, path) = (outcome.actual - entry.expected, "kheo.yml")
    let sign = difference > 0 ? "+" : ""
    return finding(
      at: Place(path: path, line: entry.line), value: entry.key,
      run.language(
        "số kiểm soát \(field.map { "lĩnh vực \($0)" } ?? "tổng số") là \(entry.expected) nhưng đếm "
          + "được \(outcome.actual) (lệch \(sign)\(difference)); hãy xem các lỗi liên quan, hoặc sửa "
          + "control_totals nếu số mới đúng",
        "the control total of \(field ?? "all fields") is \(entry.expected) but \(outcome.actual) "
          + "were counted (\(sign)\(difference)); go through the findings, or correct "
          + "control_totals if the new number is right"))
  }
}
