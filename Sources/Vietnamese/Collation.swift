/// Where a text stands in Vietnamese alphabetical order.
///
/// Syllable by syllable, as Vietnamese dictionaries do: first the letters
/// (a ă â b c d đ e ê f … o ô ơ … u ư … y z), then the tone (ngang, huyền, hỏi, ngã, sắc, nặng);
/// only then the next syllable, so that “ba lô” comes before “bà con”. Digits and signs come
/// before letters. Texts that differ in nothing else are ordered by letter case (small first) and
/// at last by their bytes, so that the order is total and never depends on the machine.
package struct CollationKey: Comparable, Sendable {
  private let ranks: [UInt32]
  private let cases: [UInt8]
  private let bytes: [UInt8]

  package init(_ text: String) {
    var ranks: [UInt32] = []
    var cases: [UInt8] = []
    var tones: [UInt32] = []
    for character in text {
      if character.isWhitespace {
        CollationKey.closeSyllable(&ranks, &tones)
        continue
      }
      if let letter = CollationKey.letter(character) {
        ranks.append(CollationKey.firstLetter + letter.rank)
        tones.append(letter.tone + 1)
        cases.append(letter.isUpper ? 1 : 0)
      } else {
        let value = character.unicodeScalars.first?.value ?? 0
        ranks.append(
          character.isLetter ? CollationKey.firstForeign + value : CollationKey.firstSign + value)
        tones.append(1)
      }
    }
    CollationKey.closeSyllable(&ranks, &tones)
    self.ranks = ranks
    self.cases = cases
    bytes = Array(text.utf8)
  }

  package static func < (left: CollationKey, right: CollationKey) -> Bool {
    if left.ranks != right.ranks { return left.ranks.lexicographicallyPrecedes(right.ranks) }
    if left.cases != right.cases { return left.cases.lexicographicallyPrecedes(right.cases) }
    return left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  // Ranks in one word: 0 ends a syllable's letters, 1–6 are tones, then signs, our letters,
  // foreign letters.
  private static let firstSign: UInt32 = 0x10
  private static let firstLetter: UInt32 = 0x20_0000
  private static let firstForeign: UInt32 = 0x30_0000

  /// Ends the letters of a syllable, which makes shorter ones come first, and adds its tones.
  private static func closeSyllable(_ ranks: inout [UInt32], _ tones: inout [UInt32]) {
    guard !tones.isEmpty else { return }
    ranks.append(0)
    ranks.append(contentsOf: tones)
    tones.removeAll(keepingCapacity: true)
  }

  private struct Letter {
    var rank: UInt32
    var tone: UInt32
    var isUpper: Bool
  }

  /// A letter of ours with its tone, however it is spelt; nothing for any other character.
  private static func letter(_ character: Character) -> Letter? {
    let scalars = character.unicodeScalars
    if let first = scalars.first, scalars.count == 1, let letter = letters[first.value] {
      return letter
    }
    if character.isASCII { return nil }
    // A tone on a consonant, or in parts.
    var parts = String(character).decomposedScalars
    // No mark stands behind the tone, or it is another letter; the dot below comes before the others.
    guard let place = parts.firstIndex(where: { toneMarks.contains($0) }),
      place == parts.count - 1 || parts[place] == "\u{323}",
      let tone = toneMarks.firstIndex(of: parts.remove(at: place))
    else { return composedLetter(parts) }
    guard var letter = composedLetter(parts), letter.tone == 0 else { return nil }
    letter.tone = UInt32(tone + 1)
    return letter
  }

  private static func composedLetter(_ parts: [Unicode.Scalar]) -> Letter? {
    let composed = String(String.UnicodeScalarView(parts)).composed.unicodeScalars
    return composed.count == 1 ? composed.first.flatMap { letters[$0.value] } : nil
  }

  /// Huyền, hỏi, ngã, sắc, nặng.
  private static let toneMarks: [Unicode.Scalar] = [
    "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}",
  ]

  /// The letters by scalar, vowels with every tone.
  private static let letters: [UInt32: Letter] = {
    let small = """
      aàảãáạ ăằẳẵắặ âầẩẫấậ b c d đ eèẻẽéẹ êềểễếệ f g h iìỉĩíị j k l m n oòỏõóọ ôồổỗốộ ơờởỡớợ p q r s t \
      uùủũúụ ưừửữứự v w x yỳỷỹýỵ z
      """
    var table: [UInt32: Letter] = [:]
    table.reserveCapacity(256)
    for (isUpper, spellings) in [(false, small), (true, small.uppercased())] {
      for (rank, letter) in spellings.unicodeScalars.split(separator: " ").enumerated() {
        for (tone, scalar) in letter.enumerated() {
          table[scalar.value] = Letter(
            rank: UInt32(truncatingIfNeeded: rank), tone: UInt32(truncatingIfNeeded: tone),
            isUpper: isUpper)
        }
      }
    }
    return table
  }()
}
