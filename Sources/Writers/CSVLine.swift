/// Lines of the CSV files that a release holds (SPEC §8).
package struct CSVLine {
  /// UTF-8's byte-order mark: Excel reads the file as UTF-8 only with it.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private var bytes: [UInt8] = []
  private var isFirst = true

  package init() {}

  /// A text cell: with an apostrophe before what a spreadsheet would take for a formula.
  package mutating func add(text: String) {
    var text = text
    text.withUTF8 { add(utf8: $0) }
  }

  /// A text cell of which the UTF-8 is given.
  mutating func add(utf8: UnsafeBufferPointer<UInt8>) {
    separate()
    let isRisky = utf8.first.map { CSVLine.isRiskyFirst($0) } ?? false
    guard utf8.contains(where: { CSVLine.needsQuotes($0) }) else {
      if isRisky { bytes.append(UInt8(ascii: "'")) }
      bytes.append(contentsOf: utf8)
      return
    }
    bytes.append(CSVLine.quote)
    if isRisky { bytes.append(UInt8(ascii: "'")) }
    for byte in utf8 {
      bytes.append(byte)
      if byte == CSVLine.quote { bytes.append(byte) }
    }
    bytes.append(CSVLine.quote)
  }

  /// A number; nothing for a blank cell.
  package mutating func add(number: Int?) {
    separate()
    if let number { bytes.append(contentsOf: String(number).utf8) }
  }

  /// Ends the line, hands its bytes to `body`, and begins another one.
  package mutating func end<Failure: Error>(
    _ body: (_ line: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    bytes.append(0x0D)
    bytes.append(0x0A)
    try body(bytes)
    bytes.removeAll(keepingCapacity: true)
    isFirst = true
  }

  private mutating func separate() {
    if isFirst { isFirst = false } else { bytes.append(UInt8(ascii: ",")) }
  }

  private static let quote = UInt8(ascii: "\"")
  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == quote || byte == UInt8(ascii: ",") || byte == 0x0D || byte == 0x0A
  }

  private static func isRiskyFirst(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }
}
