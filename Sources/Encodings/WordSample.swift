/// The words of a text that can tell its encoding: those with a byte that is not ASCII, each spelling
/// once.
///
/// Big texts are looked at through windows spread over them, in an order that comes to every part
/// soon; the same text always gives the same words. Where the windows show few words, all of the
/// text is looked at.
struct WordSample {
  private static let windowCount = 64
  /// Words that suffice to leave the rest of a text alone.
  private static let fewestWords = 32
  private static let mostWords = 256
  /// Bytes of a word beyond which it is not told from a longer one.
  private static let longestWord = 96

  private let bytes: UnsafeBufferPointer<UInt8>
  private var seen: Set<[UInt8]> = []

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Hands each word to `body` until it returns false.
  static func forEachWord(
    of bytes: UnsafeBufferPointer<UInt8>, windowLength: Int, _ body: ([UInt8]) -> Bool
  ) {
    var sample = WordSample(bytes)
    if bytes.count > windowCount * windowLength {
      for window in 0..<windowCount {
        // Bits reversed: the whole, its middle, its quarters …
        let position = (0..<6).reduce(0) { $0 << 1 | (window >> $1 & 1) }
        let start = bytes.count / windowCount * position
        guard sample.look(at: start..<(start + windowLength), body) else { return }
      }
      if sample.seen.count >= fewestWords { return }
    }
    _ = sample.look(at: 0..<bytes.count, body)
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
      let word = Array(bytes[start..<min(position, start + WordSample.longestWord)])
      guard !WordSample.tellsNothing(word), seen.insert(word).inserted else { continue }
      if !body(word) || seen.count >= WordSample.mostWords { return false }
    }
    return true
  }

  /// The first byte that is not ASCII.
  private func firstBeyondASCII(in range: Range<Int>) -> Int? {
    let width = SIMD16<UInt8>.scalarCount
    let raw = UnsafeRawBufferPointer(bytes)
    var start = range.lowerBound
    while start + width <= range.upperBound {
      let chunk = raw.loadUnaligned(fromByteOffset: start, as: SIMD16<UInt8>.self)
      if any(chunk .>= 0x80) { break }
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
    if byte >= 0x80 { return true }
    switch byte | 0x20 {
    case 0x61...0x7A: return true
    default: break
    }
    switch byte {
    case 0x02, 0x05, 0x06, 0x14, 0x19, 0x1E: return true
    default: return false
    }
  }

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
