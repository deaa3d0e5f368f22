import Domain

/// Theo quý: the cut-off's quarter beside others, and every quarter of the period.
extension LayoutBuilder {
  func quartersSheet() -> SheetLayout {
    SheetLayout(
      id: .quarters, columnWidths: [36] + Array(repeating: 12.5, count: 8), isLandscape: true,
      blocks: heading(language("THEO QUÝ", "BY QUARTER"))
        + [.table(quarterly), .table(yearQuarters)])
  }

  private var quarterly: Table {
    let quarter = report.quarterly.quarter
    let rows = report.quarterly.rows.map { row in
      let name = row.field.map { fields[$0].name(in: language) } ?? totalWord
      let cells: [Cell] = [
        .text(name), .optional(row.current.map { .count($0) }),
        .optional(row.previous.map { .count($0) }),
        .optional(row.changeOnPrevious.map { .change($0) }),
        .optional(row.changeOnPreviousPercent.map { .changePercent($0) }),
        .optional(row.yearBefore.map { .count($0) }),
        .optional(row.changeOnYearBefore.map { .change($0) }),
        .optional(row.changeOnYearBeforePercent.map { .changePercent($0) }),
        .optional(row.yearToDate.map { .count($0) }),
      ]
      return Table.Row(cells, row.field == nil ? .total : .body)
    }
    return Table(
      .quarterly,
      title: language(
        "1. Đăng ký mới trong \(quarter.name(in: language))",
        "1. Registered in \(quarter.name(in: language))"),
      columns: [
        Table.Column(fieldWord, .text),
        Table.Column(sentenceCase(quarter.name(in: language)), .number),
        Table.Column(sentenceCase(quarter.previous.name(in: language)), .number),
        Table.Column(
          language("Tăng, giảm so với quý trước", "Change on the quarter before"), .number),
        Table.Column(
          language("Tăng, giảm so với quý trước (%)", "Change on the quarter before (%)"), .number),
        Table.Column(sentenceCase(quarter.yearBefore.name(in: language)), .number),
        Table.Column(language("Tăng, giảm so với cùng kỳ", "Change on the year before"), .number),
        Table.Column(
          language("Tăng, giảm so với cùng kỳ (%)", "Change on the year before (%)"), .number),
        Table.Column(language("Từ đầu năm \(quarter.year)", "\(quarter.year) to date"), .number),
      ],
      rows: Table.RowSource(rows),
      notes: [
        language(
          "“–”: quý nằm ngoài giai đoạn, hoặc năm đó có bản ghi không rõ quý nên không so sánh được.",
          "“–”: the quarter lies outside the period, or its year has records of unknown quarter.")
      ])
  }

  private var yearQuarters: Table {
    let years = report.trends.years
    let rows = years.enumerated().map { index, year in
      var cells: [Cell] = [.text(yearHeading(index))]
      for quarter in [1, 2, 3, 4, 0] {
        let isLater = Quarter(year: year, number: max(quarter, 1)) > report.cutoff
        cells.append(
          isLater
            ? .notApplicable
            : .count(
              figures.registered(year: year, quarter: quarter),
              .registered(year: year, quarter: quarter)))
      }
      let total = figures.registered(year: year)
      if report.trends.states[index] == .notYet {
        cells += [.notApplicable, .notApplicable]
      } else {
        cells.append(
          Cell(
            .formula(
              TableFormula(adding: [TableRange(rows: index...index, columns: 1...5)]),
              .count(total)), .registered(year: year)))
        cells.append(
          check(
            TableRange(row: index, column: 6),
            TableRange(.trend, row: fields.count, column: index + 1),
            (0...4).reduce(0) { $0 + figures.registered(year: year, quarter: $1) } - total))
      }
      return Table.Row(cells)
    }
    let quarterSums = [1, 2, 3, 4, 0].map { quarter in
      (
        CellNumber.count(
          years.reduce(0) { $0 + figures.registered(year: $1, quarter: quarter) }),
        FigureID?.none
      )
    }
    return Table(
      .yearQuarters, title: language("2. Đăng ký mới theo quý", "2. Registered by quarter"),
      columns: [
        Table.Column(language("Năm", "Year"), .text),
        Table.Column(language("Quý I", "Q1"), .number),
        Table.Column(language("Quý II", "Q2"), .number),
        Table.Column(language("Quý III", "Q3"), .number),
        Table.Column(language("Quý IV", "Q4"), .number),
        Table.Column(language("Không rõ quý", "Unknown quarter"), .number),
        Table.Column(language("Cả năm", "Year"), .number),
        Table.Column(checkHeading, .check),
      ],
      rows: Table.RowSource(rows),
      footRows: [
        totalRow(
          [.text(totalWord)], rowCount: rows.count,
          sums: quarterSums + [(.count(figures.registered()), .registered())],
          after: [
            check(
              TableRange(row: rows.count, column: 6), TableRange(.headline, row: 0, column: 0), 0)
          ])
      ],
      notes: [
        incompleteYearNote,
        language(
          "Kiểm tra: cả năm trừ tổng của năm ở tờ “\(SheetID.trends.name(in: language))”. Bản ghi không ghi quý (báo cáo cả năm) đứng ở cột “Không rõ quý”.",
          "Check: the year less its total on “\(SheetID.trends.name(in: language))”. Records without a quarter (yearly reports) stand under “Unknown quarter”."
        ),
      ].compactMap { $0 })
  }

  /// “Quý III/2024”: the first letter as a heading has it.
  func sentenceCase(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
