package import Domain
package import Spreadsheet

/// A cell of the report in its place: what workbook, read-back and explanation agree on.
package struct PlacedCell: Sendable {
  package var address: CellAddress
  package var value: CellValue
  /// Its formula with the cells found; nothing for other values.
  package var formula: Formula?
  package var figure: FigureID?
  package var style: CellStyle
  /// Whether it is a cell of a table's rows, not a heading, nor a line over the whole sheet.
  package var isInTable = false
}

extension Placement {
  /// Hands every cell of a sheet to `body`, by row and column within each block; merged lines
  /// come as their first cell.
  ///
  /// A formula whose cells do not exist comes without one; the writer refuses it.
  package func forEachCell<Failure: Error>(
    of sheet: PlacedSheet, _ body: (PlacedCell) throws(Failure) -> Void
  ) throws(Failure) {
    for placed in sheet.blocks {
      switch placed.block {
      case .line(let line):
        try body(
          PlacedCell(
            address: CellAddress(row: placed.row, column: 0), value: .text(line.text),
            style: .of(line.role)))
      case .table(let table):
        try forEachCell(of: table, at: placed.row, in: sheet, body)
      case .signatures(let left, let right):
        for (columns, signature) in zip(sheet.signatureColumns, [left, right]) {
          try body(
            PlacedCell(
              address: CellAddress(row: placed.row + 1, column: columns.lowerBound),
              value: .text(signature.role), style: .signatureRole))
        }
        for (columns, signature) in zip(sheet.signatureColumns, [left, right]) {
          try body(
            PlacedCell(
              address: CellAddress(row: placed.row + 2, column: columns.lowerBound),
              value: .text(signature.hint), style: .signatureHint))
        }
      case .chart, .gap, .pageBreak: break
      }
    }
  }

  private func forEachCell<Failure: Error>(
    of table: Table, at top: Int, in sheet: PlacedSheet,
    _ body: (PlacedCell) throws(Failure) -> Void
  ) throws(Failure) {
    var row = top
    if !table.title.isEmpty {
      try body(
        PlacedCell(
          address: CellAddress(row: row, column: table.firstColumn), value: .text(table.title),
          style: .tableTitle))
      row += 1
    }
    if table.hasHeader {
      for (index, column) in table.columns.enumerated() {
        try body(
          PlacedCell(
            address: CellAddress(row: row, column: table.firstColumn + index),
            value: .text(column.heading), style: .header))
      }
      row += 1
    }
    for index in 0..<table.rowCount {
      let content = table.row(index)
      for (position, cell) in content.cells.enumerated() {
        guard position < table.columns.count else { break }
        var formula: Formula?
        if case .formula(let terms, _) = cell.value {
          formula = self.formula(terms, in: table.id)
        }
        try body(
          PlacedCell(
            address: CellAddress(row: row, column: table.firstColumn + position),
            value: cell.value, formula: formula, figure: cell.figure,
            style: .of(
              cell, in: table.columns[position], content.role, of: table,
              isLast: index == table.rowCount - 1), isInTable: true))
      }
      row += 1
    }
    for note in table.notes {
      try body(
        PlacedCell(
          address: CellAddress(row: row, column: 0), value: .text(note), style: .of(.note)))
      row += 1
    }
  }

  /// Where the published figures stand: sheet and cell of each, the number itself before the
  /// formulas that show it again.
  package func figureCells() -> [FigureID: [FigureCell]] {
    var found: [FigureID: [FigureCell]] = [:]
    for sheet in sheets {
      forEachCell(of: sheet) { cell in
        guard let figure = cell.figure, let number = cell.value.number else { return }
        let entry = FigureCell(sheet: sheet.name, address: cell.address, number: number)
        if cell.formula == nil {
          let position =
            found[figure, default: []].firstIndex(where: \.isFormula) ?? found[figure]?.count
          found[figure, default: []].insert(entry, at: position ?? 0)
        } else {
          var shown = entry
          shown.isFormula = true
          found[figure, default: []].append(shown)
        }
      }
    }
    return found
  }

  /// The published figure that a cell shows, if it shows one: “report.xlsx:Theo lĩnh vực!C7”.
  package func figure(sheet name: String, cell address: CellAddress) -> FigureID? {
    var figure: FigureID?
    for sheet in sheets where sheet.name == name {
      forEachCell(of: sheet) { if $0.address == address { figure = $0.figure } }
    }
    return figure
  }
}

/// A cell that shows a published figure.
package struct FigureCell: Sendable, Equatable {
  package var sheet: String
  package var address: CellAddress
  package var number: CellNumber
  package var isFormula = false
}

extension Placement.PlacedSheet {
  /// The two halves of the sheet in which people sign.
  var signatureColumns: [ClosedRange<Int>] {
    let count = layout.columnWidths.count
    guard count >= 2 else { return [0...0] }
    let total = layout.columnWidths.reduce(0, +)
    var sum = 0.0
    var split = 1
    for (index, width) in layout.columnWidths.enumerated() where index < count - 1 {
      sum += width
      split = index + 1
      if sum * 2 >= total { break }
    }
    return [0...split - 1, split...count - 1]
  }
}
