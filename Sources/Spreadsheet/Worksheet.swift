import CXLSXWriter

/// One sheet of a workbook that is being made, lent by `Workbook.withSheet(named:_:)`.
///
/// Every value is checked before the library sees it, and every return code after.
@safe
package struct Worksheet: ~Copyable {
  package let name: String
  let handle: UnsafeMutablePointer<lxw_worksheet>
  let workbook: UnsafeMutablePointer<lxw_workbook>
  private(set) var styles: StyleTable
  private var merged: [CellRange] = []

  /// Largest whole number that a cell (a double) holds exactly: 2⁵³.
  package static let wholeNumberLimit = 9_007_199_254_740_992

  @unsafe
  init(
    name: String, handle: UnsafeMutablePointer<lxw_worksheet>,
    workbook: UnsafeMutablePointer<lxw_workbook>, styles: StyleTable
  ) {
    self.name = name
    unsafe self.handle = handle
    unsafe self.workbook = workbook
    self.styles = styles
  }

  /// Writes a text, whatever characters it has; a blank one makes a cell with a style alone.
  package mutating func write(
    _ text: String, at cell: CellAddress, style: CellStyle
  ) throws(SpreadsheetError) {
    let length = SheetText.storedLength(text)
    guard length <= SheetText.lengthLimit else {
      throw .textTooLong(sheet: name, cell: cell, length: length)
    }
    let (row, column) = try position(cell)
    let format = try unsafe styles.format(style)
    try check(
      "worksheet_write_string",
      unsafe worksheet_write_string(handle, row, column, SheetText.escaped(text), format))
  }

  /// Writes a number.
  package mutating func write(
    _ number: Double, at cell: CellAddress, style: CellStyle
  ) throws(SpreadsheetError) {
    try checkNumber(number, at: cell)
    let (row, column) = try position(cell)
    let format = try unsafe styles.format(style)
    try check(
      "worksheet_write_number", unsafe worksheet_write_number(handle, row, column, number, format))
  }

  /// Writes a formula with the value it comes to.
  package mutating func write(
    _ formula: Formula, cached: Double, at cell: CellAddress, style: CellStyle
  ) throws(SpreadsheetError) {
    let text = formula.text
    let ranges = formula.added + formula.subtracted
    guard !formula.added.isEmpty, text.utf16.count <= Formula.lengthLimit,
      ranges.allSatisfy(\.isInSheet)
    else { throw .formula(sheet: name, cell: cell) }
    try checkNumber(cached, at: cell)
    let (row, column) = try position(cell)
    let format = try unsafe styles.format(style)
    try check(
      "worksheet_write_formula_num",
      unsafe worksheet_write_formula_num(handle, row, column, text, format, cached))
  }

  /// Joins cells into one; write the value at its first cell afterwards.
  package mutating func merge(_ range: CellRange, style: CellStyle) throws(SpreadsheetError) {
    guard range.isInSheet, !range.isSingleCell, !merged.contains(where: range.overlaps) else {
      throw .merge(sheet: name, range: range)
    }
    let (firstRow, firstColumn) = try position(range.first)
    let (lastRow, lastColumn) = try position(range.last)
    let format = try unsafe styles.format(style)
    try check(
      "worksheet_merge_range",
      unsafe worksheet_merge_range(
        handle, firstRow, firstColumn, lastRow, lastColumn, "", format))
    merged.append(range)
  }

  // MARK: Guards

  /// Row and column in the library's types.
  func position(_ cell: CellAddress) throws(SpreadsheetError) -> (lxw_row_t, lxw_col_t) {
    guard cell.isInSheet, let row = lxw_row_t(exactly: cell.row),
      let column = lxw_col_t(exactly: cell.column)
    else { throw .outsideSheet(sheet: name, row: cell.row, column: cell.column) }
    return (row, column)
  }

  /// Passes on what the library says.
  func check(_ call: String, _ code: lxw_error) throws(SpreadsheetError) {
    guard code == LXW_NO_ERROR else {
      throw .library(call: call, code: Int(code.rawValue), errno: 0)
    }
  }

  private func checkNumber(_ number: Double, at cell: CellAddress) throws(SpreadsheetError) {
    guard number.isFinite, abs(number) <= Double(Self.wholeNumberLimit) else {
      throw .number(sheet: name, cell: cell, value: "\(number)")
    }
  }
}
