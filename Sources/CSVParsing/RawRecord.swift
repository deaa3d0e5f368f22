/// One cell of a record: a range of bytes, in the text itself or in the record's `copied` bytes.
package struct RawCell: Sendable, Equatable {
  package var start: Int
  package var end: Int
  /// True when the cell is no plain slice of the text: quotes were undone in it.
  package var isCopied: Bool
}

/// One record as it stands in a text: its cells before trimming, and what was wrong with it.
///
/// A value of this type is used again for record after record, so that reading allocates nothing.
package struct RawRecord: Sendable {
  /// At most `cellLimit` of them.
  package private(set) var cells: [RawCell] = []
  /// All cells that the record has, kept or not.
  package private(set) var cellCount = 0
  /// Whether a cell that is not kept holds anything.
  private(set) var hasTextBeyond = false
  /// Where the record lies in the text, its line end left out.
  package var start = 0
  package var end = 0
  /// 1-based physical line on which the record starts.
  package var line = 1
  /// A quote in a bare cell, or after a closing quote.
  package var hasStrayQuote = false
  /// The 1-based line of the first quote that opens a cell and is never closed.
  package var unclosedQuoteLine: Int?
  /// The bytes of the cells that are no slices of the text.
  package var copied: [UInt8] = []

  /// How many cells of a record are kept: the columns of a worksheet.
  ///
  /// Others are only counted, or a file of commas would need many times its size.
  package static let cellLimit = 16_384

  package init() {}

  /// Calls `body` with the cells; `text` is what the record was read from.
  package func withCells<Result, Failure>(
    of text: UnsafeBufferPointer<UInt8>, _ body: (RecordCells) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try copied.withUnsafeBufferPointer { copied throws(Failure) in
      try body(
        RecordCells(
          text: text, copied: copied, cells: cells, total: cellCount,
          hasTextBeyond: hasTextBeyond))
    }
  }

  /// Replaces the bytes of cell `index`.
  package mutating func replaceCell(_ index: Int, with bytes: some Sequence<UInt8>) {
    let start = copied.count
    copied.append(contentsOf: bytes)
    cells[index] = RawCell(start: start, end: copied.count, isCopied: true)
  }

  /// Whether the next cell is only to be counted.
  var isFull: Bool { cells.count == RawRecord.cellLimit }

  /// Adds a cell after the others.
  mutating func append(_ cell: RawCell) {
    cellCount += 1
    if !isFull {
      cells.append(cell)
    } else if cell.start < cell.end {
      hasTextBeyond = true
    }
  }

  mutating func reset(start: Int, line: Int) {
    cells.removeAll(keepingCapacity: true)
    cellCount = 0
    hasTextBeyond = false
    copied.removeAll(keepingCapacity: true)
    self.start = start
    self.line = line
    hasStrayQuote = false
    unclosedQuoteLine = nil
  }
}

/// The cells of one record as bytes, valid as long as the text and the record are.
package struct RecordCells {
  private let text: UnsafeBufferPointer<UInt8>
  private let copied: UnsafeBufferPointer<UInt8>
  private let cells: [RawCell]
  /// All cells of the record; more than `count` when it has more than are kept.
  package let total: Int
  /// Whether a cell that is not kept holds anything.
  package let hasTextBeyond: Bool

  fileprivate init(
    text: UnsafeBufferPointer<UInt8>, copied: UnsafeBufferPointer<UInt8>, cells: [RawCell],
    total: Int, hasTextBeyond: Bool
  ) {
    self.text = text
    self.copied = copied
    self.cells = cells
    self.total = total
    self.hasTextBeyond = hasTextBeyond
  }

  package var count: Int { cells.count }

  /// The bytes of a cell, before trimming.
  package subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = cells[index]
    return UnsafeBufferPointer(
      rebasing: (cell.isCopied ? copied : text)[cell.start..<cell.end])
  }
}
