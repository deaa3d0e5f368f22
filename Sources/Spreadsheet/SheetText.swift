/// Text as the cells of a workbook store it.
///
/// XML cannot hold most control characters; ECMA-376 Part 1 §22.9.2.19 (ST_Xstring) writes them
/// as `_xHHHH_`, and a text that looks like such an escape as `_x005F_xHHHH_`. libxlsxwriter does
/// the first only in part and the second not at all, so we do both before it sees the text.
package enum SheetText {
  /// Most UTF-16 units of a cell.
  package static let lengthLimit = 32_767

  /// `text` as it is stored.
  static func escaped(_ text: String) -> String {
    guard needsEscape(text) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if cannotStand(scalar) {
        result.append(contentsOf: escape(scalar.value).unicodeScalars)
      } else if scalar == "_", escapeValue(in: scalars, at: index) != nil {
        result.append(contentsOf: escape(0x5F).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// What a stored text means.
  ///
  /// Escapes that make no valid text stay as they are.
  static func unescaped(_ stored: String) -> String {
    guard stored.utf8.contains(UInt8(ascii: "_")) else { return stored }
    let scalars = Array(stored.unicodeScalars)
    var units: [UInt16] = []
    var index = 0
    var hasEscape = false
    while index < scalars.count {
      if scalars[index] == "_", let value = escapeValue(in: scalars, at: index) {
        units.append(value)
        index += 7
        hasEscape = true
      } else {
        units.append(contentsOf: UTF16.encode(scalars[index]).map { Array($0) } ?? [])
        index += 1
      }
    }
    guard hasEscape else { return stored }
    return String(validating: units, as: UTF16.self) ?? stored
  }

  /// Adds what a stored text means to `output`.
  static func appendUnescaped(_ stored: [UInt8], to output: inout [UInt8]) {
    if stored.contains(UInt8(ascii: "_")) {
      output.append(contentsOf: unescaped(String(decoding: stored, as: UTF8.self)).utf8)
    } else {
      output.append(contentsOf: stored)
    }
  }

  /// How many UTF-16 units `text` takes when stored.
  package static func storedLength(_ text: String) -> Int {
    needsEscape(text) ? escaped(text).utf16.count : text.utf16.count
  }

  /// `text`, or its beginning and “…” when it takes more than `limit` units when stored.
  ///
  /// Cuts between characters, never inside one. A `limit` beyond that of a cell counts as that.
  package static func shortened(_ text: String, to limit: Int = lengthLimit) -> String {
    let limit = min(limit, lengthLimit)
    if text.utf8.count <= limit, !needsEscape(text) { return text }
    if storedLength(text) <= limit { return text }
    var length = 1
    var end = text.startIndex
    for index in text.indices {
      length += storedLength(String(text[index]))
      if length > limit - 7 { break }
      end = text.index(after: index)
    }
    return text[..<end] + "…"
  }

  private static func needsEscape(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "_") || $0 == 0xEF }
  }

  private static func cannotStand(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func escape(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
  }

  /// The value of the `_xHHHH_` that begins at `index`, if one does.
  private static func escapeValue(in scalars: [Unicode.Scalar], at index: Int) -> UInt16? {
    guard index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_" else {
      return nil
    }
    var value: UInt16 = 0
    for scalar in scalars[index + 2..<index + 6] {
      guard let digit = Character(scalar).hexDigitValue, scalar.isASCII else { return nil }
      value = value << 4 | UInt16(truncatingIfNeeded: digit)
    }
    return value
  }
}
