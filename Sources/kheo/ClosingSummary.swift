import Consolidation
import Domain
import Vietnamese

/// The few lines at the end of a run: what was read, what was counted, what needs attention, and
/// where the report lies.
struct ClosingSummary {
  /// Rules that are named; the rest are only counted.
  private static let ruleLimit = 8

  private let report: Report
  private let release: String
  private let outcome: Issuance.Outcome
  private let elapsed: Duration
  private let colors: Colors

  init(
    _ report: Report, release: String, outcome: Issuance.Outcome, elapsed: Duration, colors: Colors
  ) {
    self.report = report
    self.release = release
    self.outcome = outcome
    self.elapsed = elapsed
    self.colors = colors
  }

  private var language: Language { report.language }
  private var number: NumberText { report.language.numbers }

  var text: String {
    var lines = [reading, "  " + ClosingSummary.bridge(of: report), "  " + counted]
    lines += attention
    lines.append(
      language("Báo cáo: ", "Report: ")
        + colors.bold("\(displayed(release))/report.xlsx") + " · summary.txt" + issued)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What was done about the release, unless it is plainly new.
  private var issued: String {
    switch outcome {
    case .issued: ""
    case .replaced:
      language(" (thay bản đã phát hành trước)", " (in the place of the one issued before)")
    case .unchanged:
      language(
        " (không có gì đổi so với bản đã phát hành: không ghi lại)",
        " (nothing has changed since it was issued: not written again)")
    case .entered:
      language(
        " (không có gì đổi; đã ghi thêm dòng còn thiếu vào sổ phát hành)",
        " (nothing has changed; its missing line was added to the ledger)")
    case .restored:
      language(
        " (bản đã phát hành bị mất tệp: đã phục hồi)",
        " (files of the issued one were gone: restored)")
    }
  }

  /// Records and findings, for a run that writes no report.
  static func counts(of report: Report) -> String {
    bridge(of: report) + "\n" + findingCounts(of: report)
  }

  /// The number of findings, in one line.
  static func findingCounts(of report: Report) -> String {
    Severity.allCases.map { count($0, of: report) }.joined(separator: ", ") + "\n"
  }

  /// “39 lỗi”, “1 error”.
  private static func count(_ severity: Severity, of report: Report) -> String {
    report.language.numbers.count(
      report.figures.findingCounts[severity, default: 0], severity.name(in: report.language),
      severity.pluralName(in: report.language))
  }

  private var reading: String {
    let read = report.submissions.filter(\.file.isDue)
    let wards = Set(read.compactMap(\.file.submitter.ward))
      .intersection(report.registers.reportingWards)
    let organizations = Set(
      read.compactMap { submission -> Int? in
        if case .organization(let index) = submission.file.submitter { index } else { nil }
      })
    let wardCount = "\(wards.count)/\(report.figures.reportingWardCount)"
    let text = language(
      "Đọc \(number.count(read.count)) tệp, \(wardCount) đơn vị, \(organizations.count) tổ chức",
      "Read \(number.count(read.count, "file", "files")), \(wardCount) wards, "
        + number.count(organizations.count, "organization", "organizations"))
    let (seconds, attoseconds) = elapsed.components
    let hundredths = Int(seconds) * 100 + Int(attoseconds / 10_000_000_000_000_000)
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    let time = "\(whole)\(number.decimalMark)\(rest < 10 ? "0" : "")\(rest)"
    return padded(text, to: 68) + language("\(time) giây", "\(time) s")
  }

  private static func bridge(of report: Report) -> String {
    let (language, number) = (report.language, report.language.numbers)
    let totals = report.figures.recordTotals
    let parts = Disposition.allCases
      .map { "\(number.count(totals[$0])) \($0.name(in: language))" }.joined(separator: " + ")
    return language(
      "\(number.count(totals.total)) bản ghi = \(parts)",
      "\(number.count(totals.total)) records = \(parts)")
  }

  private var counted: String {
    let total = number.count(report.figures.registered())
    let text = language(
      "\(total) mô hình, điển hình",
      number.count(report.figures.registered(), "model", "models"))
    if report.controlTotals.isEmpty { return text }
    let unmet = report.controlTotals.filter { !$0.isMet }
    if unmet.isEmpty {
      let fields = report.controlTotals.filter { $0.entry.field != nil }
        .map { number.count($0.actual) }.joined(separator: "/")
      return text + " "
        + colors.good(
          language(
            "(khớp số kiểm soát\(fields.isEmpty ? "" : " \(fields)"))",
            "(control totals met\(fields.isEmpty ? "" : ": \(fields)"))"))
    }
    let list = unmet.map { outcome in
      let name =
        outcome.entry.field.map { report.registers.fields[$0].name(in: language) }
        ?? language("tổng số", "total")
      return "\(name) \(number.count(outcome.actual)) ≠ \(number.count(outcome.entry.expected))"
    }.joined(separator: ", ")
    return text + " "
      + colors.severity(
        .error, language("(LỆCH số kiểm soát: \(list))", "(control totals NOT met: \(list))"))
  }

  private var attention: [String] {
    guard report.submissions.contains(where: \.file.isDue) else {
      return [
        colors.severity(
          .warning,
          language(
            "Chưa có tệp nộp nào đến kỳ chốt; hãy kiểm tra thư mục submissions và --through.",
            "There is no submission up to the cut-off; check the folder submissions and --through.")
        )
      ]
    }
    var counts: [RuleID: Int] = [:]
    for tally in report.findings.tallies where tally.severity != .info {
      counts[tally.rule, default: 0] += tally.count
    }
    if counts.isEmpty {
      return [colors.good(language("Không có gì cần xem.", "Nothing needs attention."))]
    }
    let errors = ClosingSummary.count(.error, of: report)
    let warnings = ClosingSummary.count(.warning, of: report)
    var lines = [
      language(
        "Cần xem: \(errors), \(warnings)", "To look at: \(errors), \(warnings)")
        + "  →  \(displayed(release))/findings.csv"
    ]
    let rules = counts.sorted {
      // Who sent nothing comes first: nothing else in the report can show it.
      ($0.key == .missingSubmission ? 0 : 1, $1.value, $0.key.rawValue)
        < ($1.key == .missingSubmission ? 0 : 1, $0.value, $1.key.rawValue)
    }
    let width = rules.prefix(ClosingSummary.ruleLimit).map { $0.key.rawValue.utf8.count }.max() ?? 0
    let submitters = Dictionary(
      report.submissions.map { ($0.file.path, $0.file.submitter) },
      uniquingKeysWith: { first, _ in first })
    let senders = report.findings.pages.map { submitters[$0.path] }
    for (rule, count) in rules.prefix(ClosingSummary.ruleLimit) {
      let number = leftPadded(number.count(count), to: 6)
      lines.append("  \(padded(rule.rawValue, to: width)) \(number)\(whom(rule, senders))")
    }
    if rules.count > ClosingSummary.ruleLimit {
      let rest = rules.count - ClosingSummary.ruleLimit
      lines.append(language("  … và \(rest) quy tắc khác", "  … and \(rest) more rules"))
    }
    return lines
  }

  /// Whom the findings of a rule concern: the wards that are missing, or whom most are about; `senders`
  /// are those of the pages of findings.
  private func whom(_ rule: RuleID, _ senders: [Submitter?]) -> String {
    if rule == .missingSubmission {
      let missing = report.missingSubmissions.prefix(3).map {
        "\(report.registers.wards[$0.ward].name) (\($0.period))"
      }
      let rest = report.missingSubmissions.count - missing.count
      return displayed("   " + missing.joined(separator: ", ") + (rest > 0 ? ", … +\(rest)" : ""))
    }
    var counts: [Submitter: Int] = [:]
    for (page, sender) in zip(report.findings.pages, senders) {
      guard let sender else { continue }
      let count = page.entries.count { $0.rule == rule && $0.severity != .info }
      if count > 0 { counts[sender, default: 0] += count }
    }
    let most = counts.compactMap { sender, count in
      name(of: sender).map { (name: $0, count: count) }
    }
    guard let top = most.min(by: { ($1.count, $0.name) < ($0.count, $1.name) }), top.count > 1
    else { return "" }
    return language(
      "   nhiều nhất: \(top.name) (\(top.count))", "   most: \(top.name) (\(top.count))")
  }

  private func name(of submitter: Submitter) -> String? {
    switch submitter {
    case .ward(let index): report.registers.wards[index].name
    case .organization(let index): report.registers.organizations[index].name
    case .unknown, .unspecified: nil
    }
  }
}
