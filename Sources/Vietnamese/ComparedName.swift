/// A model's name with everything that tells whether another name is the same one with a slip of
/// typing in it.
package struct ComparedName: Sendable {
  /// Words of the name key, and the same without diacritics, `y` as `i`.
  private let words: [ArraySlice<UInt32>]
  private let looseWords: [ArraySlice<UInt32>]
  /// The loose key (SPEC §5).
  package let loose: [UInt32]
  private let numbers: [ArraySlice<UInt32>]

  package init(_ name: String) {
    var keys = KeyMaker()
    keys.makeMatchKey(of: name)
    let key = keys.nameKey
    words = key.split(separator: 0x20)
    looseWords = keys.looseWords(of: key)
    loose = Array(looseWords.joined())
    numbers = NameNumbers.of(key)
  }

  /// Whether one of the two may be the other with one or two slips, and not another model.
  ///
  /// The numbers in them agree, the slips are few enough for their length, and each of their words
  /// that differ may be the other one mistyped. Names of one loose key are not near, but alike.
  package func isNear(_ other: ComparedName) -> Bool {
    let limit = ComparedName.slipLimit(min(loose.count, other.loose.count))
    guard numbers == other.numbers, limit > 0, loose != other.loose,
      slipCount(loose[...], other.loose[...], limit: limit) != nil
    else { return false }
    return differsBySlips(from: other)
  }

  /// How many slips are taken for such in a loose key of that many scalars.
  package static func slipLimit(_ length: Int) -> Int {
    length < shortestLength ? 0 : length < shortestOfTwo ? 1 : mostSlips
  }

  /// The most slips there are.
  package static let mostSlips = 2
  private static let shortestLength = 6
  private static let shortestOfTwo = 12

  // MARK: Words

  /// The words between those that both names begin and end with.
  private func differsBySlips(from other: ComparedName) -> Bool {
    let start = zip(looseWords, other.looseWords).prefix { $0 == $1 }.count
    let shorter = min(looseWords.count, other.looseWords.count)
    let end = zip(looseWords.reversed(), other.looseWords.reversed())
      .prefix { $0 == $1 }.prefix(shorter - start).count
    let left = start..<looseWords.count - end
    let right = start..<other.looseWords.count - end
    if left.count == right.count {
      return left.allSatisfy {
        looseWords[$0] == other.looseWords[$0] || isSlip(at: $0, other)
      }
    }
    if left.isEmpty { return other.areLinking(right) }
    if right.isEmpty { return areLinking(left) }
    return looseWords[left].contains { !LooseSyllable.isSpelt($0) }
      || other.looseWords[right].contains { !LooseSyllable.isSpelt($0) }
  }

  /// Whether the words only link others: a name says as much without them.
  private func areLinking(_ range: Range<Int>) -> Bool {
    words[range].allSatisfy { ComparedName.linkingWords.contains(Array($0)) }
  }

  private static let linkingWords: Set<[UInt32]> = Set(
    ["và", "về", "ở", "của", "cho", "các", "tại", "với", "để", "là", "cùng", "từ"].map {
      $0.unicodeScalars.map(\.value)
    })

  /// Whether the words at `index` may be one word of which one is mistyped.
  ///
  /// Of two syllables each may be meant, unless their sounds are often mixed up, or only one of them
  /// makes a fixed expression with its neighbour. Of two words that are no syllables, short ones are
  /// taken for two acronyms.
  private func isSlip(at index: Int, _ other: ComparedName) -> Bool {
    let (left, right) = (looseWords[index], other.looseWords[index])
    guard let slips = slipCount(left, right, limit: ComparedName.mostSlips),
      !(left + right).contains(where: { (0x30...0x39).contains($0) }),
      max(left.count, right.count) > 1
    else { return false }
    switch (LooseSyllable.isSpelt(left), LooseSyllable.isSpelt(right)) {
    case (true, true):
      return MixedSounds.areMixed(words[index], other.words[index])
        || isExpression(at: index) != other.isExpression(at: index)
    case (false, false):
      return slips == 1 && max(left.count, right.count) >= 5
    case (true, false): return !LooseSyllable.isVowelless(right)
    case (false, true): return !LooseSyllable.isVowelless(left)
    }
  }

  private func isExpression(at index: Int) -> Bool {
    let word = looseWords[index]
    return FixedExpressions.hold(index > 0 ? looseWords[index - 1] : nil, word)
      || FixedExpressions.hold(word, index + 1 < looseWords.count ? looseWords[index + 1] : nil)
  }
}
