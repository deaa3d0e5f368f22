/// `sheetN.xml`, for a reader of records: straight from the elements into lines of CSV.
///
/// Rows and cells must come in order, as every program writes them: a file in which they do not
/// was made by hand, and could be read in two ways.
final class SheetRecordsListener: ElementListener {
  private let part: String
  /// Rows beyond this one are looked at, and not kept.
  private let rowLimit: Int
  private var cells: SheetCells
  private var merges: [CellRange] = []
  private var plainRow = PlainRow()
  /// Whether expat has taken the attribute that Excel gives to every row.
  private var knowsPrefix = false

  private var isInList = false
  private var row = -1
  private var column = -1
  private var style = 0
  private var type = CellType.number
  private var value: [UInt8] = []
  private var hasValue = false
  private var hasFormula = false
  private var isInPhonetic = false

  /// Depth of `c`; its contents stand one deeper.
  private static let cellDepth = 4
  /// More merged ranges than any form has.
  private static let mergeLimit = 1 << 20

  init(part: String, cells: SheetCells, rowLimit: Int) {
    self.part = part
    self.cells = cells
    self.rowLimit = rowLimit
  }

  var list: SheetElement { .sheetData }
  var item: SheetElement { .row }
  var itemDepth: Int { 3 }
  var itemEnd: StaticString { "</row>" }

  /// What was read, after the last element.
  func finish() -> SheetRecords {
    var records = SheetRecords()
    records.bytes = cells.finish()
    records.merges = merges
    records.valuelessFormulas = cells.valuelessFormulas
    return records
  }

  func takePlainItems(_ bytes: UnsafeRawBufferPointer) throws(SpreadsheetError) -> Int {
    var cursor = unsafe PlainCursor(bytes)
    var taken = 0
    while true {
      unsafe cursor.skipSpace()
      guard
        unsafe plainRow.read(&cursor, in: bytes, after: row, allowsPrefix: knowsPrefix)
      else { return taken }
      row = plainRow.row
      taken = unsafe cursor.position
      if row >= rowLimit { continue }
      for cell in plainRow.cells {
        try unsafe cells.take(
          row: row, column: cell.column, style: cell.style, type: cell.type,
          value: UnsafeRawBufferPointer(rebasing: bytes[cell.value]))
      }
    }
  }

  func start(
    _ element: SheetElement, at depth: Int, _ attributes: XMLAttributes
  ) throws(SpreadsheetError) -> Bool {
    if depth == itemDepth - 1 { isInList = element == list }
    if depth >= itemDepth, !isInList {
      if element == .mergedRange, depth == itemDepth { try addMerge(attributes["ref"] ?? "") }
      return false
    }
    switch element {
    case .row where depth == itemDepth: try startRow(attributes)
    case .cell where depth == Self.cellDepth: try startCell(attributes)
    case .value where depth == Self.cellDepth + 1: return row < rowLimit
    case .text where depth > Self.cellDepth + 1: return row < rowLimit && !isInPhonetic
    case .formula where depth == Self.cellDepth + 1: hasFormula = true
    case .phonetic: isInPhonetic = true
    default: break
    }
    return false
  }

  func end(
    _ element: SheetElement, at depth: Int, text: [UInt8]
  ) throws(SpreadsheetError) {
    guard isInList else { return }
    switch element {
    case .value where depth == Self.cellDepth + 1,
      .text where depth > Self.cellDepth + 1 && !isInPhonetic:
      hasValue = true
      value.append(contentsOf: text)
    case .phonetic: isInPhonetic = false
    case .cell where depth == Self.cellDepth:
      if row < rowLimit { try endCell() }
    default: break
    }
  }

  // MARK: Rows, cells and merges

  private func invalid(_ what: String) -> SpreadsheetError {
    .unreadable(part: part, .invalid(shortening: what))
  }

  private func startRow(_ attributes: XMLAttributes) throws(SpreadsheetError) {
    var next = row + 1
    if let reference = attributes["r"] {
      guard let number = Int(reference), number > row + 1 else {
        throw invalid("row \(reference)")
      }
      next = number - 1
    }
    guard next < CellAddress.rowLimit else { throw invalid("row \(next + 1)") }
    row = next
    column = -1
    let prefix =
      "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\u{1}dyDescent" as StaticString
    if !knowsPrefix, attributes[prefix] != nil { knowsPrefix = true }
  }

  private func startCell(_ attributes: XMLAttributes) throws(SpreadsheetError) {
    var next = column + 1
    if let reference = attributes["r"] {
      guard let address = CellAddress(reference), address.row == row, address.column > column
      else { throw invalid("cell \(reference)") }
      next = address.column
    }
    guard next < CellAddress.columnLimit else { throw invalid("cell \(row + 1)/\(next + 1)") }
    column = next
    style = attributes["s"].flatMap { Int($0) } ?? 0
    var name = attributes["t"] ?? "n"
    guard let known = name.withUTF8({ unsafe CellType(UnsafeRawBufferPointer($0)) }) else {
      throw invalid("cell type \(name)")
    }
    type = known
    value.removeAll(keepingCapacity: true)
    hasValue = false
    hasFormula = false
  }

  private func endCell() throws(SpreadsheetError) {
    // An empty text is a value; an empty number is none.
    if hasFormula, !hasValue || (value.isEmpty && type != .formulaText) {
      return try cells.takeValueless(row: row, column: column)
    }
    let result = unsafe value.withUnsafeBytes { value -> Result<Void, SpreadsheetError> in
      do throws(SpreadsheetError) {
        return .success(
          try unsafe cells.take(row: row, column: column, style: style, type: type, value: value))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  private func addMerge(_ reference: String) throws(SpreadsheetError) {
    let corners = reference.split(separator: ":").map { CellAddress($0) }
    guard corners.count == 2, let first = corners[0], let last = corners[1],
      merges.count < Self.mergeLimit
    else { throw invalid("merge \(reference)") }
    let range = CellRange(first: first, last: last)
    guard range.isInSheet else { throw invalid("merge \(reference)") }
    merges.append(range)
  }
}
