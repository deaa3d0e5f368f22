/// Joins the runs of a text; how a word is pronounced (`rPh`) is not part of it.
struct RichTextCollector {
  private(set) var text = ""
  private var isPhonetic = false

  mutating func reset() {
    text = ""
    isPhonetic = false
  }

  mutating func start(_ name: String) {
    if name == "rPh" { isPhonetic = true }
  }

  mutating func end(_ name: String, text piece: String) {
    if name == "rPh" { isPhonetic = false }
    if name == "t", !isPhonetic { text += SheetText.unescaped(piece) }
  }
}

/// How many cells and bytes of text the sheets that are still to be read may have.
struct SheetBudget {
  var cellCount: Int
  var textSize: Int
  let limits: ArchiveLimits

  mutating func take(_ cell: ReadCell, part: String) throws(SpreadsheetError) {
    cellCount -= 1
    if cellCount < 0 { throw .unreadable(part: part, .tooManyCells(limits.cellCount)) }
    if case .text(let text) = cell.value { textSize -= text.utf8.count }
    textSize -= cell.formula?.utf8.count ?? 0
    if textSize < 0 { throw .unreadable(part: part, .tooMuchText(limits.textSize)) }
  }
}

/// `sheetN.xml`: the cells of one sheet.
final class SheetHandler: XMLHandler {
  private let part: String
  private let strings: [String]
  private(set) var budget: SheetBudget
  private var cells: [ReadCell] = []
  private var isSorted = true
  private var row = -1
  private var column = -1
  private var type = ""
  private var value: String?
  private var formula: String?
  private var inline = RichTextCollector()
  private var isInCell = false

  init(part: String, strings: [String], budget: SheetBudget) {
    self.part = part
    self.strings = strings
    self.budget = budget
  }

  /// The cells that hold something, by row and column.
  func cellsInOrder() -> [ReadCell] {
    isSorted ? cells : cells.sorted { $0.address < $1.address }
  }

  func start(_ name: String, _ attributes: XMLAttributes) throws(SpreadsheetError) {
    switch name {
    case "row":
      if let number = attributes["r"] {
        guard let number = Int(number), (1...CellAddress.rowLimit).contains(number) else {
          throw .unreadable(part: part, .invalid("row \(number)"))
        }
        row = number - 1
      } else {
        row += 1
      }
      column = -1
    case "c":
      try startCell(attributes)
    default:
      if isInCell { inline.start(name) }
    }
  }

  func end(_ name: String, text: String) throws(SpreadsheetError) {
    guard isInCell else { return }
    switch name {
    case "v": value = text
    case "f": formula = text
    case "c": try endCell()
    default: inline.end(name, text: text)
    }
  }

  private func startCell(_ attributes: XMLAttributes) throws(SpreadsheetError) {
    if let reference = attributes["r"] {
      guard let address = CellAddress(reference), address.row == row else {
        throw .unreadable(part: part, .invalid("cell \(reference)"))
      }
      column = address.column
    } else {
      column += 1
    }
    guard CellAddress(row: row, column: column).isInSheet else {
      throw .unreadable(part: part, .invalid("cell \(row + 1)/\(column + 1)"))
    }
    type = attributes["t"] ?? "n"
    value = nil
    formula = nil
    inline.reset()
    isInCell = true
  }

  private func endCell() throws(SpreadsheetError) {
    isInCell = false
    let read = try readValue()
    if read == .none, formula == nil { return }
    let cell = ReadCell(
      row: Int32(truncatingIfNeeded: row), column: Int32(truncatingIfNeeded: column), value: read,
      formula: formula)
    if let last = cells.last, !(last.address < cell.address) {
      if last.address == cell.address {
        throw .unreadable(part: part, .invalid("cell \(cell.address) twice"))
      }
      isSorted = false
    }
    try budget.take(cell, part: part)
    cells.append(cell)
  }

  private func readValue() throws(SpreadsheetError) -> ReadCell.Value {
    if type == "inlineStr" { return .text(inline.text) }
    guard let value else { return .none }
    switch type {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else {
        throw .unreadable(part: part, .invalid("string \(value)"))
      }
      return .text(strings[index])
    case "str": return .text(SheetText.unescaped(value))
    case "b": return .boolean(value == "1")
    case "e": return .error(value)
    default: return .number(value)
    }
  }
}
