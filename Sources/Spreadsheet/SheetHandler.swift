/// `sheetN.xml`: the cells of one sheet.
final class SheetHandler: XMLHandler {
  /// One value, which an element touches once: each touch of an object's property is checked.
  private(set) var content: SheetContent

  init(part: String, strings: [String], budget: SheetBudget) {
    content = SheetContent(part: part, strings: strings, budget: budget)
  }

  var leaves: [String] { ["v", "f", "t"] }

  func start(
    _ name: String, at depth: Int, _ attributes: XMLAttributes
  ) throws(SpreadsheetError) {
    try content.start(name, at: depth, attributes)
  }

  func end(_ name: String, at depth: Int, text: String) throws(SpreadsheetError) {
    try content.end(name, at: depth, text: text)
  }

  func hidden(_ name: String) throws(SpreadsheetError) { try content.checkHidden(name) }
}

/// The cells of a sheet as its elements come.
///
/// A cell counts only where it belongs: `worksheet/sheetData/row/c`.
struct SheetContent {
  private let part: String
  private let strings: [String]
  private(set) var budget: SheetBudget
  private(set) var hidden = HiddenParts()
  private var cells: [ReadCell] = []
  private var isSorted = true
  private var row = -1
  private var column = -1
  private var cell = CellContent()
  private var shared = SharedFormulas()
  private var place = Place.outside
  private var dataCount = 0

  /// The innermost of the elements that lead to a value.
  private enum Place: Int {
    case outside = 1
    case data
    case row
    case cell
  }

  init(part: String, strings: [String], budget: SheetBudget) {
    self.part = part
    self.strings = strings
    self.budget = budget
  }

  /// The cells that hold something, by row and column.
  func cellsInOrder() throws(SpreadsheetError) -> [ReadCell] {
    if isSorted { return cells }
    let sorted = cells.sorted { $0.address < $1.address }
    for (cell, next) in zip(sorted, sorted.dropFirst()) where cell.address == next.address {
      throw invalid("cell \(cell.address) twice")
    }
    return sorted
  }

  mutating func start(
    _ name: String, at depth: Int, _ attributes: XMLAttributes
  ) throws(SpreadsheetError) {
    guard depth == place.rawValue + 1 else {
      if place == .cell { cell.startInner(name, at: depth) }
      if place == .outside { hidden.add(name, attributes) }
      return
    }
    switch place {
    case .outside:
      hidden.add(name, attributes)
      guard name == "sheetData" else { return }
      dataCount += 1
      guard dataCount == 1 else { throw invalid("sheetData twice") }
      place = .data
    case .data:
      guard name == "row" else { return }
      try startRow(attributes)
      place = .row
    case .row:
      guard name == "c" else { return }
      try startCell(attributes)
      place = .cell
    case .cell:
      if let fault = cell.start(name, attributes) { throw invalid("cell \(address): \(fault)") }
    }
  }

  mutating func end(_ name: String, at depth: Int, text: String) throws(SpreadsheetError) {
    if place == .cell, depth > place.rawValue {
      cell.end(name, at: depth, text: text)
      return
    }
    guard depth == place.rawValue else { return }
    switch place {
    case .outside: break
    case .data: place = .outside
    case .row: place = .data
    case .cell:
      place = .row
      try endCell()
    }
  }

  func checkHidden(_ name: String) throws(SpreadsheetError) {
    switch name {
    case "sheetData", "row", "c", "v", "f", "is", "t", "cols", "col", "numFmt":
      // Also a condition of a later Excel that brings a number format along.
      throw invalid("\(name) in a foreign element")
    default: return
    }
  }

  private var address: CellAddress { CellAddress(row: row, column: column) }

  private func invalid(_ what: String) -> SpreadsheetError {
    .unreadable(part: part, .invalid(shortening: what))
  }

  private mutating func startRow(_ attributes: XMLAttributes) throws(SpreadsheetError) {
    if let number = attributes["r"] {
      guard let number = Int(number), (1...CellAddress.rowLimit).contains(number) else {
        throw invalid("row \(number)")
      }
      row = number - 1
    } else {
      row += 1
    }
    column = -1
    hidden.addRow(attributes)
  }

  private mutating func startCell(_ attributes: XMLAttributes) throws(SpreadsheetError) {
    if let reference = attributes["r"] {
      guard let address = CellAddress(reference), address.row == row else {
        throw invalid("cell \(reference)")
      }
      column = address.column
    } else {
      column += 1
    }
    guard address.isInSheet else { throw invalid("cell \(row + 1)/\(column + 1)") }
    cell = CellContent(
      type: attributes["t"] ?? "n", style: attributes["s"].map { Int32($0) ?? -1 } ?? 0)
  }

  private mutating func endCell() throws(SpreadsheetError) {
    let value: ReadCell.Value
    do throws(CellFault) {
      value = try cell.value(strings: strings)
    } catch {
      throw invalid("cell \(address): \(error.what)")
    }
    let formula = cell.formula.map { shared.text(of: $0, at: address) }
    if value == .none, formula == nil { return }
    let read = ReadCell(
      row: Int32(truncatingIfNeeded: row), column: Int32(truncatingIfNeeded: column),
      value: value, formula: formula, style: cell.style)
    if let last = cells.last, !(last.address < read.address) {
      if last.address == read.address { throw invalid("cell \(address) twice") }
      isSorted = false
    }
    try budget.take(read, part: part)
    cells.append(read)
  }
}

/// How much of a sheet is not shown.
struct HiddenParts {
  private(set) var rowCount = 0
  private(set) var columnCount = 0

  /// Points below which a row, and characters below which a column, cannot be read.
  private static let leastHeight = 2.0
  private static let leastWidth = 0.5

  /// Looks at an element outside of the cells.
  mutating func add(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "col":
      guard attributes.isTrue("hidden") || isLess(attributes["width"], Self.leastWidth) else {
        return
      }
      let first = attributes["min"].flatMap { Int($0) } ?? 1
      let last = min(attributes["max"].flatMap { Int($0) } ?? first, CellAddress.columnLimit)
      columnCount += max(1, last - max(first, 1) + 1)
    case "sheetFormatPr":
      if attributes.isTrue("zeroHeight") || isLess(attributes["defaultRowHeight"], Self.leastHeight)
      {
        rowCount += 1
      }
      if isLess(attributes["defaultColWidth"], Self.leastWidth) { columnCount += 1 }
    default: return
    }
  }

  mutating func addRow(_ attributes: XMLAttributes) {
    if attributes.isTrue("hidden") || isLess(attributes["ht"], Self.leastHeight) { rowCount += 1 }
  }

  private func isLess(_ text: String?, _ limit: Double) -> Bool {
    text.flatMap { Double($0) }.map { $0 < limit } ?? false
  }
}
