/// One JSON object on one line, for lists too long to be encoded as a whole.
///
/// Strings are escaped as RFC 8259 wants it; everything else stays as it is in UTF-8.
struct JSONRow {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]

  /// Adds a text.
  mutating func add(_ key: StaticString, _ text: String) {
    addKey(key)
    JSONRow.append(text, to: &bytes)
  }

  /// Adds a number; a key without a number is left out.
  mutating func add(_ key: StaticString, _ number: Int?) {
    guard let number else { return }
    addKey(key)
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Adds a list of texts.
  mutating func add(_ key: StaticString, _ texts: [String]) {
    addKey(key)
    bytes.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONRow.append(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// The whole object.
  var object: [UInt8] { bytes + [UInt8(ascii: "}")] }

  /// What was added so far, open for more.
  var opened: [UInt8] { bytes }

  private mutating func addKey(_ key: StaticString) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: "\":".utf8)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: "\\u00\(digits.utf8.count < 2 ? "0" : "")\(digits)".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
