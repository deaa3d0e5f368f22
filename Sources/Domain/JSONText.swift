/// Appends a text as a JSON string (RFC 8259): quotes, backslashes and control characters escaped,
/// everything else as it stands in UTF-8.
///
/// For lists too long to be encoded as a whole.
package func appendJSON(_ text: String, to bytes: inout [UInt8]) {
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

/// Appends texts as a JSON array of strings.
package func appendJSON(_ texts: [String], to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "["))
  for (index, text) in texts.enumerated() {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    appendJSON(text, to: &bytes)
  }
  bytes.append(UInt8(ascii: "]"))
}
