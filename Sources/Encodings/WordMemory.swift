import Domain

/// Words that are known to be legal in Unicode, from text to text of one thread.
package final class WordMemory {
  private static let limit = 16_384

  private var legal: Set<[UInt8]> = []

  package init() {}

  /// Whether a word is legal in Unicode.
  func isLegal(_ word: [UInt8]) -> Bool {
    if legal.contains(word) { return true }
    guard EncodingJudge.isLegal(word, as: .utf8) else { return false }
    if legal.count < WordMemory.limit { legal.insert(word) }
    return true
  }
}
