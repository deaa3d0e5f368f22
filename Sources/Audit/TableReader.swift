import CSVParsing
import Domain

/// Reads a CSV file of a release back, record after record, by the names of its columns.
///
/// Strict: what kheo never writes is a fault. Columns of names that are not asked for are passed
/// over, so that releases of later versions can be read.
struct TableReader {
  let fileName: String
  private let bytes: [UInt8]

  init(fileName: String, _ bytes: [UInt8]) {
    self.fileName = fileName
    self.bytes = bytes
  }

  /// Calls `body` with the cells of `columns`, in that order, of each record after the header.
  func read(
    columns: [String], _ body: (_ cells: [String], _ lineNumber: Int) throws(TableError) -> Void
  ) throws(TableError) {
    guard bytes.starts(with: byteOrderMark) else { throw error(1, .noByteOrderMark) }
    let text = bytes[byteOrderMark.count...]
    try text.withUnsafeBufferPointer { text throws(TableError) in
      var scanner = RecordScanner(text, delimiter: UInt8(ascii: ","))
      var record = RawRecord()
      guard scanner.next(into: &record) else { throw error(1, .missingColumn(columns.first ?? "")) }
      let header = try cells(of: record, text)
      let positions = try positions(of: columns, in: header)
      while scanner.next(into: &record) {
        let cells = try cells(of: record, text)
        guard cells.count == header.count else {
          throw error(record.line, .cellCount(cells.count, expected: header.count))
        }
        try body(positions.map { cells[$0] }, record.line)
      }
    }
  }

  private func positions(
    of columns: [String], in header: [String]
  ) throws(TableError) -> [Int] {
    var positions: [Int] = []
    for column in columns {
      let found = header.indices.filter { isSame(header[$0], column) }
      guard let position = found.first else { throw error(1, .missingColumn(column)) }
      guard found.count == 1 else { throw error(1, .repeatedColumn(column)) }
      positions.append(position)
    }
    return positions
  }

  /// The cells as they were before they were made harmless for spreadsheets.
  private func cells(
    of record: RawRecord, _ text: UnsafeBufferPointer<UInt8>
  ) throws(TableError) -> [String] {
    guard !record.hasStrayQuote, record.unclosedQuoteLine == nil else {
      throw error(record.unclosedQuoteLine ?? record.line, .quotes)
    }
    guard record.end + 1 < text.count, text[record.end] == carriageReturn,
      text[record.end + 1] == lineFeed
    else { throw error(record.line, .lineEnd) }
    return try record.withCells(of: text) { cells throws(TableError) in
      var texts: [String] = []
      texts.reserveCapacity(cells.count)
      for index in 0..<cells.count {
        guard
          let text = String(validating: TableReader.withoutApostrophe(cells[index]), as: UTF8.self)
        else { throw error(record.line, .notUTF8) }
        texts.append(text)
      }
      return texts
    }
  }

  /// A cell without the apostrophe that stands before what a spreadsheet would take for a formula.
  ///
  /// A text that itself began with such an apostrophe loses it: the file does not tell them apart.
  private static func withoutApostrophe(
    _ cell: UnsafeBufferPointer<UInt8>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    guard cell.count > 1, cell[0] == UInt8(ascii: "'"), riskyFirst.contains(cell[1]) else {
      return cell[...]
    }
    return cell.dropFirst()
  }

  private static let riskyFirst = Array("=+-@\t\r".utf8)

  /// The whole number in a cell; nothing for a blank one.
  func number(_ cell: String, _ column: String, _ lineNumber: Int) throws(TableError) -> Int? {
    if cell.isEmpty { return nil }
    guard let number = wholeNumber(cell.utf8) else {
      throw error(lineNumber, .value(column, text: excerpt(cell)))
    }
    return number
  }

  func error(_ lineNumber: Int?, _ reason: TableError.Reason) -> TableError {
    TableError(fileName: fileName, lineNumber: lineNumber, reason: reason)
  }
}
