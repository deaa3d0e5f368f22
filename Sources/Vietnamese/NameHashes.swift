/// What is kept of a model's name, in place of its text.
package struct NameHashes: Sendable, Equatable, BitwiseCopyable {
  /// The hash of the name key.
  package var high: UInt64
  package var low: UInt64
  /// A hash of the loose key.
  package var loose: UInt64
  /// What tells which names are near.
  package var signature: UInt64

  /// Of a name key and its loose key: the definition, which `PlainNames` follows.
  package init(_ nameKey: ArraySlice<UInt32>, loose: [UInt32]) {
    var hash = SipHash()
    hash.combine(nameKey)
    (high, low) = hash.finish()
    var looseHash = SipHash()
    looseHash.combine(loose[...])
    self.loose = looseHash.finish().low
    signature = NameSignature.of(nameKey, loose: loose)
  }

  fileprivate init(high: UInt64, low: UInt64, loose: UInt64, signature: UInt64) {
    self.high = high
    self.low = low
    self.loose = loose
    self.signature = signature
  }
}

/// Makes the hashes of names of which `KeyTable` knows every scalar, in two passes over a few dozen
/// bytes, and without a text or an array: the innermost loop of a run.
///
/// How it works. The first pass decodes, looks each scalar up, and leaves the match key and its letters
/// without diacritics side by side. The second goes over the name key and leaves the loose key, the
/// letters' counts and the numbers. Vietnamese letters that come in parts (NFD) are put together on the
/// way. What must change together: `KeyMaker`, `NameSignature` and this file; tests hold it against them.
package final class PlainNames {
  /// Bytes of a name beyond which somebody else may make its key.
  private static let limit = 512
  private static let space: UInt16 = 0x20

  /// The match key, and beside each of its units the letter of the loose key.
  private let units = UnsafeMutablePointer<UInt16>.allocate(capacity: limit + 4)
  private let letters = UnsafeMutablePointer<UInt16>.allocate(capacity: limit + 4)
  private let loose = UnsafeMutablePointer<UInt16>.allocate(capacity: limit + 4)
  /// By scalar: the unit of the match key, and above it the letter; 0 for what is not known.
  private let table: UnsafeMutablePointer<UInt32>
  private let compositions = Compositions.shared
  /// By letter: the bit by which its count grows, or what it is to numbers.
  private let counters = UnsafeMutablePointer<UInt64>.allocate(capacity: 128)

  package init() {
    table = .allocate(capacity: KeyTable.limit)
    for scalar in 0..<KeyTable.limit {
      let lowered = KeyTable.shared.lowered[scalar]
      let letter = lowered == KeyTable.space ? UInt8(KeyTable.space) : KeyTable.shared.loose[scalar]
      table[scalar] =
        lowered == KeyTable.unknown ? 0 : UInt32(lowered) | UInt32(letter) << 16
    }
    for buffer in [units, letters, loose] {
      buffer.initialize(repeating: 0, count: PlainNames.limit + 4)
    }
    for letter in UInt32(0)..<128 { counters[Int(letter)] = NameSignature.counter(of: letter) }
  }

  deinit {
    units.deallocate()
    letters.deallocate()
    loose.deallocate()
    table.deallocate()
    counters.deallocate()
  }

  /// The hashes of a name, well-formed UTF-8; nothing for one that is not plain.
  package func read(_ name: UnsafeBufferPointer<UInt8>) -> NameHashes? {
    if name.count > PlainNames.limit { return nil }
    let count =
      name.baseAddress.map { makeMatchKey($0, MatchKey.numberingLength(name), name.count) } ?? 0
    if count < 0 { return nil }
    let start = startOfNameKey(count)
    return hashes(start, count)
  }

  /// Writes the match key; the number of its units, or -1 if a scalar is not known.
  @inline(__always)
  private func makeMatchKey(_ bytes: UnsafePointer<UInt8>, _ first: Int, _ end: Int) -> Int {
    var position = first
    var count = 0
    var wordStart = 0
    while position < end {
      let lead = Int(bytes[position])
      var scalar = lead
      if lead < 0x80 {
        position &+= 1
      } else if lead < 0xE0 {
        scalar = (lead & 0x1F) &<< 6 | Int(bytes[position &+ 1] & 0x3F)
        position &+= 2
      } else if lead < 0xF0 {
        scalar =
          (lead & 0x0F) &<< 12 | Int(bytes[position &+ 1] & 0x3F) &<< 6
          | Int(bytes[position &+ 2] & 0x3F)
        position &+= 3
        if scalar >= KeyTable.limit { return -1 }
      } else {
        return -1
      }
      let entry = table[scalar]
      let unit = UInt16(truncatingIfNeeded: entry)
      if unit > PlainNames.space {
        units[count] = unit
        letters[count] = UInt16(truncatingIfNeeded: entry &>> 16)
        count &+= 1
      } else if unit == 0 {
        guard count > 0, let whole = compositions.letter(UInt32(units[count &- 1]), scalar) else {
          return -1
        }
        units[count &- 1] = whole
      } else if count > wordStart {
        moveTone(wordStart, count)
        units[count] = PlainNames.space
        letters[count] = PlainNames.space
        count &+= 1
        wordStart = count
      }
    }
    if count > wordStart {
      moveTone(wordStart, count)
    } else if count > 0 {
      count &-= 1
    }
    return count
  }

  /// Of the word that ends at `count`; see `MatchKey.moveTone`.
  @inline(__always)
  private func moveTone(_ wordStart: Int, _ count: Int) {
    guard count &- wordStart >= 2, units[count &- 2] > 0x7F else { return }
    let last = units[count &- 1]
    if last == 0x61 || last == 0x65 || last == 0x79 { moveToneExactly(wordStart, count) }
  }

  private func moveToneExactly(_ wordStart: Int, _ count: Int) {
    var word = (wordStart..<count).map { UInt32(units[$0]) }
    MatchKey.moveTone(in: &word)
    for (index, scalar) in word.enumerated() {
      units[wordStart + index] = UInt16(truncatingIfNeeded: scalar)
    }
  }

  /// Where the name key begins in the match key; see `KeyMaker.nameKey`.
  @inline(__always)
  private func startOfNameKey(_ count: Int) -> Int {
    var start = 0
    while let next = behind(PlainNames.leads, start, count) { start = next }
    if start > 0, let next = behind(PlainNames.about, start, count) { return next }
    return start
  }

  @inline(__always)
  private func behind(_ leads: [[UInt16]], _ start: Int, _ count: Int) -> Int? {
    switch units[start] {
    // d, đ, m, n, c, v: the first letters of what may be left out.
    case 0x64, 0x111, 0x6D, 0x6E, 0x63, 0x76: return behindOne(of: leads, start, count)
    default: return nil
    }
  }

  private func behindOne(of leads: [[UInt16]], _ start: Int, _ count: Int) -> Int? {
    for lead in leads where count - start > lead.count + 1 {
      if units[start + lead.count] == PlainNames.space,
        lead.indices.allSatisfy({ units[start + $0] == lead[$0] })
      {
        return start + lead.count + 1
      }
    }
    return nil
  }

  private static let leads = MatchKey.nameLeads.map { $0.map { UInt16(truncatingIfNeeded: $0) } }
  private static let about = MatchKey.about.map { $0.map { UInt16(truncatingIfNeeded: $0) } }

  @inline(__always)
  private func hashes(_ start: Int, _ count: Int) -> NameHashes {
    var looseCount = 0
    var counts: UInt64 = 0
    var numbers = NameSignature.Numbers()
    for index in start..<count {
      let letter = letters[index]
      if letter == PlainNames.space {
        numbers.endWord()
        continue
      }
      loose[looseCount] = letter
      looseCount &+= 1
      let counter = counters[Int(letter)]
      counts = NameSignature.counting(counter, in: counts)
      numbers.add(UInt32(units[index]))
    }
    numbers.endWord()
    for index in 0..<3 {
      units[count &+ index] = 0
      loose[looseCount &+ index] = 0
    }
    var hash = SipHash()
    hash.combine(units + start, count: count &- start)
    let (high, low) = hash.finish()
    var looseHash = SipHash()
    looseHash.combine(loose, count: looseCount)
    return NameHashes(
      high: high, low: low, loose: looseHash.finish().low,
      signature: NameSignature.of(numbers: numbers, length: looseCount, counts: counts))
  }
}
