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

/// JSON with the characters escaped that no terminal should get: U+007F–009F, format characters, and
/// the separators of lines; inside strings, where alone they can stand, `\u` says the same.
package func terminalSafeJSON(_ json: [UInt8]) -> [UInt8] {
  guard json.contains(where: { $0 >= 0x7F }) else { return json }
  var safe: [UInt8] = []
  safe.reserveCapacity(json.count)
  for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
    let isHidden =
      (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
      || (scalar.value >= 0xAD && scalar.properties.generalCategory == .format)
    guard isHidden else {
      safe.append(contentsOf: UTF8.encode(scalar) ?? .init())
      continue
    }
    for unit in UTF16.encode(scalar) ?? .init() {
      let digits = String(unit, radix: 16)
      safe.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
    }
  }
  return safe
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
