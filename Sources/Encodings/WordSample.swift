/// The words of a text that can tell its encoding: those with a byte that is not ASCII, each spelling
/// once.
///
/// Big texts are looked at through windows spread over them, in an order that comes to every part
/// soon; the same text always gives the same words. Where these show few words, all of the text is looked
/// at, unless it seems to be made of these few.
struct WordSample {
  private static let windowCount = 64
  /// Bytes up to which a text is looked at from its start on.
  private static let smallText = 4096
  /// Words that suffice to leave the rest of a text alone, or how often the same few were met.
  private static let fewestWords = 32
  private static let enoughMeetings = 500
  /// The most words that are looked at in a small text, and in others.
  private static let mostOfFew = 256
  private static let mostOfMany = 48
  /// Bytes of a word beyond which it is not told from a longer one.
  private static let longestWord = 96

  private let bytes: UnsafeBufferPointer<UInt8>
  private var seen = SeenWords()
  private var mostWords = mostOfFew
  private var meetings = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Hands each word to `body` until it returns false.
  static func forEachWord(
    of bytes: UnsafeBufferPointer<UInt8>, windowLength: Int, _ body: ([UInt8]) -> Bool
  ) {
    var sample = WordSample(bytes)
    // Windows as large as the text leave nothing to choose, either.
    if bytes.count <= max(smallText, windowLength) {
      _ = sample.look(at: 0..<bytes.count, body)
      return
    }
    sample.mostWords = mostOfMany
    guard sample.lookThroughWindows(ofLength: windowLength, body),
      sample.seen.tellingCount < fewestWords, sample.meetings < enoughMeetings
    else { return }
    _ = sample.look(at: 0..<bytes.count, body)
  }

  /// Looks at windows spread over the text; false once there were enough words.
  private mutating func lookThroughWindows(ofLength length: Int, _ body: ([UInt8]) -> Bool) -> Bool
  {
    let stride = bytes.count / WordSample.windowCount
    for window in 0..<WordSample.windowCount {
      // Bits reversed: the whole, its middle, its quarters …
      let position = (0..<6).reduce(0) { $0 << 1 | (window >> $1 & 1) }
      let start = stride * position
      guard look(at: start..<(start + min(length, stride)), body) else { return false }
    }
    return true
  }

  /// Looks at the words that begin in a range; false once there were enough.
  private mutating func look(at range: Range<Int>, _ body: ([UInt8]) -> Bool) -> Bool {
    var position = range.lowerBound
    // A word that the start of the range cuts was for somebody else.
    if position > 0 { while position < range.upperBound, isWordByte(position) { position += 1 } }
    while position < range.upperBound,
      let high = firstBeyondASCII(in: position..<range.upperBound)
    {
      var start = high
      while start > position, isWordByte(start - 1) { start -= 1 }
      position = high
      while position < bytes.count, isWordByte(position) { position += 1 }
      if position - start < 2 { continue }
      meetings += 1
      let spelling = start..<min(position, start + WordSample.longestWord)
      let slot = seen.slot(of: spelling, in: bytes)
      if seen.isTaken(slot) { continue }
      let word = Array(bytes[spelling])
      let tells = !WordSample.tellsNothing(word)
      seen.insert(spelling, of: bytes, at: slot, tells: tells)
      if tells, !body(word) || seen.tellingCount >= mostWords { return false }
    }
    return true
  }

  /// The first byte that is not ASCII.
  private func firstBeyondASCII(in range: Range<Int>) -> Int? {
    let width = MemoryLayout<UInt64>.size
    let raw = UnsafeRawBufferPointer(bytes)
    var start = range.lowerBound
    while start + width <= range.upperBound {
      let high =
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        & 0x8080_8080_8080_8080
      if high != 0 { return start + high.trailingZeroBitCount / 8 }
      start += width
    }
    while start < range.upperBound {
      if bytes[start] >= 0x80 { return start }
      start += 1
    }
    return nil
  }

  /// Letters, everything beyond ASCII, and the six controls that are capitals in VISCII.
  private func isWordByte(_ position: Int) -> Bool {
    let byte = bytes[position]
    return byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
      || byte < 0x20 && WordSample.capitalsOfVISCII >> UInt32(byte) & 1 == 1
  }

  /// A bit for each of 02, 05, 06, 14, 19 and 1E.
  private static let capitalsOfVISCII: UInt32 = 0x4210_0064

  /// Whether a word is one character of Unicode, which may be a sign, or has nothing but ASCII and the
  /// quotation marks and dashes of Windows or Unicode: that tells nothing of letters.
  private static func tellsNothing(_ word: [UInt8]) -> Bool {
    if word.allSatisfy({ $0 <= 0xA0 }) { return true }
    if word[0] >= 0xC2, word.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) { return true }
    var index = 0
    while index < word.count {
      if word[index] < 0x80 {
        index += 1
      } else if index + 2 < word.count, word[index] == 0xE2, word[index + 1] == 0x80 {
        index += 3
      } else if index + 1 < word.count, word[index] == 0xC2, word[index + 1] == 0xA0 {
        index += 2
      } else {
        return false
      }
    }
    return true
  }
}

/// Where the words of a sample stand first: the same few come in record after record.
private struct SeenWords {
  /// Words that tell nothing and are remembered.
  private static let idleLimit = 128
  /// More than twice as many as words are remembered.
  private static let slotCount = 1024

  private struct Word {
    var range: Range<Int>
    /// The first eight bytes, or all there are.
    var head: UInt64
  }

  private(set) var tellingCount = 0
  private var words: [Word] = []
  /// Positions in `words`, from 1, by hash; 0 for a free slot.
  private var slots = [UInt16](repeating: 0, count: slotCount)

  /// The slot in which a word of `bytes` is, or would be.
  func slot(of word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let head = SeenWords.head(of: word, in: bytes)
    let hash = (head ^ UInt64(truncatingIfNeeded: word.count)) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: hash >> 54)
    while slots[slot] != 0 {
      let other = words[Int(slots[slot]) - 1]
      if other.head == head, SeenWords.areEqual(other.range, word, bytes) { break }
      slot = (slot + 1) & (SeenWords.slotCount - 1)
    }
    return slot
  }

  private static func head(
    of word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    let size = MemoryLayout<UInt64>.size
    guard word.lowerBound + size <= bytes.count else {
      return bytes[word].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    let whole = UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: word.lowerBound, as: UInt64.self))
    return word.count >= size ? whole : whole & (1 << UInt64(8 * word.count) - 1)
  }

  /// Whether two words that begin alike go on alike.
  private static func areEqual(
    _ left: Range<Int>, _ right: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard left.count == right.count else { return false }
    var offset = MemoryLayout<UInt64>.size
    while offset < left.count {
      if bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] { return false }
      offset += 1
    }
    return true
  }

  func isTaken(_ slot: Int) -> Bool { slots[slot] != 0 }

  /// Remembers a word in the slot that is free for it; each that tells something is.
  mutating func insert(
    _ word: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, at slot: Int, tells: Bool
  ) {
    if tells {
      tellingCount += 1
    } else if words.count - tellingCount >= SeenWords.idleLimit {
      return
    }
    words.append(Word(range: word, head: SeenWords.head(of: word, in: bytes)))
    slots[slot] = UInt16(truncatingIfNeeded: words.count)
  }
}
