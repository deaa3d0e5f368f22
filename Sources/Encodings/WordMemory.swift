import Domain

/// In which readings words are legal, from text to text of one thread.
package final class WordMemory {
  private static let limit = 16_384

  /// Words that are legal in Unicode.
  private var legal: Set<[UInt8]> = []
  /// By word, a bit for each reading in which it is legal, and one above them for windows-1252; of texts
  /// that are well-formed, and of others.
  private var readings: [[[UInt8]: UInt8]] = [[:], [:]]

  package init() {}

  /// Whether a word is legal in Unicode.
  func isLegal(_ word: [UInt8]) -> Bool {
    if legal.contains(word) { return true }
    guard EncodingJudge.isLegal(word, as: .utf8) else { return false }
    if legal.count < WordMemory.limit { legal.insert(word) }
    return true
  }

  /// A bit for each of `encodings` in which a word is legal, from the lowest on, and one above them for
  /// windows-1252; the encodings are always the same for texts that are well-formed, and for others.
  func legalReadings(
    of word: [UInt8], among encodings: [TextEncoding], isWellFormed: Bool
  ) -> UInt8 {
    let index = isWellFormed ? 1 : 0
    if let known = readings[index][word] { return known }
    var found: UInt8 = 0
    for (bit, encoding) in encodings.enumerated()
    where EncodingJudge.isLegal(word, as: encoding) { found |= 1 << UInt8(bit) }
    if EncodingJudge.isWestern(word) { found |= 1 << UInt8(encodings.count) }
    if readings[index].count < WordMemory.limit { readings[index][word] = found }
    return found
  }
}
