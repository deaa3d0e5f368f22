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
  package var cells: [RawCell] = []
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

  package init() {}

  /// Calls `body` with the cells; `text` is what the record was read from.
  package func withCells<Result, Failure>(
    of text: UnsafeBufferPointer<UInt8>, _ body: (RecordCells) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try copied.withUnsafeBufferPointer { copied throws(Failure) in
      try body(RecordCells(text: text, copied: copied, cells: cells))
    }
  }

  /// Replaces the bytes of cell `index`.
  package mutating func replaceCell(_ index: Int, with bytes: some Sequence<UInt8>) {
    let start = copied.count
    copied.append(contentsOf: bytes)
    cells[index] = RawCell(start: start, end: copied.count, isCopied: true)
  }

  mutating func reset(start: Int, line: Int) {
    cells.removeAll(keepingCapacity: true)
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

  fileprivate init(
    text: UnsafeBufferPointer<UInt8>, copied: UnsafeBufferPointer<UInt8>, cells: [RawCell]
  ) {
    self.text = text
    self.copied = copied
    self.cells = cells
  }

  package var count: Int { cells.count }

  /// The bytes of a cell, before trimming.
  package subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = cells[index]
    return UnsafeBufferPointer(
      rebasing: (cell.isCopied ? copied : text)[cell.start..<cell.end])
  }
}
