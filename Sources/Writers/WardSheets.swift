import Domain

/// Xã, phường × lĩnh vực, and xã, phường × năm: one row a ward, in alphabetical order.
extension LayoutBuilder {
  func wardsByFieldSheet() -> SheetLayout {
    SheetLayout(
      id: .wardsByField,
      columnWidths: [9, 26] + Array(repeating: 13, count: fields.count) + [11, 11],
      isLandscape: fields.count > 5, longTable: .wardsByField, frozenColumns: 2,
      blocks: heading(
        language("MÔ HÌNH THEO XÃ, PHƯỜNG VÀ LĨNH VỰC", "MODELS BY WARD AND FIELD"))
        + [.table(wardsByField)])
  }

  func wardsByYearSheet() -> SheetLayout {
    let yearCount = report.trends.years.count
    return SheetLayout(
      id: .wardsByYear, columnWidths: [9, 26] + Array(repeating: 11, count: yearCount) + [11, 11],
      isLandscape: yearCount > 5, longTable: .wardsByYear, frozenColumns: 2,
      blocks: heading(language("MÔ HÌNH THEO XÃ, PHƯỜNG VÀ NĂM", "MODELS BY WARD AND YEAR"))
        + [.table(wardsByYear)])
  }

  private var wardsByField: Table {
    let order = wardsInOrder
    let silence = Silence(report)
    let total = fields.count + 2
    let rows = order.enumerated().map { index, ward in
      let registered = figures.registered(ward: ward)
      let isSilent = registered == 0 && silence.isWhole(ward)
      let numbers = fields.indices.map { field in
        isSilent
          ? Cell.notReported
          : .count(
            figures.registered(ward: ward, field: field),
            .registered(ward: wards[ward], field: fields[field]))
      }
      return Table.Row(
        [.text(wards[ward].code), .text(wardName(ward))] + numbers + [
          rowTotal(
            index, columns: fields.count, .count(registered), .registered(ward: wards[ward])),
          check(
            TableRange(row: index, column: total),
            TableRange(.wardsByYear, row: index, column: report.trends.years.count + 2), 0),
        ])
    }
    let sums = fields.indices.map { field in
      (
        CellNumber.count(figures.registered(field: field)),
        FigureID?.some(.registered(field: fields[field]))
      )
    }
    let zero = Table.Row(
      [.blank, .text(checkWord)]
        + fields.indices.map { field in
          check(
            TableRange(row: rows.count, column: field + 2),
            TableRange(.fields, row: field, column: 2), 0)
        } + [.blank, .blank], .check)
    return Table(
      .wardsByField,
      columns: wardColumns + fields.map { Table.Column($0.name(in: language), .number) }
        + totalColumns,
      rows: Table.RowSource(rows), footRows: [wardFoot(sums, rowCount: rows.count), zero],
      notes: [
        legend, otherBodyNote,
        checkNote(rows: .wardsByYear, columns: .fields),
      ].compactMap { $0 })
  }

  private var wardsByYear: Table {
    let order = wardsInOrder
    let silence = Silence(report)
    let years = report.trends.years
    let rows = order.enumerated().map { index, ward in
      let registered = figures.registered(ward: ward)
      let numbers = years.enumerated().map { offset, year -> Cell in
        let number = figures.registered(ward: ward, year: year)
        if report.trends.states[offset] == .notYet { return .notApplicable }
        if number == 0, !wards[ward].isInForce(during: Period(year: year).days) {
          return .notApplicable
        }
        if number == 0, silence.covers(ward, year) { return .notReported }
        return .count(number, .registered(ward: wards[ward], year: year))
      }
      return Table.Row(
        [.text(wards[ward].code), .text(wardName(ward))] + numbers + [
          rowTotal(index, columns: years.count, .count(registered), .registered(ward: wards[ward])),
          check(
            TableRange(row: index, column: years.count + 2),
            TableRange(.wardsByField, row: index, column: fields.count + 2), 0),
        ])
    }
    var foot = wardFoot(
      years.map { (.count(figures.registered(year: $0)), .registered(year: $0)) },
      rowCount: rows.count)
    var zero = Table.Row(
      [.blank, .text(checkWord)]
        + years.indices.map { offset in
          check(
            TableRange(row: rows.count, column: offset + 2),
            TableRange(.trend, row: fields.count, column: offset + 1), 0)
        } + [.blank, .blank], .check)
    for (offset, state) in report.trends.states.enumerated() where state == .notYet {
      foot.cells[offset + 2] = .notApplicable
      zero.cells[offset + 2] = .notApplicable
    }
    return Table(
      .wardsByYear,
      columns: wardColumns + years.indices.map { Table.Column(yearHeading($0), .number) }
        + totalColumns,
      rows: Table.RowSource(rows), footRows: [foot, zero],
      notes: [
        legend, incompleteYearNote, otherBodyNote,
        checkNote(rows: .wardsByField, columns: .trends),
      ].compactMap { $0 })
  }

  // MARK: Parts

  private var wardColumns: [Table.Column] {
    [Table.Column(codeWord, .short), Table.Column(wardWord, .text)]
  }

  private var totalColumns: [Table.Column] {
    [Table.Column(totalWord, .number), Table.Column(checkHeading, .check)]
  }

  private func rowTotal(
    _ row: Int, columns: Int, _ number: CellNumber, _ figure: FigureID
  ) -> Cell {
    guard columns > 0 else { return Cell(.number(number), figure) }
    return Cell(
      .formula(
        TableFormula(adding: [TableRange(rows: row...row, columns: 2...columns + 1)]), number),
      figure)
  }

  private func wardFoot(_ sums: [(CellNumber, FigureID?)], rowCount: Int) -> Table.Row {
    totalRow(
      [.blank, .text(totalWord)], rowCount: rowCount,
      sums: sums + [(.count(figures.registered()), .registered())],
      after: [
        check(
          TableRange(row: rowCount, column: sums.count + 2),
          TableRange(.headline, row: 0, column: 0), 0)
      ])
  }

  private func checkNote(rows: SheetID, columns: SheetID) -> String {
    language(
      "Kiểm tra: hàng trừ số ở tờ “\(rows.name(in: language))”, cột trừ số ở tờ “\(columns.name(in: language))”.",
      "Check: rows less the numbers on “\(rows.name(in: language))”, columns less those on “\(columns.name(in: language))”."
    )
  }
}
