/// The eight-bit encodings that Vietnamese offices typed in before Unicode.
package enum LegacyEncoding: Sendable, CaseIterable {
  /// TCVN 5712, its part from A0 on: what the ABC fonts (.VnTime) hold. Their capitals with tones are
  /// a font of their own (.VnTimeH) over the small letters, so that no capital can be told.
  case tcvn3
  /// A letter, then a byte for its marks; the fonts VNI-Times and their like.
  case vniWindows
  /// RFC 1456.
  case viscii
  /// Letters and combining tones.
  case windows1258

  var table: LetterTable {
    switch self {
    case .tcvn3: LetterTable.tcvn3
    case .vniWindows: LetterTable.vniWindows
    case .viscii: LetterTable.viscii
    case .windows1258: LetterTable.windows1258
    }
  }

  /// UTF-8 of `bytes`, its letters composed.
  ///
  /// A byte without a meaning there becomes the byte FF, which is no UTF-8, so that it is told on
  /// its record.
  package func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 4)
    table.forEachScalar(of: bytes) { appendUTF8($0, to: &output) }
    return output
  }

  /// The scalars of a word; nothing if a byte of it has no meaning.
  func scalars(of word: [UInt8]) -> [UInt32]? {
    var scalars: [UInt32] = []
    var isWhole = true
    table.forEachScalar(of: word) { scalar in
      if let scalar { scalars.append(scalar) } else { isWhole = false }
    }
    return isWhole ? scalars : nil
  }
}

/// Appends the UTF-8 of a scalar; FF for what is none.
private func appendUTF8(_ value: UInt32?, to output: inout [UInt8]) {
  guard let value, let scalar = Unicode.Scalar(value) else {
    output.append(0xFF)
    return
  }
  if value < 0x80 {
    output.append(UInt8(truncatingIfNeeded: value))
  } else {
    output.append(contentsOf: UTF8.encode(scalar) ?? .init())
  }
}
