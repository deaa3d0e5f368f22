package import Domain
import Vietnamese

/// Letters that were lost when a text was saved, and cells in an old encoding inside a Unicode file.
package enum TextDamage: Sendable, Equatable {
  /// U+FFFD, or question marks in the place of letters.
  case lostLetters
  /// Characters that are no Vietnamese, and what they say in the encoding they were typed in.
  case misread(MisreadText)

  /// What is wrong with a cell; it is well-formed UTF-8.
  package init?(_ cell: UnsafeBufferPointer<UInt8>) {
    if !TextDamage.isSuspect(cell) { return nil }
    if TextDamage.holdsReplacement(cell) || TextDamage.holdsLostLetters(cell) {
      self = .lostLetters
    } else if let misread = TextDamage.misreading(cell) {
      self = .misread(misread)
    } else {
      return nil
    }
  }

  /// Whether a text has anything that may be damage of a cell; ten million records must not be asked
  /// one by one.
  package static func isPossible(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let width = SIMD16<UInt8>.scalarCount
    let raw = UnsafeRawBufferPointer(bytes)
    var start = 0
    while start + width <= bytes.count {
      let chunk = raw.loadUnaligned(fromByteOffset: start, as: SIMD16<UInt8>.self)
      let isSuspect =
        (chunk .== questionMark) .| (chunk .== replacementLead) .| (chunk .== symbolLead)
      if any(isSuspect), isPossible(in: bytes, start..<(start + width)) { return true }
      start += width
    }
    return isPossible(in: bytes, start..<bytes.count)
  }

  private static let questionMark = SIMD16<UInt8>(repeating: UInt8(ascii: "?"))
  private static let replacementLead = SIMD16<UInt8>(repeating: 0xEF)
  private static let symbolLead = SIMD16<UInt8>(repeating: 0xC2)

  private static func isPossible(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    range.contains { index in
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case UInt8(ascii: "?"):
        return index > 0 && isLetter(bytes[index - 1]) || isLetter(next)
          || next == UInt8(ascii: "?")
      case 0xEF: return next == 0xBF
      case 0xC2: return next != 0xA0
      default: return false
      }
    }
  }

  /// Whether there is a question mark, or a character that no Vietnamese text has: without one there is no
  /// damage.
  private static func isSuspect(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in cell.indices {
      let byte = cell[index]
      if byte < 0x80 ? byte == UInt8(ascii: "?") : byte == 0xEF || isOdd(cell, at: index) {
        return true
      }
    }
    return false
  }

  // MARK: Lost letters

  private static func holdsReplacement(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.indices.dropLast(2).contains {
      cell[$0] == 0xEF && cell[$0 + 1] == 0xBF && cell[$0 + 2] == 0xBD
    }
  }

  /// Whether question marks stand where letters were: before a letter of the same word (`M?t`), or
  /// after one with small letters going on behind (`M? hình`); a question's end is neither.
  private static func holdsLostLetters(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.contains(UInt8(ascii: "?")) else { return false }
    let words = String(decoding: cell, as: UTF8.self).unicodeScalars.split(separator: " ")
    if words.contains(where: isAddress) { return false }
    return words.enumerated().contains { index, word in
      let isFollowed = index + 1 < words.count && words[index + 1].first.map(isSmall) == true
      return holdsLostLetters(Array(word), isFollowed: isFollowed)
    }
  }

  /// The same in one word; whether small letters follow it.
  private static func holdsLostLetters(_ word: [Unicode.Scalar], isFollowed: Bool) -> Bool {
    word.indices.contains { index in
      guard word[index] == "?" else { return false }
      // “Nuôi ?? thịt”: a word was lost whole.
      if isFollowed, word.count > 1, word.allSatisfy({ $0 == "?" }) { return true }
      let next = word[index...].firstIndex { $0 != "?" }
      // “Vì dân?vì nước” and “Rác là gì? phân loại” ask: what stands before the mark is a word.
      if next == nil || word[next ?? 0].properties.isAlphabetic, isWord(word[..<index]) {
        return false
      }
      if let next { return word[next].properties.isAlphabetic }
      return isFollowed && index > 0 && word[index - 1].properties.isAlphabetic
    }
  }

  /// Whether letters make a whole Vietnamese word, told by its diacritic: “thu?” and “ngu?i” are not.
  private static func isWord(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    let scalars = letters.map(\.value)
    return scalars.contains { $0 >= 0x80 } && Syllable.isLegal(scalars[...])
  }

  private static func isAddress(_ word: Substring.UnicodeScalarView) -> Bool {
    let text = String(word)
    return text.hasPrefix("www.") || text.contains("://")
  }

  private static func isSmall(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isLowercase }

  /// An ASCII letter, or any byte beyond ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }

  // MARK: Old encodings inside Unicode

  private static let misreadings: [TextEncoding] = [
    .misreadUTF8, .misreadUTF8Twice, .misreadTCVN3, .misreadVNIWindows, .misreadVISCII,
    .misreadWindows1258,
  ]

  /// What a cell says in the old encoding in which all its odd words are Vietnamese.
  ///
  /// An odd word is none in Unicode, and has a character that no Vietnamese word has.
  private static func misreading(_ cell: UnsafeBufferPointer<UInt8>) -> MisreadText? {
    guard holdsOddCharacter(cell) else { return nil }
    var odd: [[UInt8]] = []
    WordSample.forEachWord(of: cell, windowLength: cell.count) { word in
      if word.withUnsafeBufferPointer({ holdsOddCharacter($0) }),
        !EncodingJudge.isLegal(word, as: .utf8)
      {
        odd.append(word)
      }
      return true
    }
    if odd.isEmpty { return nil }
    let found = misreadings.first { encoding in
      odd.allSatisfy { EncodingJudge.isLegal($0, as: encoding) }
    }
    return found.map {
      MisreadText(
        encoding: $0, text: String(decoding: TextReading.decoded(cell, as: $0), as: UTF8.self))
    }
  }

  /// Whether there is a character of windows-1252 that is neither a Vietnamese letter, a space, a
  /// soft hyphen (hidden, and told as such), nor one of the signs ° ² ³, which stand after letters.
  private static func holdsOddCharacter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.indices.contains { isOdd(bytes, at: $0) }
  }

  /// Whether such a character begins at `index`.
  private static func isOdd(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let trail = bytes[index + 1]
    switch bytes[index] {
    case 0xC2: return ![0xA0, 0xAD, 0xB0, 0xB2, 0xB3].contains(trail)
    case 0xC3: return vietnameseTrails >> UInt64(trail & 0x3F) & 1 == 0
    case 0xC5: return trail != 0xA8 && trail != 0xA9
    case 0xC6: return trail == 0x92
    default: return false
    }
  }

  /// The Vietnamese letters from U+00C0 to U+00FF, a bit for each second byte.
  private static let vietnameseTrails: UInt64 =
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý".unicodeScalars
    .reduce(0) { $0 | 1 << UInt64($1.value & 0x3F) }
}
