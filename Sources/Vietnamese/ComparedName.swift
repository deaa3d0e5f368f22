/// A model's name with what tells whether another name is the same one with a slip of typing in it.
package struct ComparedName: Sendable {
  /// The name key, and behind it the loose key (SPEC §5).
  private let scalars: [UInt32]
  private let keyLength: Int
  /// The words of both, in `scalars`.
  private let words: [Word]

  private struct Word {
    var key: Range<Int>
    /// The same without diacritics, `y` as `i`.
    var loose: Range<Int>
  }

  package init(_ name: String) {
    var keys = KeyMaker()
    self.init(name, &keys)
  }

  /// The same with a maker of keys that is used again.
  package init(_ name: String, _ keys: inout KeyMaker) {
    var name = name
    self = name.withUTF8 { ComparedName($0, &keys) }
  }

  /// Of a name in well-formed UTF-8.
  package init(_ name: UnsafeBufferPointer<UInt8>, _ keys: inout KeyMaker) {
    keys.makeMatchKey(of: name)
    let key = keys.nameKey
    var scalars: [UInt32] = []
    scalars.reserveCapacity(2 * key.count)
    scalars += key
    var words: [Word] = []
    words.reserveCapacity(16)
    var start = key.startIndex
    while start < key.endIndex {
      let end = key[start...].firstIndex(of: 0x20) ?? key.endIndex
      let looseStart = scalars.count
      keys.appendLooseKey(of: key[start..<end], to: &scalars)
      if start < end {
        words.append(
          Word(
            key: start - key.startIndex..<end - key.startIndex, loose: looseStart..<scalars.count))
      }
      start = end + 1
    }
    self.scalars = scalars
    keyLength = key.count
    self.words = words
  }

  /// The loose key.
  package var loose: [UInt32] { Array(scalars[keyLength...]) }

  /// The words of the loose key that can be packed.
  var packedWords: [UInt64] { words.indices.compactMap { packedWord($0) } }

  /// Whether one of the two may be the other with one or two slips, and not another model.
  ///
  /// The numbers in them agree, the slips are few enough for their length, and each of their words
  /// that differ may be the other one mistyped. Names of one loose key are not near, but alike.
  package func isNear(_ other: ComparedName) -> Bool {
    let (left, right) = (scalars.span, other.scalars.span)
    let (leftLoose, rightLoose) = (
      left.extracting(droppingFirst: keyLength), right.extracting(droppingFirst: other.keyLength)
    )
    let limit = ComparedName.slipLimit(min(leftLoose.count, rightLoose.count))
    guard limit > 0, let slips = slipCount(leftLoose, rightLoose, limit: limit), slips > 0,
      NameNumbers.areSame(
        left.extracting(first: keyLength), right.extracting(first: other.keyLength))
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
}

// MARK: Words

extension ComparedName {
  /// Whether the words between those that both names begin and end with make one the other mistyped.
  private func differsBySlips(from other: ComparedName) -> Bool {
    let shorter = min(words.count, other.words.count)
    var start = 0
    while start < shorter, isLike(at: start, other, at: start) { start += 1 }
    var (end, otherEnd) = (words.count, other.words.count)
    while min(end, otherEnd) > start, isLike(at: end - 1, other, at: otherEnd - 1) {
      end -= 1
      otherEnd -= 1
    }
    if end == otherEnd {
      return (start..<end).allSatisfy { isLike(at: $0, other, at: $0) || isSlip(at: $0, other) }
    }
    if start == end { return other.areLinking(start..<otherEnd) }
    if start == otherEnd { return areLinking(start..<end) }
    return !areSpelt(start..<end) || !other.areSpelt(start..<otherEnd)
  }

  /// Whether two words are the same in loose keys.
  private func isLike(at index: Int, _ other: ComparedName, at otherIndex: Int) -> Bool {
    areEqual(
      scalars.span.extracting(words[index].loose),
      other.scalars.span.extracting(other.words[otherIndex].loose))
  }

  private func areSpelt(_ range: Range<Int>) -> Bool {
    range.allSatisfy { LooseSyllable.isSpelt(scalars.span.extracting(words[$0].loose)) }
  }

  /// Whether the words only link others: a name says as much without them.
  private func areLinking(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      ComparedName.linkingWords.contains { $0.elementsEqual(scalars[words[index].key]) }
    }
  }

  private static let linkingWords = [
    "và", "về", "ở", "của", "cho", "các", "tại", "với", "để", "là", "cùng", "từ",
  ].map { $0.unicodeScalars.map(\.value) }

  /// Whether the words at `index` may be one word of which one is mistyped.
  ///
  /// Of two syllables each may be meant, unless their sounds are often mixed up, or only one of them
  /// makes a fixed expression with its neighbour. Of two words that are no syllables, short ones are
  /// taken for two acronyms.
  private func isSlip(at index: Int, _ other: ComparedName) -> Bool {
    let left = scalars.span.extracting(words[index].loose)
    let right = other.scalars.span.extracting(other.words[index].loose)
    guard !NameNumbers.holdsDigit(left), !NameNumbers.holdsDigit(right),
      max(left.count, right.count) > 1,
      let slips = slipCount(left, right, limit: ComparedName.mostSlips)
    else { return false }
    switch (LooseSyllable.isSpelt(left), LooseSyllable.isSpelt(right)) {
    case (true, true):
      return MixedSounds.areMixed(
        scalars.span.extracting(words[index].key),
        other.scalars.span.extracting(other.words[index].key))
        || isExpression(at: index) != other.isExpression(at: index)
    case (false, false):
      return slips == 1 && max(left.count, right.count) >= 5
    case (true, false): return !LooseSyllable.isVowelless(right)
    case (false, true): return !LooseSyllable.isVowelless(left)
    }
  }

  private func isExpression(at index: Int) -> Bool {
    let word = packedWord(index)
    return FixedExpressions.hold(packedWord(index - 1), word)
      || FixedExpressions.hold(word, packedWord(index + 1))
  }

  /// A word of the loose key, packed; nothing where there is none.
  private func packedWord(_ index: Int) -> UInt64? {
    words.indices.contains(index)
      ? LooseSyllable.packed(scalars.span.extracting(words[index].loose)) : nil
  }
}
