/// A model's name with what tells whether another name is the same one with a slip of typing in it.
package struct ComparedName: Sendable {
  fileprivate let key: [UInt32]
  /// The loose key (SPEC §5).
  package let loose: [UInt32]

  package init(_ name: String) {
    var keys = KeyMaker()
    self.init(name, &keys)
  }

  /// The same with a maker of keys that is used again.
  package init(_ name: String, _ keys: inout KeyMaker) {
    keys.makeMatchKey(of: name)
    var loose: [UInt32] = []
    loose.reserveCapacity(keys.match.count)
    keys.looseKey(of: keys.nameKey, into: &loose)
    key = Array(keys.nameKey)
    self.loose = loose
  }

  /// Whether one of the two may be the other with one or two slips, and not another model.
  ///
  /// The numbers in them agree, the slips are few enough for their length, and each of their words
  /// that differ may be the other one mistyped. Names of one loose key are not near, but alike.
  package func isNear(_ other: ComparedName) -> Bool {
    let limit = ComparedName.slipLimit(min(loose.count, other.loose.count))
    guard limit > 0, loose != other.loose,
      slipCount(loose[...], other.loose[...], limit: limit) != nil,
      NameNumbers.of(key[...]) == NameNumbers.of(other.key[...])
    else { return false }
    return ComparedWords(self).differBySlips(from: ComparedWords(other))
  }

  /// How many slips are taken for such in a loose key of that many scalars.
  package static func slipLimit(_ length: Int) -> Int {
    length < shortestLength ? 0 : length < shortestOfTwo ? 1 : mostSlips
  }

  /// The most slips there are.
  package static let mostSlips = 2
  private static let shortestLength = 6
  private static let shortestOfTwo = 12
}

/// The words of a name key, one beside the other with those of another name.
private struct ComparedWords {
  private let words: [ArraySlice<UInt32>]
  /// The same without diacritics, `y` as `i`.
  private let looseWords: [ArraySlice<UInt32>]

  init(_ name: ComparedName) {
    words = name.key.split(separator: 0x20)
    // Mostly each scalar has one in the loose key: then its words lie there one after another.
    guard name.key.allSatisfy({ $0 < 0x300 || (0x1E00..<0x1F00).contains($0) }) else {
      looseWords = KeyMaker().looseWords(of: name.key[...])
      return
    }
    var start = 0
    looseWords = words.map { word in
      defer { start += word.count }
      return name.loose[start..<start + word.count]
    }
  }

  /// The words between those that both names begin and end with.
  func differBySlips(from other: ComparedWords) -> Bool {
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
    words[range].allSatisfy { ComparedWords.linkingWords.contains(Array($0)) }
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
  private func isSlip(at index: Int, _ other: ComparedWords) -> Bool {
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
