import Domain
import Spreadsheet

/// Renders a layout as a workbook.
package enum WorkbookWriter {
  /// Texts longer than a cell can hold are cut visibly with “…”.
  static let textLimit = SheetText.lengthLimit
  /// The widest chart that libxlsxwriter is asked for, in pixels.
  private static let chartWidthLimit = 4000

  /// Writes the workbook to `path`, a private place (see `Workbook`).
  package static func write(
    _ layout: Layout, placement: Placement, to path: String
  ) throws(WriteError) {
    do throws(SpreadsheetError) {
      var workbook = try Workbook(path: path, title: layout.title, author: layout.author)
      for sheet in placement.sheets {
        try workbook.withSheet(named: sheet.name) { (worksheet) throws(SpreadsheetError) in
          try write(sheet, of: placement, into: &worksheet)
        }
      }
      try workbook.close()
    } catch {
      if case .formula(let sheet, let cell) = error {
        throw .danglingFormula(sheet: sheet, cell: cell)
      }
      throw .spreadsheet(error)
    }
  }

  private static func write(
    _ sheet: Placement.PlacedSheet, of placement: Placement, into worksheet: inout Worksheet
  ) throws(SpreadsheetError) {
    for (column, width) in sheet.layout.columnWidths.enumerated() {
      try worksheet.setWidth(width, ofColumn: column)
    }
    for placed in sheet.blocks { try prepare(placed, of: sheet, in: placement, &worksheet) }
    var heights = RowHeights(columnWidths: sheet.layout.columnWidths)
    try placement.forEachCell(of: sheet) { (cell) throws(SpreadsheetError) in
      if let done = heights.add(cell) { try worksheet.setHeight(done.height, ofRow: done.row) }
      try write(cell, language: placement.language, into: &worksheet)
    }
    if let last = heights.finish() { try worksheet.setHeight(last.height, ofRow: last.row) }
    try setPage(of: sheet, in: placement, &worksheet)
  }

  private static func write(
    _ cell: PlacedCell, language: Language, into worksheet: inout Worksheet
  ) throws(SpreadsheetError) {
    switch cell.value {
    case .blank: try worksheet.write("", at: cell.address, style: cell.style)
    case .text(let text):
      let shown = SheetText.shortened(text, to: textLimit)
      try worksheet.write(shown, at: cell.address, style: cell.style)
    case .mark(let mark):
      try worksheet.write(mark.text(in: language), at: cell.address, style: cell.style)
    case .number(let number):
      try worksheet.write(number.cellValue, at: cell.address, style: cell.style)
    case .formula(_, let number):
      guard let formula = cell.formula else {
        throw .formula(sheet: worksheet.name, cell: cell.address)
      }
      try worksheet.write(formula, cached: number.cellValue, at: cell.address, style: cell.style)
    }
  }

  /// What is no cell: merged lines and their heights, charts, filters, red checks.
  private static func prepare(
    _ placed: Placement.PlacedBlock, of sheet: Placement.PlacedSheet, in placement: Placement,
    _ worksheet: inout Worksheet
  ) throws(SpreadsheetError) {
    let lastColumn = max(sheet.layout.columnWidths.count - 1, 0)
    switch placed.block {
    case .line(let line):
      try merge(placed.row, 0...lastColumn, .of(line.role), line.text, sheet, &worksheet)
    case .table(let table):
      try prepare(table, at: placed.row, of: sheet, &worksheet)
    case .chart(let chart):
      try insert(chart, at: placed.row, of: sheet, in: placement, &worksheet)
    case .signatures(let left, let right):
      for (columns, signature) in zip(sheet.signatureColumns, [left, right]) {
        try merge(placed.row + 1, columns, .signatureRole, signature.role, sheet, &worksheet)
        try merge(placed.row + 2, columns, .signatureHint, signature.hint, sheet, &worksheet)
      }
    case .gap, .pageBreak: break
    }
  }

  private static func prepare(
    _ table: Table, at top: Int, of sheet: Placement.PlacedSheet, _ worksheet: inout Worksheet
  ) throws(SpreadsheetError) {
    let widths = sheet.layout.columnWidths
    let lastColumn = max(widths.count - 1, 0)
    let firstBodyRow = top + table.rowsAboveBody
    if table.id == .headline {
      let style = CellStyle.of(.blank, in: table.columns[0], .body, of: table, isLast: true)
      try merge(firstBodyRow, 0...lastColumn, style, "0", sheet, &worksheet)
    }
    if table.hasHeader {
      let lineCount = zip(table.columns, widths.dropFirst(table.firstColumn)).reduce(1) {
        max($0, RowHeights.lineCount(of: $1.0.heading, width: $1.1 * 0.92))
      }
      try worksheet.setHeight(
        min(Double(lineCount) * RowHeights.lineHeight + 4, 405), ofRow: firstBodyRow - 1)
    }
    let lastBodyRow = firstBodyRow + table.rowCount - 1
    for (index, column) in table.columns.enumerated() where table.rowCount > 0 {
      guard column.kind == .check else { continue }
      try worksheet.markNonzero(
        CellRange(
          first: CellAddress(row: firstBodyRow, column: table.firstColumn + index),
          last: CellAddress(row: lastBodyRow, column: table.firstColumn + index)))
    }
    for (index, row) in table.footRows.enumerated() where row.role == .check {
      let number = firstBodyRow + table.rows.count + index
      try worksheet.markNonzero(
        CellRange(
          first: CellAddress(row: number, column: table.firstColumn + 1),
          last: CellAddress(row: number, column: table.firstColumn + table.columns.count - 1)))
    }
    if table.hasFilter, table.rows.count > 0 {
      try worksheet.setFilter(
        CellRange(
          first: CellAddress(row: firstBodyRow - 1, column: table.firstColumn),
          last: CellAddress(
            row: firstBodyRow + table.rows.count - 1,
            column: table.firstColumn + table.columns.count - 1)))
    }
    for (index, note) in table.notes.enumerated() {
      try merge(lastBodyRow + 1 + index, 0...lastColumn, .of(.note), note, sheet, &worksheet)
    }
  }

  /// Joins a row's cells and makes it as high as its text needs.
  private static func merge(
    _ row: Int, _ columns: ClosedRange<Int>, _ style: CellStyle, _ text: String,
    _ sheet: Placement.PlacedSheet, _ worksheet: inout Worksheet
  ) throws(SpreadsheetError) {
    if columns.count > 1 {
      try worksheet.merge(
        CellRange(
          first: CellAddress(row: row, column: columns.lowerBound),
          last: CellAddress(row: row, column: columns.upperBound)), style: style)
    }
    let width = sheet.layout.columnWidths[columns].reduce(0, +) * 13 / style.fontSize
    let count = RowHeights.lineCount(of: text, width: style.isBold ? width * 0.9 : width)
    try worksheet.setHeight(
      min((Double(count) * style.fontSize * 1.25 + 3).rounded(), 400), ofRow: row)
  }

  private static func insert(
    _ block: ChartBlock, at row: Int, of sheet: Placement.PlacedSheet, in placement: Placement,
    _ worksheet: inout Worksheet
  ) throws(SpreadsheetError) {
    guard let anchor = block.series.first?.values.table else { return }
    var chart = Chart(
      kind: block.kind == .column ? .column : .line, title: block.title,
      categoryAxis: block.categoryAxis, valueAxis: block.valueAxis, series: [],
      width: min(Int(sheet.pixelWidth) - 6, chartWidthLimit),
      height: block.rowCount * 20)
    for series in block.series {
      guard var categories = placement.cells(series.categories, from: anchor),
        var values = placement.cells(series.values, from: anchor),
        let table = placement.tables[anchor]
      else { continue }
      categories.sheet = table.sheet
      values.sheet = table.sheet
      chart.series.append(
        Chart.Series(name: series.name, categories: categories, values: values))
    }
    try worksheet.insert(chart, at: CellAddress(row: row, column: 0))
  }

  private static func setPage(
    of sheet: Placement.PlacedSheet, in placement: Placement, _ worksheet: inout Worksheet
  ) throws(SpreadsheetError) {
    var repeated: ClosedRange<Int>?
    if let id = sheet.layout.longTable, let table = placement.tables[id] {
      let header = table.origin.row - 1
      repeated = header...header
      if let columns = sheet.layout.frozenColumns {
        try worksheet.freeze(at: CellAddress(row: table.origin.row, column: columns))
      }
    }
    if sheet.layout.id == .cover { worksheet.hideGridlines() }
    var page = PageSetup(
      isLandscape: sheet.layout.isLandscape, repeatedRows: repeated,
      printArea: CellRange(
        first: CellAddress(row: 0, column: 0),
        last: CellAddress(
          row: max(sheet.rowCount - 1, 0), column: max(sheet.layout.columnWidths.count - 1, 0))),
      footer: sheet.name, pageWord: placement.language("Trang", "Page"))
    for placed in sheet.blocks {
      if case .pageBreak = placed.block { page.breaks.append(placed.row) }
    }
    if !page.breaks.isEmpty { page.scale = sheet.fittingScale }
    try worksheet.setPage(page)
    try worksheet.allowDigitsAsText(in: page.printArea)
  }
}

extension Placement.PlacedSheet {
  /// The width of all columns in pixels at 96 to the inch.
  fileprivate var pixelWidth: Double { layout.columnWidths.reduce(0) { $0 + $1 * 7 + 5 } }

  /// The scale in percent at which the sheet is one page of A4 wide, with some room to spare.
  fileprivate var fittingScale: Int {
    let printable = layout.isLandscape ? 770.0 : 523.0
    return max(10, min(100, Int(printable / (pixelWidth * 0.75) * 94)))
  }
}
