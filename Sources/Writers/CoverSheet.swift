import Domain

/// Tổng hợp: what a leader reads, and signs.
extension LayoutBuilder {
  func cover() -> SheetLayout {
    var blocks: [Block] = [
      .line(TextLine(report.settings.office, .office)), .gap(1),
      .line(TextLine(reportTitle, .reportTitle)),
    ]
    if !report.settings.area.isEmpty {
      blocks.append(.line(TextLine(report.settings.area, .sentence)))
    }
    blocks.append(.line(TextLine(scope, .sentence)))
    if !report.settings.notice.isEmpty {
      blocks.append(.line(TextLine(report.settings.notice, .note)))
    }
    blocks.append(.table(headline))
    blocks.append(.line(TextLine(headlineSentence, .sentence)))
    if let warning = incompleteWarning { blocks.append(.line(TextLine(warning, .warning))) }
    blocks += [.gap(1), .table(coverFields), .chart(fieldsChart(rowCount: 13))]
    blocks += [.table(bridge), .table(quantityBridge)]
    blocks.append(.pageBreak)
    if !report.controlTotals.isEmpty { blocks.append(.table(controlTotals)) }
    blocks += [.table(reporting), .table(severities)]
    blocks.append(
      .signatures(
        left: Signature(role: language("NGƯỜI LẬP BIỂU", "PREPARED BY"), hint: signatureHint),
        right: Signature(role: language("LÃNH ĐẠO", "APPROVED BY"), hint: signatureHint)))
    return SheetLayout(
      id: .cover, columnWidths: [42, 14, 14, 15, 18], isLandscape: false, blocks: blocks)
  }

  private var signatureHint: String {
    language("(Ký, ghi rõ họ tên)", "(Signature and full name)")
  }

  private var headline: Table {
    Table(
      .headline, columns: [Table.Column("", .number)],
      rows: Table.RowSource([Table.Row([.count(figures.registered(), .registered())])]),
      hasHeader: false)
  }

  private var headlineSentence: String {
    let covered = "\(figures.coverage())/\(figures.reportingWardCount)"
    return language(
      "mô hình, điển hình đã đăng ký; mỗi mô hình tính một lần, ở năm đăng ký đầu tiên. \(covered) xã, phường có mô hình.",
      "models registered; each counted once, in the year it was first registered. \(covered) wards have models."
    )
  }

  /// What is missing, named; nothing when every expected submission was received.
  var incompleteWarning: String? {
    guard report.submissions.contains(where: \.file.isDue) else {
      return language(
        "Chưa nhận được tệp nào đến kỳ chốt số liệu.",
        "No submission was received up to the cut-off.")
    }
    let lines = missingByPeriod
    guard !lines.isEmpty else { return nil }
    return language(
      "Số liệu chưa đầy đủ: chưa nhận được báo cáo của ", "Incomplete: not received from ")
      + lines.map { "\($0.wards.joined(separator: ", ")) (\($0.period.name(in: language)))" }
      .joined(separator: "; ") + "."
  }

  /// Names of the wards that sent nothing, by period; periods without any are not listed.
  var missingByPeriod: [(period: Period, wards: [String])] {
    let missing = Dictionary(grouping: report.missingSubmissions, by: \.period)
      .mapValues { Set($0.map(\.ward)) }
    return missing.sorted { $0.key < $1.key }.map { period, missing in
      (period, wardsInOrder.filter(missing.contains).map { wards[$0].name })
    }
  }

  /// The fields once more, as links to their own sheet.
  private var coverFields: Table {
    let rows = fields.indices.map { index in
      Table.Row([
        .text(fields[index].name(in: language)),
        link(
          .fields, index, 2, .count(figures.registered(field: index)),
          .registered(field: fields[index])),
        shareLink(index),
        link(
          .fields, index, 4,
          .part(figures.coverage(field: index), of: figures.reportingWardCount),
          .coverage(field: fields[index])),
        share(index) == nil ? .notApplicable : .blank,
      ])
    }
    let total = Table.Row(
      [
        .text(totalWord),
        link(.fields, fields.count, 2, .count(figures.registered()), .registered()),
        fields.indices.contains { share($0) != nil }
          ? link(.fields, fields.count, 3, .percent(Tenths(1000)), nil) : .notApplicable,
        link(
          .fields, fields.count, 4, .part(figures.coverage(), of: figures.reportingWardCount),
          .coverage()),
      ], .total)
    return Table(
      .coverFields, title: language("1. Theo lĩnh vực", "1. By field"),
      columns: Array(fieldColumns.dropFirst()),
      rows: Table.RowSource(rows.map { Table.Row(Array($0.cells.prefix(4))) }), footRows: [total])
  }

  private func share(_ index: Int) -> Tenths? {
    report.fieldShares.indices.contains(index) ? report.fieldShares[index] : nil
  }

  private func shareLink(_ index: Int) -> Cell {
    share(index).map { link(.fields, index, 3, .percent($0), nil) } ?? .notApplicable
  }

  /// A cell that shows what stands in another table.
  func link(
    _ table: TableID, _ row: Int, _ column: Int, _ number: CellNumber, _ figure: FigureID?
  ) -> Cell {
    Cell(
      .formula(TableFormula(adding: [TableRange(table, row: row, column: column)]), number),
      figure)
  }
}
