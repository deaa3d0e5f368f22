package import Domain
package import Spreadsheet

/// Where everything of a layout stands: the one place that knows rows and columns.
package struct Placement: Sendable {
  /// A block with the first row that it takes.
  package struct PlacedBlock: Sendable {
    package var row: Int
    package var block: Block
  }

  /// A sheet with its blocks in their places.
  package struct PlacedSheet: Sendable {
    package var name: String
    package var layout: SheetLayout
    package var blocks: [PlacedBlock]
    /// One more than the last row that is used.
    package var rowCount: Int
  }

  /// A table's sheet and the cell of its first body row and column.
  package struct PlacedTable: Sendable {
    package var sheet: String
    package var origin: CellAddress
    package var rowCount: Int
    package var columnCount: Int
  }

  package let language: Language
  package let sheets: [PlacedSheet]
  package let tables: [TableID: PlacedTable]

  /// Rows that signatures take.
  static let signatureRowCount = 7

  /// Places every block.
  ///
  /// Complexity: linear in the number of blocks.
  package init(_ layout: Layout) {
    language = layout.language
    var tables: [TableID: PlacedTable] = [:]
    sheets = layout.sheets.map { sheet in
      let name = sheet.id.name(in: layout.language)
      var row = 0
      var blocks: [PlacedBlock] = []
      for block in sheet.blocks {
        blocks.append(PlacedBlock(row: row, block: block))
        if case .table(let table) = block {
          tables[table.id] = PlacedTable(
            sheet: name,
            origin: CellAddress(row: row + table.rowsAboveBody, column: table.firstColumn),
            rowCount: table.rowCount, columnCount: table.columns.count)
        }
        row += block.rowCount
      }
      return PlacedSheet(name: name, layout: sheet, blocks: blocks, rowCount: row)
    }
    self.tables = tables
  }

  /// The cells of the sheet that a range of a table covers, seen from another table.
  ///
  /// Nothing when there is no such table, or no such cells in it.
  package func cells(_ range: TableRange, from table: TableID) -> CellRange? {
    guard let placed = tables[range.table ?? table], let origin = tables[table],
      range.rows.lowerBound >= -1, range.rows.upperBound < placed.rowCount,
      range.columns.lowerBound >= 0, range.columns.upperBound < placed.columnCount
    else { return nil }
    return CellRange(
      sheet: placed.sheet == origin.sheet ? nil : placed.sheet,
      first: CellAddress(
        row: placed.origin.row + range.rows.lowerBound,
        column: placed.origin.column + range.columns.lowerBound),
      last: CellAddress(
        row: placed.origin.row + range.rows.upperBound,
        column: placed.origin.column + range.columns.upperBound))
  }

  /// A formula with its cells found; nothing when one of them does not exist.
  package func formula(_ formula: TableFormula, in table: TableID) -> Formula? {
    let added = formula.added.compactMap { cells($0, from: table) }
    let subtracted = formula.subtracted.compactMap { cells($0, from: table) }
    guard added.count == formula.added.count, subtracted.count == formula.subtracted.count else {
      return nil
    }
    return Formula(adding: added, subtracting: subtracted)
  }
}

extension Table {
  /// Title and header.
  var rowsAboveBody: Int { (title.isEmpty ? 0 : 1) + (hasHeader ? 1 : 0) }
}

extension Block {
  /// Rows of the sheet that it takes, the empty one after a chart or a table with a header
  /// included.
  var rowCount: Int {
    switch self {
    case .line: 1
    case .table(let table):
      table.rowsAboveBody + table.rowCount + table.notes.count
        + (table.hasHeader ? 1 : 0)
    case .chart(let chart): chart.rowCount + 1
    case .signatures: Placement.signatureRowCount
    case .gap(let count): count
    case .pageBreak: 0
    }
  }
}
