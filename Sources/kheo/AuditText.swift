import Audit
import Domain
import Vietnamese

/// An audit as text: one line a check, the differences below it, the verdict at the end.
struct AuditText {
  private let outcome: AuditOutcome
  private let colors: Colors

  init(_ outcome: AuditOutcome, _ colors: Colors) {
    self.outcome = outcome
    self.colors = colors
  }

  private var language: Language { outcome.language }

  var text: String {
    ([title] + outcome.checks.flatMap(lines) + ["", verdict]).joined(separator: "\n") + "\n"
  }

  private var title: String {
    let release = displayed(outcome.release)
    let cutoff = outcome.cutoff.map {
      language(
        ", số liệu đến hết \($0.name(in: language))", ", up to the end of \($0.name(in: language))")
    }
    let version = outcome.version.map { ", kheo \(displayed($0))" }
    return colors.bold(release) + (cutoff ?? "") + (version ?? "")
  }

  private func lines(_ check: AuditCheck) -> [String] {
    let width = AuditCheck.ID.allCases.map { textWidth($0.title(in: language)) }.max() ?? 0
    let title = padded(check.id.title(in: language), to: width)
    var lines = ["  \(mark(check.state)) \(title)  \(summary(check))"]
    lines += check.faults.map { "      " + displayed($0.message) }
    if check.faultCount > check.faults.count {
      let rest = check.faultCount - check.faults.count
      lines.append(
        language("      … và \(rest) chỗ khác nữa", "      … and \(rest) more differences"))
    }
    return lines + check.remarks.map { "      " + language("Ghi chú: ", "Note: ") + displayed($0) }
  }

  private func mark(_ state: AuditCheck.State) -> String {
    switch state {
    case .passed: colors.good("✓")
    case .failed: colors.severity(.error, "✗")
    case .notDone: colors.severity(.warning, "–")
    }
  }

  private func summary(_ check: AuditCheck) -> String {
    switch check.state {
    case .passed: displayed(check.note)
    case .failed:
      colors.severity(
        .error,
        language(
          "\(check.faultCount) chỗ khác",
          "\(check.faultCount) \(check.faultCount == 1 ? "difference" : "differences")"))
    case .notDone: displayed(language("chưa kiểm: \(check.note)", "not done: \(check.note)"))
    }
  }

  private var verdict: String {
    let failed = outcome.checks.filter { $0.state == .failed }
      .map { $0.id.title(in: language) }.joined(separator: ", ")
    if outcome.hasDifferences {
      return colors.severity(
        .error,
        language("KHÔNG ĐẠT: có chỗ khác ở \(failed).", "FAILED: differences in \(failed)."))
    }
    if !outcome.isComplete {
      return colors.severity(
        .warning,
        language(
          "CHƯA KẾT LUẬN: có phần không kiểm được.", "NO VERDICT: a part could not be checked."))
    }
    return colors.good(
      language(
        "ĐẠT: báo cáo còn nguyên và mọi con số tính lại được từ đầu vào.",
        "PASSED: the release is whole, and every figure follows from the inputs."))
  }
}
