import Domain
import Vietnamese

/// The sections of the page that name wards, submissions and findings.
extension SummaryPage {
  /// How many wards stand at each end.
  private static let endCount = 5

  /// The wards with most and with fewest models, from the wards' own table.
  var wards: [String] {
    guard let table = layout.table(.wardsByField) else { return [] }
    let column = builder.fields.count + 2
    let order = builder.wardsInOrder
    let rows = (0..<table.rows.count).compactMap { index -> (name: String, row: Int, total: Int)? in
      guard index < order.count, builder.wards[order[index]].kind != nil,
        let total = table.row(index).cells[column].value.number
      else { return nil }
      return (builder.wards[order[index]].name, index, total.whole)
    }
    let ranked = rows.sorted { ($1.total, $0.row) < ($0.total, $1.row) }
    guard !ranked.isEmpty else { return [] }
    func list(_ part: some Sequence<(name: String, row: Int, total: Int)>) -> String {
      part.map { "\($0.name) \(numbers.count($0.total))" }.joined(separator: ", ")
    }
    let topCount = ranked.prefix(Self.endCount).count { $0.total > 0 }
    let bottom = ranked.dropFirst(topCount).suffix(Self.endCount).reversed()
    return [language("Theo xã, phường", "By ward")]
      + (topCount == 0
        ? []
        : paragraph(language("Nhiều nhất: ", "Most: ") + list(ranked.prefix(topCount)), indent: 3))
      + (bottom.isEmpty
        ? [] : paragraph(language("Ít nhất: ", "Fewest: ") + list(bottom), indent: 3))
  }

  /// Received of expected for every period, and who is missing.
  var reporting: [String] {
    guard !figures.reporting.isEmpty else { return [] }
    let rates = figures.reporting.map {
      "\($0.period.description) \($0.received)/\($0.expected)"
    }
    let missing = builder.missingByPeriod.map {
      "\($0.period.description): \($0.wards.joined(separator: ", "))"
    }
    return [language("Xã, phường đã nộp báo cáo", "Wards that reported")]
      + paragraph(rates.joined(separator: " · "), indent: 3)
      + paragraph(
        missing.isEmpty
          ? language("Không có xã, phường nào không nộp.", "No ward is missing.")
          : language("Không nộp: ", "Nothing received: ") + missing.joined(separator: "; "),
        indent: 3)
  }

  /// From the records read to the models counted.
  var bridge: [String] {
    let totals = figures.recordTotals
    let parts = Disposition.allCases
      .map { "\(numbers.count(totals[$0])) \($0.name(in: language))" }
      .joined(separator: " + ")
    let counted = totals[.counted]
    let registered = figures.registered()
    return [language("Từ bản ghi đến số liệu", "From records to figures")]
      + paragraph(
        language(
          "\(numbers.count(totals.total)) bản ghi đã đọc = \(parts)",
          "\(numbers.count(totals.total)) records read = \(parts)"), indent: 3)
      + paragraph(
        language(
          "\(numbers.count(counted)) bản ghi được tính, thêm \(numbers.count(registered - counted)) do số lượng lớn hơn 1 = \(numbers.count(registered)) mô hình",
          "\(numbers.count(counted)) counted records, \(numbers.count(registered - counted)) more by quantities above 1 = \(numbers.count(registered)) models"
        ), indent: 3)
  }

  /// Findings by rule, one line a severity.
  var findings: [String] {
    let list = builder.findingsByRule
    var lines = [language("Cần xem (findings.csv)", "To be looked at (findings.csv)")]
    if list.isEmpty { lines += ["   " + language("không có vấn đề nào", "nothing")] }
    for severity in Severity.allCases {
      let rules = list.filter { $0.severity == severity }
      guard !rules.isEmpty else { continue }
      let all = rules.reduce(0) { $0 + $1.count }
      lines += paragraph(
        numbers.count(all, severity.name(in: language), severity.pluralName(in: language)) + ": "
          + rules.map { "\($0.rule.rawValue) \(numbers.count($0.count))" }
          .joined(separator: ", "), indent: 3)
    }
    if let text = builder.uncomparedModels { lines += paragraph(text, indent: 3) }
    return lines
  }

  /// What people settled, one paragraph a decision, up to a limit that is never silent.
  var decisions: [String] {
    if report.decisions.isEmpty { return [] }
    let limit = 20
    let listed = report.decisions.prefix(limit).flatMap { outcome in
      paragraph(decision(outcome), indent: 3)
    }
    let rest = report.decisions.count - limit
    return [language("Quyết định (decisions.csv)", "Decisions (decisions.csv)")]
      + paragraph(builder.decisionCounts, indent: 3) + listed
      + (rest > 0
        ? paragraph(
          language(
            "… và \(numbers.count(rest)) quyết định nữa ở report.xlsx, tờ “Quyết định”",
            "… and \(numbers.count(rest)) more in report.xlsx, sheet “Decisions”"), indent: 3) : [])
  }

  private func decision(_ outcome: DecisionOutcome) -> String {
    let decision = outcome.decision
    let state =
      switch outcome.state {
      case .applied(let records):
        language("\(numbers.count(records)) bản ghi", numbers.count(records, "record", "records"))
      case .notDue: language("chưa đến kỳ", "not due yet")
      case .lapsed: language("hết hiệu lực", "lapsed")
      }
    let ward = decision.writtenWard.isEmpty ? "" : " (\(decision.writtenWard))"
    return "\(decision.shownSides.map { "“\($0)”" }.joined(separator: " – "))\(ward): "
      + "\(decision.verdict.name(in: language)), \(state): \(decision.reason) (\(decision.who), "
      + "\(decision.date))"
  }

  var controlTotals: [String] {
    guard !report.controlTotals.isEmpty else { return [] }
    let parts = report.controlTotals.map { outcome in
      let name =
        outcome.entry.field.map { builder.fields[$0].name(in: language) }
        ?? language("tổng số", "total")
      let actual = numbers.count(outcome.actual)
      return outcome.isMet
        ? "\(name) \(actual)"
        : language(
          "\(name) \(actual) KHÔNG KHỚP số kiểm soát \(numbers.count(outcome.entry.expected))",
          "\(name) \(actual) DOES NOT MEET \(numbers.count(outcome.entry.expected))")
    }
    let isMet = report.controlTotals.allSatisfy(\.isMet)
    return [language("Số kiểm soát", "Control totals")]
      + paragraph(
        (isMet ? language("khớp: ", "met: ") : "") + parts.joined(separator: ", "), indent: 3)
  }
}
