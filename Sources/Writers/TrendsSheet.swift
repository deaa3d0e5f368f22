import Domain

/// Xu hướng: field × year, what changed from year to year, and what is kept up.
extension LayoutBuilder {
  func trendsSheet() -> SheetLayout {
    let yearCount = report.trends.years.count
    return SheetLayout(
      id: .trends,
      columnWidths: [36] + Array(repeating: 10.5, count: yearCount) + [11, 14, 12],
      isLandscape: true,
      blocks: heading(language("XU HƯỚNG THEO NĂM", "TRENDS BY YEAR"))
        + [
          .table(trend), .table(change), .pageBreak, .gap(1), .chart(trendChart),
          .table(changePercent),
          .table(maintained),
        ]
    )
  }

  private var trendFields: [TrendRow] { report.trends.rows.filter { $0.field != nil } }
  private var trendTotal: TrendRow? { report.trends.rows.first { $0.field == nil } }

  private func name(_ row: TrendRow) -> String {
    row.field.flatMap { fields.indices.contains($0) ? fields[$0].name(in: language) : nil }
      ?? totalWord
  }

  private func yearColumns(_ kind: Table.Column.Kind = .number) -> [Table.Column] {
    report.trends.years.indices.map { Table.Column(yearHeading($0), kind) }
  }

  private var trend: Table {
    let years = report.trends.years
    let total = years.count + 1
    let rows = trendFields.enumerated().map { index, row in
      let field = row.field.map { fields[$0] }
      let sum = row.registered.reduce(0) { $0 + ($1 ?? 0) }
      var cells: [Cell] = [.text(name(row))]
      for (offset, number) in row.registered.enumerated() {
        cells.append(
          number.map { .count($0, .registered(field: field, year: years[offset])) }
            ?? .notApplicable)
      }
      cells.append(
        Cell(
          .formula(
            TableFormula(adding: [TableRange(rows: index...index, columns: 1...years.count)]),
            .count(sum)), .registered(field: field)))
      cells.append(.optional(row.growth.map { .changePercent($0) }))
      cells.append(
        check(
          TableRange(row: index, column: total),
          TableRange(.fields, row: row.field ?? 0, column: 2),
          sum - (row.field.map { figures.registered(field: $0) } ?? 0)))
      return Table.Row(cells)
    }
    let sums = years.indices.map { offset in
      (
        CellNumber.count(trendTotal?.registered[offset] ?? 0),
        FigureID?.some(.registered(year: years[offset]))
      )
    }
    let all = trendTotal?.registered.reduce(0) { $0 + ($1 ?? 0) } ?? 0
    var foot = totalRow(
      [.text(totalWord)], rowCount: rows.count, sums: sums + [(.count(all), .registered())],
      after: [
        .optional(trendTotal?.growth.map { .changePercent($0) }),
        check(
          TableRange(row: rows.count, column: total), TableRange(.headline, row: 0, column: 0),
          all - figures.registered()),
      ])
    for (offset, state) in report.trends.states.enumerated() where state == .notYet {
      foot.cells[offset + 1] = .notApplicable
    }
    let zero = Table.Row(
      [.text(checkWord)]
        + years.indices.map { offset in
          report.trends.states[offset] == .notYet
            ? .notApplicable
            : check(
              TableRange(row: rows.count, column: offset + 1),
              TableRange(.wardsByYear, row: wards.count, column: offset + 2),
              (trendTotal?.registered[offset] ?? 0) - figures.registered(year: years[offset]))
        } + [.blank, .blank, .blank], .check)
    return Table(
      .trend, title: language("1. Đăng ký mới", "1. Registered"),
      columns: [Table.Column(fieldWord, .text)] + yearColumns() + [
        Table.Column(totalWord, .number),
        Table.Column(language("Tăng bình quân/năm (%)", "Average yearly growth (%)"), .number),
        Table.Column(checkHeading, .check),
      ],
      rows: Table.RowSource(rows), footRows: [foot, zero],
      notes: [
        incompleteYearNote,
        language(
          "Tăng bình quân tính trên các năm trọn: (năm cuối ÷ năm đầu)^(1 ÷ số năm cách nhau) − 1. Kiểm tra: cột trừ tổng ở tờ “\(SheetID.wardsByYear.name(in: language))”, hàng trừ số ở tờ “\(SheetID.fields.name(in: language))”.",
          "Average growth over the complete years: (last ÷ first)^(1 ÷ years between) − 1. Check: columns less the totals on “\(SheetID.wardsByYear.name(in: language))”, rows less the numbers on “\(SheetID.fields.name(in: language))”."
        ),
      ].compactMap { $0 })
  }

  /// Up to the cut-off: a later year is no point, not a zero.
  private var trendChart: ChartBlock {
    let last = max(report.trends.states.lastIndex { $0 != .notYet } ?? 0, 0) + 1
    return ChartBlock(
      kind: .line,
      title: language("Mô hình đăng ký mới theo năm", "Models registered by year"),
      categoryAxis: language("Năm", "Year"), valueAxis: language("Số mô hình", "Models"),
      series: trendFields.enumerated().map { index, row in
        ChartBlock.Series(
          name: name(row), categories: TableRange(.trend, rows: -1...(-1), columns: 1...last),
          values: TableRange(.trend, rows: index...index, columns: 1...last))
      }, rowCount: 12)
  }

  /// Differences as live formulas between neighbouring years.
  private var change: Table {
    Table(
      .change, title: language("2. Tăng, giảm so với năm trước", "2. Change on the year before"),
      columns: [Table.Column(fieldWord, .text)] + yearColumns(),
      rows: Table.RowSource(
        report.trends.rows.enumerated().map { index, row in
          Table.Row(
            [.text(name(row))]
              + row.change.enumerated().map { offset, number in
                number.map {
                  Cell(
                    .formula(
                      TableFormula(
                        adding: [TableRange(.trend, row: index, column: offset + 1)],
                        subtracting: [TableRange(.trend, row: index, column: offset)]),
                      .change($0)))
                } ?? .notApplicable
              }, row.field == nil ? .total : .body)
        }))
  }

  private var changePercent: Table {
    Table(
      .changePercent,
      title: language("3. Tăng, giảm so với năm trước (%)", "3. Change on the year before (%)"),
      columns: [Table.Column(fieldWord, .text)] + yearColumns(),
      rows: Table.RowSource(
        report.trends.rows.map { row in
          Table.Row(
            [.text(name(row))]
              + row.changePercent.map { .optional($0.map { .changePercent($0) }) },
            row.field == nil ? .total : .body)
        }),
      notes: [
        language(
          "“–”: không có năm trước để so sánh, năm trước bằng 0, hoặc năm chưa trọn.",
          "“–”: no year before, a year before of zero, or an incomplete year.")
      ])
  }

  private var maintained: Table {
    let years = report.trends.years
    let rows = trendFields.map { row in
      Table.Row(
        [.text(name(row))]
          + row.maintained.enumerated().map { offset, number in
            number.map {
              .count($0, .maintained(field: row.field.map { fields[$0] }, year: years[offset]))
            } ?? .notApplicable
          })
    }
    var foot = totalRow(
      [.text(totalWord)], rowCount: rows.count,
      sums: years.indices.map {
        (.count(trendTotal?.maintained[$0] ?? 0), .maintained(year: years[$0]))
      })
    for (offset, number) in (trendTotal?.maintained ?? []).enumerated() where number == nil {
      foot.cells[offset + 1] = .notApplicable
    }
    return Table(
      .maintained,
      title: language(
        "4. Mô hình đăng ký từ trước được duy trì trong năm",
        "4. Earlier models kept up in the year"),
      columns: [Table.Column(fieldWord, .text)] + yearColumns(),
      rows: Table.RowSource(rows), footRows: [foot], notes: [incompleteYearNote].compactMap { $0 })
  }
}
