/// The cells of one sheet as CSV: UTF-8, commas, a record for each row from the first one, also a
/// blank one, and the cells of a row from column A on.
package struct SheetRecords: Sendable {
  package var bytes: [UInt8] = []
  /// The ranges that were merged, as they stand in the file; only their first cell has a value.
  package var merges: [CellRange] = []
  /// The cells whose formula was saved without a value, by row and column.
  package var valuelessFormulas: [CellAddress] = []

  package init() {}
}

/// Puts the cells of a sheet, as they come, into lines of CSV.
///
/// Delimiters and line ends are written only when a filled cell follows, so that rows and columns
/// which are merely formatted take no room. A filled row gets as many cells as the widest of the
/// first ones: a row that ends in blank cells must not look as if it had lost some.
struct RecordLines {
  /// How many rows tell the width: those among which a header may be.
  static let headCount = 30

  private(set) var bytes: [UInt8] = []
  private let sizeLimit: Int
  /// The first rows: where each ends, and how many cells it has.
  private var head: [(end: Int, cellCount: Int)] = []
  private var width = 0
  /// Rows that are finished.
  private var rowCount = 0
  /// Cells of the row that is being written.
  private var cellCount = 0

  init(sizeLimit: Int) { self.sizeLimit = sizeLimit }

  /// Adds what leads to a cell; says whether there is room.
  mutating func move(toRow row: Int, column: Int) -> Bool {
    guard bytes.count + (row - rowCount) + column <= sizeLimit else { return false }
    while rowCount < row { endRow() }
    while cellCount < column {
      if cellCount > 0 { bytes.append(CSVCell.delimiter) }
      cellCount += 1
    }
    if cellCount > 0 { bytes.append(CSVCell.delimiter) }
    cellCount += 1
    return true
  }

  @unsafe
  mutating func append(_ text: UnsafeRawBufferPointer) { unsafe CSVCell.append(text, to: &bytes) }

  /// Adds a text that is known to need no quotes, or that has them.
  @unsafe
  mutating func append(plain text: UnsafeRawBufferPointer) {
    unsafe bytes.append(contentsOf: text)
  }

  /// Ends the last row; the lines.
  mutating func finish() -> [UInt8] {
    if cellCount > 0 { endRow() }
    if rowCount < Self.headCount { widenHead() }
    return bytes
  }

  private mutating func endRow() {
    if rowCount < Self.headCount {
      head.append((bytes.count, cellCount))
    } else if cellCount > 0, cellCount < width {
      bytes.append(contentsOf: repeatElement(CSVCell.delimiter, count: width - cellCount))
    }
    bytes.append(0x0A)
    rowCount += 1
    cellCount = 0
    if rowCount == Self.headCount { widenHead() }
  }

  /// Gives the first rows their full width, once they all are there.
  private mutating func widenHead() {
    width = head.map(\.cellCount).max() ?? 0
    var widened: [UInt8] = []
    var start = 0
    for row in head {
      widened.append(contentsOf: bytes[start..<row.end])
      if row.cellCount > 0 {
        widened.append(contentsOf: repeatElement(CSVCell.delimiter, count: width - row.cellCount))
      }
      widened.append(0x0A)
      start = row.end + 1
    }
    bytes = widened
  }
}
