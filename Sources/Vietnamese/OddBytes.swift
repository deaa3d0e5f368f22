/// Whether some UTF-8 holds anything that the rules on misleading and damaged texts might have a word
/// on.
///
/// A quick look for whole files and records: it never misses what `MisleadingScalar` and
/// `CellDamage` find, and says yes to some more. Most files hold nothing of the kind, and then no
/// record of theirs is looked at again.
///
/// Complexity: one pass over the bytes.
package func holdsOddBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  OddBytes.classes.withUnsafeBufferPointer { classes in
    for index in 0..<bytes.count {
      let byte = bytes[index]
      switch classes[Int(byte)] {
      case .plain: continue
      case .odd: return true
      case .lead: if OddBytes.isOddScalar(bytes, at: index) { return true }
      case .sign: if OddBytes.isOddSign(bytes, at: index) { return true }
      }
    }
    return false
  }
}

private enum OddBytes {
  enum Class: UInt8 {
    case plain, odd
    /// Begins a scalar that may be odd.
    case lead
    /// `-`, `+` and `/`, which may stand in a number or a day that a spreadsheet made.
    case sign
  }

  static let classes: [Class] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case 0x09, 0x0A, 0x0D: .plain
    // An error value begins with #, a text that was forced to be one with an apostrophe.
    case 0..<0x20, 0x7F, UInt8(ascii: "#"), UInt8(ascii: "'"): .odd
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "/"): .sign
    case 0xC2...0xC4, 0xC6, 0xC8...0xCA, 0xCC, 0xCD, 0xE1...0xE3, 0xEA, 0xEF: .lead
    // Greek, Cyrillic, Armenian, Hebrew, Arabic and beyond; rare scripts; beyond the first plane.
    case 0xCE...0xE0, 0xF0...0xFF: .odd
    default: .plain
    }
  }

  /// Whether the scalar of two or three bytes at `index` may be misleading.
  static func isOddScalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    let last = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch bytes[index] {
    case 0xC2: return next <= 0x9F || next == 0xAD
    case 0xC3: return next == 0x90 || next == 0xB0
    case 0xC4: return next == 0xB1
    case 0xC6: return next == 0x89
    // Letters of phonetics, some of which are capitals made small.
    case 0xC8...0xCA: return true
    case 0xCC: return (0xB5...0xB8).contains(next)
    case 0xCD: return next == 0x8F
    // Vietnamese letters stand at E1 BA and E1 BB.
    case 0xE1: return next != 0xBA && next != 0xBB
    case 0xE2:
      switch next {
      case 0x80: return (0x8B...0x8F).contains(last) || (0xA8...0xAE).contains(last)
      case 0x81: return last >= 0xA0
      // Letters of formulas and Roman numerals; Braille; Coptic.
      case 0x84, 0x85, 0xA0, 0xB2, 0xB3: return true
      default: return false
      }
    case 0xE3: return next == 0x85
    // Lisu, and a small capital.
    case 0xEA: return next == 0x93 || next == 0x9C
    default: return true
    }
  }

  /// Whether a sign may stand in `1E+05`, `12-Jun`, `2-thg 6` or `Jun-23`.
  static func isOddSign(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index > 0, index + 1 < bytes.count else { return false }
    if bytes[index] == UInt8(ascii: "/") { return isInDay(bytes, at: index) }
    let (before, after) = (bytes[index - 1], bytes[index + 1])
    if bytes[index] == UInt8(ascii: "+") || before | 0x20 == UInt8(ascii: "e") {
      return before | 0x20 == UInt8(ascii: "e") && isDigit(after)
    }
    if isDigit(before), isDigit(after) { return isInDay(bytes, at: index) }
    if isDigit(before) { return monthInitials.contains(after | 0x20) }
    return isDigit(after) && monthEnds.contains(before | 0x20)
  }

  /// Whether the mark at `index` stands in a day: the same one again after one or two digits.
  private static func isInDay(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index > 0, isDigit(bytes[index - 1]) else { return false }
    for length in 1...2 where index + length + 1 < bytes.count {
      if (1...length).allSatisfy({ isDigit(bytes[index + $0]) }),
        bytes[index + length + 1] == bytes[index]
      {
        return true
      }
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static let monthInitials = Array("jfmasondt".utf8)
  private static let monthEnds = Array("nbrylgptvc".utf8)
}
