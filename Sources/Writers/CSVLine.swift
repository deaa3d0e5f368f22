/// Lines of the CSV files that a release holds (SPEC §8).
package struct CSVLine {
  /// UTF-8's byte-order mark: Excel reads the file as UTF-8 only with it.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  package init() {}

  /// A text cell: with an apostrophe before what a spreadsheet would take for a formula.
  package mutating func add(text: String) {
    separate()
    let utf8 = Array(text.utf8)
    let isRisky = utf8.first.map { CSVLine.riskyFirst.contains($0) } ?? false
    let needsQuotes = utf8.contains { CSVLine.quotedBytes.contains($0) }
    if needsQuotes { bytes.append(CSVLine.quote) }
    if isRisky { bytes.append(UInt8(ascii: "'")) }
    for byte in utf8 {
      bytes.append(byte)
      if byte == CSVLine.quote { bytes.append(byte) }
    }
    if needsQuotes { bytes.append(CSVLine.quote) }
  }

  /// A number; nothing for a blank cell.
  package mutating func add(number: Int?) {
    separate()
    if let number { bytes.append(contentsOf: String(number).utf8) }
  }

  /// Ends the line.
  package mutating func end() -> [UInt8] {
    bytes.append(contentsOf: [0x0D, 0x0A])
    defer {
      bytes.removeAll(keepingCapacity: true)
      isFirst = true
    }
    return bytes
  }

  private mutating func separate() {
    if isFirst { isFirst = false } else { bytes.append(UInt8(ascii: ",")) }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let quotedBytes: [UInt8] = [quote, UInt8(ascii: ","), 0x0D, 0x0A]
  private static let riskyFirst: [UInt8] = Array("=+-@\t\r".utf8)
}
