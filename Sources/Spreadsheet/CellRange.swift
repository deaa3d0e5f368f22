/// A cell of a sheet.
///
/// Rows and columns count from 0.
package struct CellAddress: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// As many rows as a sheet has.
  package static let rowLimit = 1_048_576
  /// As many columns as a sheet has.
  package static let columnLimit = 16_384

  package let row: Int
  package let column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `C7`; nothing for any other text, or beyond the limits.
  package init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var letterCount = 0
    var digitCount = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where digitCount == 0 && letterCount < 3:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
        letterCount += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where letterCount > 0 && digitCount < 7:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        digitCount += 1
      default: return nil
      }
    }
    guard row >= 1, row <= Self.rowLimit, column >= 1, column <= Self.columnLimit else {
      return nil
    }
    self.init(row: row - 1, column: column - 1)
  }

  /// Whether a sheet has such a cell.
  package var isInSheet: Bool {
    (0..<Self.rowLimit).contains(row) && (0..<Self.columnLimit).contains(column)
  }

  /// `C7`.
  package var description: String { CellAddress.letters(ofColumn: column) + String(row + 1) }

  /// `A` for 0, `AA` for 26.
  package static func letters(ofColumn column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    repeat {
      letters.append(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  package static func < (left: CellAddress, right: CellAddress) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

/// A rectangle of cells, both corners included, on a named sheet or on the one where it stands.
package struct CellRange: Hashable, Sendable, CustomStringConvertible {
  /// Name of the sheet; nothing for the sheet of the formula itself.
  package var sheet: String?
  package var first: CellAddress
  package var last: CellAddress

  package init(sheet: String? = nil, first: CellAddress, last: CellAddress) {
    self.sheet = sheet
    self.first = first
    self.last = last
  }

  package init(sheet: String? = nil, _ cell: CellAddress) {
    self.init(sheet: sheet, first: cell, last: cell)
  }

  package var isSingleCell: Bool { first == last }

  /// Whether both corners lie in a sheet, in the right order.
  package var isInSheet: Bool {
    first.isInSheet && last.isInSheet && first.row <= last.row && first.column <= last.column
  }

  /// Whether the two have a cell in common.
  package func overlaps(_ other: CellRange) -> Bool {
    first.row <= other.last.row && other.first.row <= last.row
      && first.column <= other.last.column && other.first.column <= last.column
  }

  /// `B5:B8`, or `'Theo lĩnh vực'!B5:B8`.
  package var description: String {
    let cells = isSingleCell ? first.description : "\(first):\(last)"
    return sheet.map { "'\($0)'!\(cells)" } ?? cells
  }
}
