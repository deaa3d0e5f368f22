@_spi(_Unicode) import Swift

// The one place that touches the standard library's normalization, which is not yet public API.
// FoundationEssentials rests on the same entry points; all of Foundation would cost 50 MB.

extension String {
  /// This text in Unicode normalization form C.
  ///
  /// Texts of which every scalar stands below the combining marks, or is a Vietnamese letter or a
  /// common punctuation mark, are in that form as they are.
  package var composed: String {
    let isComposed = unicodeScalars.allSatisfy {
      $0.value < 0x300 || (0x1EA0...0x1EF9).contains($0.value)
        || (0x2010...0x2027).contains($0.value)
    }
    return isComposed ? self : _nfc.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  /// Its scalars in normalization form D.
  package var decomposedScalars: [Unicode.Scalar] { Array(_nfd) }

  /// Normalization form D without nonspacing marks, and `đ` as `d`: “Hòa Bình” gives “Hoa Binh”.
  package var withoutDiacritics: String {
    var text = ""
    for scalar in _nfd where scalar.properties.generalCategory != .nonspacingMark {
      switch scalar {
      case "đ": text.unicodeScalars.append("d")
      case "Đ": text.unicodeScalars.append("D")
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// What is cut from both ends of a cell: Unicode `White_Space`, U+200B and U+FEFF (SPEC §3).
  package var isTrimmed: Bool {
    properties.isWhitespace || value == 0x200B || value == 0xFEFF
  }

  /// A letter or a decimal digit (categories L and Nd), as `missing-value` asks for.
  package var isLetterOrDigit: Bool {
    if value < 0x80 {
      return (0x61...0x7A).contains(value | 0x20) || (0x30...0x39).contains(value)
    }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber:
      true
    default: false
    }
  }

  /// A letter, a mark or a decimal digit (L, M, Nd): what a match key keeps.
  var isKeptInKeys: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: isLetterOrDigit
    }
  }
}

/// Some well-formed UTF-8 as a text in normalization form C.
package func composedText(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  if isPlainText(bytes) { return String(decoding: bytes, as: UTF8.self) }
  return Compositions.shared.composed(bytes) ?? String(decoding: bytes, as: UTF8.self).composed
}

/// Whether there are only printable ASCII and letters below the combining marks or of Vietnamese: nearly
/// all texts are made of these, which nothing hides and nothing composes.
func isPlainText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case 0x20..<0x7F: index += 1
    case 0xC3...0xC6: index += 2
    case 0xE1 where index + 1 < bytes.count && (0xBA...0xBB).contains(bytes[index + 1]): index += 3
    default: return false
    }
  }
  return true
}

/// `bytes`, well-formed UTF-8, without what SPEC §3 cuts from both ends of a cell.
package func trimmedBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  var start = 0
  var end = bytes.count
  while start < end {
    let length = trimmedLength(bytes, at: start, end: end)
    if length == 0 { break }
    start += length
  }
  while end > start {
    var lead = end - 1
    while lead > start, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    if trimmedLength(bytes, at: lead, end: end) != end - lead { break }
    end = lead
  }
  return UnsafeBufferPointer(rebasing: bytes[start..<end])
}

/// Length of the character at `index` if it is one to be trimmed; 0 if it is not.
private func trimmedLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> Int {
  let lead = bytes[index]
  if lead < 0x80 { return lead == 0x20 || (0x09...0x0D).contains(lead) ? 1 : 0 }
  switch lead {
  case 0xC2:  // U+0085, U+00A0
    return index + 1 < end && (bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0) ? 2 : 0
  case 0xE1, 0xE2, 0xE3, 0xEF:
    guard index + 2 < end else { return 0 }
    let value =
      UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
      | UInt32(bytes[index + 2] & 0x3F)
    // The Vietnamese letters U+1EA0–1EF9 are common, and need not be asked about.
    if (0x1E00...0x1EFF).contains(value) { return 0 }
    return Unicode.Scalar(value)?.isTrimmed == true ? 3 : 0
  default: return 0
  }
}

extension String {
  /// This text without what SPEC §3 cuts from both ends of a cell.
  package var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isTrimmed }),
      let last = scalars.lastIndex(where: { !$0.isTrimmed })
    else { return "" }
    return String(scalars[first...last])
  }
}
