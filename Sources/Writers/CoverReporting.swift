import Domain

/// Tổng hợp: who reported for which period, and how many findings there are.
extension LayoutBuilder {
  var reporting: Table {
    let missing = Dictionary(
      missingByPeriod.map { ($0.period, $0.wards) }, uniquingKeysWith: { first, _ in first })
    let rows = figures.reporting.enumerated().map { index, entry in
      Table.Row([
        .text(sentenceCase(entry.period.name(in: language))),
        .count(entry.expected, .submissionsExpected(entry.period)),
        .count(entry.received, .submissionsReceived(entry.period)),
        Cell(
          .formula(
            TableFormula(
              adding: [TableRange(row: index, column: 1)],
              subtracting: [TableRange(row: index, column: 2)]),
            .count(entry.expected - entry.received))),
        .text(missing[entry.period, default: []].joined(separator: ", ")),
      ])
    }
    return Table(
      .reporting,
      title: language("4. Xã, phường nộp báo cáo theo kỳ", "4. Wards that reported, by period"),
      columns: [
        Table.Column(language("Kỳ báo cáo", "Period"), .text),
        Table.Column(language("Phải nộp", "Expected"), .number),
        Table.Column(language("Đã nộp", "Received"), .number),
        Table.Column(language("Không nộp", "Not sent"), .number),
        Table.Column(language("Xã, phường không nộp", "Wards that sent nothing"), .text),
      ], rows: Table.RowSource(rows))
  }

  var severities: Table {
    let rows = Severity.allCases.map { severity in
      Table.Row([
        .text(sentenceCase(severity.name(in: language))),
        .count(figures.findingCounts[severity, default: 0], .findings(severity)),
      ])
    }
    return Table(
      .severities, title: language("5. Vấn đề cần xem", "5. Findings"),
      columns: [
        Table.Column(language("Mức độ", "Severity"), .text),
        Table.Column(language("Số vấn đề", "Findings"), .number),
      ], rows: Table.RowSource(rows),
      footRows: [
        totalRow(
          [.text(totalWord)], rowCount: rows.count,
          sums: [
            (
              .count(Severity.allCases.reduce(0) { $0 + figures.findingCounts[$1, default: 0] }),
              nil
            )
          ])
      ],
      notes: [
        language(
          "Chi tiết ở tờ “\(SheetID.findings.name(in: language))” và tệp findings.csv.",
          "Details on the sheet “\(SheetID.findings.name(in: language))” and in findings.csv.")
      ])
  }
}
