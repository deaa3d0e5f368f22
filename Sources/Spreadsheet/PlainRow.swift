/// A row in the form in which spreadsheet programs write it, told apart into its cells and nothing
/// done with them yet: a row is taken whole or not at all.
struct PlainRow {
  struct Cell {
    var column: Int
    var style: Int
    var type: CellType
    /// Where the value stands; empty for a cell that is only formatted.
    var value: Range<Int>
  }

  /// From 0.
  private(set) var row = 0
  private(set) var cells: [Cell] = []

  /// The attributes that `row` may have; those with a prefix only where expat has seen it declared.
  private static let attributes: [StaticString] = [
    "r", "spans", "s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed",
    "thickTop", "thickBot", "ph", "x14ac:dyDescent",
  ]

  /// Reads the row at the cursor, which comes after row `last`; says whether it is plain.
  @unsafe
  mutating func read(
    _ cursor: inout PlainCursor, in bytes: UnsafeRawBufferPointer, after last: Int,
    allowsPrefix: Bool
  ) -> Bool {
    cells.removeAll(keepingCapacity: true)
    guard unsafe cursor.skip("<row") else { return false }
    var seen = 0
    var number: Int?
    while unsafe cursor.skip(" ") {
      guard let name = unsafe cursor.attributeName(),
        let index = Self.attributes.firstIndex(where: { unsafe isSame(bytes, name, $0) }),
        seen & 1 << index == 0, allowsPrefix || index != Self.attributes.count - 1,
        let value = unsafe cursor.attributeValue()
      else { return false }
      seen |= 1 << index
      if index == 0 {
        guard let digits = unsafe Self.number(bytes, value) else { return false }
        number = digits
      }
    }
    row = number.map { $0 - 1 } ?? last + 1
    guard row > last, row < CellAddress.rowLimit else { return false }
    if unsafe cursor.skip("/>") { return true }
    guard unsafe cursor.skip(">") else { return false }
    var column = -1
    while unsafe cursor.skip("<c") {
      guard let cell = unsafe readCell(&cursor, in: bytes, after: column) else { return false }
      column = cell.column
      cells.append(cell)
    }
    return unsafe cursor.skip("</row>")
  }

  /// Reads a cell behind its `<c`, which comes after column `last`.
  @unsafe
  private func readCell(
    _ cursor: inout PlainCursor, in bytes: UnsafeRawBufferPointer, after last: Int
  ) -> Cell? {
    var cell = Cell(column: last + 1, style: 0, type: .number, value: 0..<0)
    var seen: UInt8 = 0
    while unsafe cursor.skip(" ") {
      let letter = unsafe cursor.next
      guard let name = unsafe cursor.attributeName(), name.count == 1,
        let value = unsafe cursor.attributeValue()
      else { return nil }
      switch letter {
      case UInt8(ascii: "r") where seen & 1 == 0:
        seen |= 1
        guard let column = unsafe Self.column(bytes, value, row: row) else { return nil }
        cell.column = column
      case UInt8(ascii: "s") where seen & 2 == 0:
        seen |= 2
        guard let style = unsafe Self.number(bytes, value) else { return nil }
        cell.style = style
      case UInt8(ascii: "t") where seen & 4 == 0:
        seen |= 4
        guard let type = unsafe CellType(UnsafeRawBufferPointer(rebasing: bytes[value])) else {
          return nil
        }
        cell.type = type
      default: return nil
      }
    }
    guard cell.column > last, cell.column < CellAddress.columnLimit else { return nil }
    if unsafe cursor.skip("/>") { return cell }
    guard unsafe cursor.skip(">") else { return nil }
    return unsafe readValue(&cursor, of: cell)
  }

  @unsafe
  private func readValue(_ cursor: inout PlainCursor, of cell: Cell) -> Cell? {
    var cell = cell
    if unsafe cursor.skip("<v>") {
      guard cell.type != .inlineText, let value = unsafe cursor.text(),
        unsafe cursor.skip("</v></c>")
      else { return nil }
      cell.value = value
      return cell
    }
    guard cell.type == .inlineText, unsafe cursor.skip("<is><t"),
      unsafe cursor.skip(">") || cursor.skip(PlainCursor.preserve),
      let value = unsafe cursor.text(), unsafe cursor.skip("</t></is></c>")
    else { return nil }
    cell.value = value
    return cell
  }

  // MARK: Values of attributes

  @unsafe
  private func isSame(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ name: StaticString
  ) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for (offset, index) in range.enumerated() where unsafe bytes[index] != name.utf8Start[offset] {
      return false
    }
    return true
  }

  /// A number of up to seven digits.
  @unsafe
  private static func number(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    guard (1...7).contains(range.count) else { return nil }
    var number = 0
    for index in range {
      let digit = unsafe bytes[index]
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit & 0x0F)
    }
    return number
  }

  /// The column of an address such as `C7`, if it stands in `row`.
  @unsafe
  private static func column(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, row: Int
  ) -> Int? {
    var column = 0
    var index = range.lowerBound
    while index < range.upperBound, index < range.lowerBound + 3 {
      let letter = unsafe bytes[index]
      guard (0x41...0x5A).contains(letter) else { break }
      column = column * 26 + Int(letter - 0x40)
      index += 1
    }
    guard column > 0, unsafe number(bytes, index..<range.upperBound) == row + 1 else { return nil }
    return column - 1
  }
}

/// How the value of a cell is stored (ECMA-376 Part 1 §18.18.11).
enum CellType {
  case number, shared, formulaText, inlineText, boolean, error, date

  /// The type of that name; nothing for any other.
  @unsafe
  init?(_ name: UnsafeRawBufferPointer) {
    func isName(_ known: StaticString) -> Bool {
      unsafe name.elementsEqual(
        UnsafeBufferPointer(start: known.utf8Start, count: known.utf8CodeUnitCount))
    }
    if isName("s") {
      self = .shared
    } else if isName("n") {
      self = .number
    } else if isName("str") {
      self = .formulaText
    } else if isName("inlineStr") {
      self = .inlineText
    } else if isName("b") {
      self = .boolean
    } else if isName("e") {
      self = .error
    } else if isName("d") {
      self = .date
    } else {
      return nil
    }
  }
}
