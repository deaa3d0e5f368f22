import Domain
import Vietnamese

/// Tình hình báo cáo: who sent what for which period, and the findings by rule.
extension LayoutBuilder {
  /// Periods for which wards were expected to report, in order.
  private var gridPeriods: [Period] { figures.reporting.map(\.period) }

  /// Due submissions without a place in the grid's columns: no period, or one of no ward.
  private func isElsewhere(_ submission: SubmissionOutcome, _ periods: Set<Period>) -> Bool {
    submission.file.period.map { !periods.contains($0) } ?? true
  }

  func submissionsSheet() -> SheetLayout {
    let columnCount = max(gridPeriods.count + 4, 11)
    return SheetLayout(
      id: .submissions, columnWidths: [40] + Array(repeating: 9.5, count: columnCount - 1),
      isLandscape: true,
      blocks: heading(language("TÌNH HÌNH BÁO CÁO", "SUBMISSIONS RECEIVED")) + [
        .table(grid), .pageBreak, .table(rulesTable),
      ])
  }

  /// How many data records each ward sent for each period; 0 is a report without any.
  private var grid: Table {
    let periods = gridPeriods
    let known = Set(periods)
    let missing = Set(report.missingSubmissions)
    var counts: [Submitter: [Period?: Int]] = [:]
    for submission in report.submissions where submission.file.isDue {
      let period = isElsewhere(submission, known) ? nil : submission.file.period
      counts[submission.file.submitter, default: [:]][period, default: 0] +=
        submission.records[.data]
    }
    let columnCount = periods.count + 1
    func row(_ name: String, _ sent: [Period?: Int], _ absent: (Period) -> Cell) -> [Cell] {
      [.text(name)]
        + periods.map { period in sent[period].map { .count($0) } ?? absent(period) }
        + [sent[nil].map { .count($0) } ?? .notApplicable]
    }
    var rows = wardsInOrder.map { ward in
      row(wardName(ward), counts[.ward(ward), default: [:]]) {
        missing.contains(MissingSubmission(period: $0, ward: ward)) ? .notReported : .notApplicable
      }
    }
    var others: [Period?: Int] = [:]
    for (submitter, sent) in counts where submitter.ward == nil {
      others.merge(sent, uniquingKeysWith: +)
    }
    rows.append(
      row(
        language("Các tổ chức, nơi gửi khác", "Organizations and other senders"), others
      ) { _ in .notApplicable })
    let bodies = rows.enumerated().map { index, cells in
      let sum = cells.reduce(0) { $0 + ($1.value.number?.whole ?? 0) }
      return Table.Row(
        cells + [
          Cell(
            .formula(
              TableFormula(adding: [TableRange(rows: index...index, columns: 1...columnCount)]),
              .count(sum)))
        ])
    }
    let sums = (0...columnCount).map { column in
      (
        CellNumber.count(
          bodies.reduce(0) { $0 + ($1.cells[column + 1].value.number?.whole ?? 0) }),
        column == columnCount ? FigureID?.some(.recordsRead()) : nil
      )
    }
    let all = sums.last.map { $0.0.whole } ?? 0
    let zero = Table.Row(
      [.text(checkWord)] + Array(repeating: .blank, count: columnCount) + [
        check(
          TableRange(row: bodies.count, column: columnCount + 1),
          TableRange(.bridge, row: Disposition.allCases.count + 1, column: 1),
          all - figures.recordTotals.total)
      ], .check)
    return Table(
      .grid,
      title: language(
        "1. Số bản ghi mỗi xã, phường gửi theo kỳ", "1. Records that each ward sent, by period"),
      columns: [Table.Column(wardWord, .text)]
        + periods.map { Table.Column($0.description, .number) } + [
          Table.Column(language("Không ghi kỳ, kỳ khác", "No or other period"), .number),
          Table.Column(totalWord, .number),
        ],
      rows: Table.RowSource(bodies),
      footRows: [totalRow([.text(totalWord)], rowCount: bodies.count, sums: sums), zero],
      notes: [
        language(
          "Ký hiệu: 0 là có nộp nhưng không có bản ghi nào; “không nộp” là chưa nhận được báo cáo; “–” là không phải nộp. Kiểm tra: cộng trừ số bản ghi đã đọc ở tờ “\(SheetID.cover.name(in: language))”.",
          "Marks: 0 means sent, but without a record; “not sent” means nothing was received; “–” means nothing was due. Check: the total less the records read on “\(SheetID.cover.name(in: language))”."
        ), otherBodyNote,
      ].compactMap { $0 })
  }

  /// How often each rule was met with; most severe and most frequent first.
  var findingsByRule: [(rule: RuleID, severity: Severity, count: Int)] {
    let severities = Severity.allCases
    let list = report.findings.tallies.map {
      (rule: $0.rule, severity: $0.severity, count: $0.count)
    }
    return list.sorted { left, right in
      let first = severities.firstIndex(of: left.severity) ?? 0
      let second = severities.firstIndex(of: right.severity) ?? 0
      if first != second { return first < second }
      if left.count != right.count { return left.count > right.count }
      return bytesPrecede(left.rule.rawValue, right.rule.rawValue)
    }
  }

  private var rulesTable: Table {
    let list = findingsByRule
    return Table(
      .rules, title: language("2. Vấn đề theo quy tắc", "2. Findings by rule"),
      columns: [
        Table.Column(language("Quy tắc", "Rule"), .text),
        Table.Column(language("Mức độ", "Severity"), .short),
        Table.Column(language("Số vấn đề", "Findings"), .number),
      ],
      rows: Table.RowSource(
        list.map {
          Table.Row([
            .text($0.rule.rawValue), .text($0.severity.name(in: language)), .count($0.count),
          ])
        }),
      footRows: [
        totalRow(
          [.text(totalWord), .blank], rowCount: list.count,
          sums: [(.count(list.reduce(0) { $0 + $1.count }), nil)])
      ])
  }
}
