import CSVParsing
package import Domain
import Vietnamese

/// Finds cells of admitted records in the text that they were read from, one record after another.
package struct CellFinder {
  private let text: SubmissionText
  private let delimiter: UInt8
  /// Used again for each record.
  private var record = RawRecord()

  /// `delimiter` is as the submission's outcome names it.
  package init(_ text: SubmissionText, delimiter: String) {
    self.text = text
    self.delimiter = delimiterByte(delimiter)
  }

  /// The cells (trimmed, NFC) of a record at some positions, up to the last of them; those in between
  /// are blank.
  package mutating func cells(of row: RecordRow, at positions: [Int]) -> [String] {
    let width = (positions.max() ?? -1) + 1
    var texts: [String] = []
    withCells(of: row, first: width) { cells in
      texts = [String](repeating: "", count: width)
      for position in positions where position < cells.count {
        texts[position] = composedText(trimmedBytes(cells[position]))
      }
    }
    return texts
  }

  /// One of them; blank where there is none.
  package mutating func cell(at position: Int, of row: RecordRow) -> String {
    var text = ""
    withCell(at: position, of: row) { text = composedText($0) }
    return text
  }

  /// Calls `body` with one of its cells as it stands, trimmed; not where there is no such cell.
  package mutating func withCell(
    at position: Int, of row: RecordRow, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    withCells(of: row, first: position + 1) { cells in
      if position < cells.count { body(trimmedBytes(cells[position])) }
    }
  }

  /// Calls `body` with the first `count` cells of a record, if it is there.
  private mutating func withCells(
    of row: RecordRow, first count: Int, _ body: (RecordCells) -> Void
  ) {
    text.bytes.withUnsafeBufferPointer { bytes in
      // Beyond what an offset tells, a record is found by its number.
      let isFar = row.offset == .max
      var scanner = RecordScanner(
        bytes, delimiter: delimiter, resuming: .init(position: isFar ? 0 : Int(row.offset)))
      for _ in 1..<(isFar ? Int(row.recordNumber) : 1) {
        guard scanner.next(into: &record) else { return }
      }
      if scanner.readFirst(count, into: &record) { record.withCells(of: bytes, body) }
    }
  }
}
