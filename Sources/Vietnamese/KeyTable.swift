/// The scalars whose keys are known without asking Unicode: ASCII, the Vietnamese letters, and the
/// punctuation of Vietnamese office texts.
///
/// Everything else takes the exact path.
///
/// A text of these scalars only is in NFC as it stands: none is a combining mark, and none
/// composes with its neighbours. `MatchKeyTests` holds the table against the exact path for
/// every scalar there is.
struct KeyTable: Sendable {
  /// For the exact path.
  static let unknown: UInt16 = 0
  static let space: UInt16 = 0x20
  static let limit = 0x2070

  /// Lower-case scalar of a letter or digit, `space` for what separates words, or `unknown`.
  let lowered: [UInt16]
  /// The same without diacritics, `y` as `i`: the letters of loose keys.
  let loose: [UInt8]

  static let shared = KeyTable()

  private init() {
    var lowered = [UInt16](repeating: KeyTable.unknown, count: KeyTable.limit)
    var loose = [UInt8](repeating: 0, count: KeyTable.limit)
    func add(_ scalar: Unicode.Scalar, lower: Unicode.Scalar) {
      let base: Unicode.Scalar
      switch lower {
      case "đ": base = "d"
      case "y": base = "i"
      default:
        let first = String(lower).decomposedScalars.first ?? lower
        base = first == "y" ? "i" : first
      }
      lowered[Int(scalar.value)] = UInt16(truncatingIfNeeded: lower.value)
      loose[Int(scalar.value)] = UInt8(truncatingIfNeeded: base.value)
    }
    for scalar in KeyTable.letters.unicodeScalars {
      add(scalar, lower: scalar)
      for upper in String(scalar).uppercased().unicodeScalars { add(upper, lower: scalar) }
    }
    for value in UInt8(0)..<0x80 {
      let scalar = Unicode.Scalar(value)
      guard lowered[Int(value)] == KeyTable.unknown else { continue }
      lowered[Int(value)] = scalar.isLetterOrDigit ? UInt16(value) : KeyTable.space
    }
    for scalar in KeyTable.separators.unicodeScalars {
      lowered[Int(scalar.value)] = KeyTable.space
    }
    self.lowered = lowered
    self.loose = loose
  }

  /// The small letters of Vietnamese, and the digits.
  static let letters =
    "abcdefghijklmnopqrstuvwxyz0123456789"
    + "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

  /// No-break space, quotation marks, dashes, ellipsis, bullet, middle dot, section and degree
  /// signs.
  private static let separators = "\u{A0}“”‘’–—…•·«»§°"
}
