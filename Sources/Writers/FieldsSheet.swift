import Domain

/// Theo lĩnh vực: what each field counts, its share, and how many wards have some of it.
extension LayoutBuilder {
  var fieldColumns: [Table.Column] {
    [
      Table.Column(codeWord, .short),
      Table.Column(fieldWord, .text),
      Table.Column(language("Số mô hình", "Models"), .number),
      Table.Column(language("Tỷ trọng (%)", "Share (%)"), .number),
      Table.Column(language("Xã, phường có mô hình", "Wards with models"), .number),
    ]
  }

  func fieldsSheet() -> SheetLayout {
    SheetLayout(
      id: .fields, columnWidths: [10, 38, 16, 16, 18], isLandscape: false,
      blocks: heading(language("MÔ HÌNH ĐÃ ĐĂNG KÝ THEO LĨNH VỰC", "MODELS REGISTERED BY FIELD"))
        + [.table(fieldsTable), .chart(fieldsChart(rowCount: 18))])
  }

  private var fieldsTable: Table {
    let whole = figures.reportingWardCount
    let rows = fields.indices.map { index in
      Table.Row([
        .text(fields[index].code), .text(fields[index].name(in: language)),
        .count(figures.registered(field: index), .registered(field: fields[index])),
        .optional(
          (report.fieldShares.indices.contains(index) ? report.fieldShares[index] : nil).map {
            .percent($0)
          }),
        Cell(
          .number(.part(figures.coverage(field: index), of: whole)),
          .coverage(field: fields[index])),
      ])
    }
    let shares = report.fieldShares.compactMap { $0?.value }
    var total = totalRow(
      [.blank, .text(totalWord)], rowCount: rows.count,
      sums: [
        (.count(figures.registered()), .registered()),
        (.percent(Tenths(shares.reduce(0, +))), nil),
      ],
      after: [Cell(.number(.part(figures.coverage(), of: whole)), .coverage())])
    if shares.isEmpty { total.cells[3] = .notApplicable }
    let zero = Table.Row(
      [
        .blank, .text(checkWord),
        check(
          TableRange(row: rows.count, column: 2), TableRange(.headline, row: 0, column: 0),
          fields.indices.reduce(0) { $0 + figures.registered(field: $1) } - figures.registered()),
        .blank, .blank,
      ], .check)
    return Table(
      .fields, columns: fieldColumns, rows: Table.RowSource(rows), footRows: [total, zero],
      notes: [
        language(
          "Kiểm tra: cộng các lĩnh vực trừ tổng số ở tờ “\(SheetID.cover.name(in: language))”. Tỷ trọng làm tròn theo phần dư lớn nhất nên cộng lại đúng 100,0.",
          "Check: the sum of the fields less the total on “\(SheetID.cover.name(in: language))”. Shares are rounded by largest remainder, so that they add to 100.0."
        )
      ])
  }

  /// Columns over the number cells of the fields' table.
  func fieldsChart(rowCount: Int) -> ChartBlock {
    let rows = 0...max(fields.count - 1, 0)
    return ChartBlock(
      kind: .column,
      title: language("Số mô hình, điển hình theo lĩnh vực", "Models by field"),
      categoryAxis: "", valueAxis: language("Số mô hình", "Models"),
      series: [
        ChartBlock.Series(
          name: language("Số mô hình", "Models"),
          categories: TableRange(.fields, rows: rows, columns: 1...1),
          values: TableRange(.fields, rows: rows, columns: 2...2))
      ], rowCount: rowCount)
  }
}
