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
      if let letter = CollationKey.letters[character] {
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

  /// Every letter with every tone.
  ///
  /// `Character` compares by canonical equivalence, so that one entry serves composed and
  /// decomposed spellings.
  private static let letters: [Character: Letter] = {
    var table: [Character: Letter] = [:]
    let marks = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    for (rank, letter) in "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".enumerated() {
      for (tone, mark) in marks.enumerated() {
        for isUpper in [false, true] {
          let spelled = (isUpper ? letter.uppercased() : String(letter)) + mark
          guard spelled.count == 1, let character = spelled.first else { continue }
          table[character] = Letter(
            rank: UInt32(truncatingIfNeeded: rank), tone: UInt32(truncatingIfNeeded: tone),
            isUpper: isUpper)
        }
      }
    }
    return table
  }()
}
