import CKernels

/// What stands out in a text that begins with a record, found for all of it at once.
///
/// **How the fast path works.** Most records of most files hold nothing that a person has to look at:
/// quotes stand where they belong, and cells read as they should. Three steps read these, and only
/// these, as fast as the machine can:
///
/// 1. `Marks` looks at every byte, 64 at a time: where cells end, where a line ends inside quotes,
///    where a quote is doubled, and where a byte stands that rules on texts might have a word on.
/// 2. `PlainRecords` walks over the marks, a record at a time; a record with a quote out of place, or
///    longer than a window, ends it.
/// 3. `PlainDecoder` (in Loaders) takes the record if it understands all of it, and makes its row.
///
/// What any of them does not take goes through `RecordScanner` and `SubmissionReader`, which are the
/// definition of everything; then the fast path goes on behind it. So it may refuse whatever it
/// likes, but what it takes must come out as it would there. `FastPathTests` holds both against each
/// other.
///
/// What must change together: `kheo_find_marks` (C) with `find` below, which defines it; the bytes
/// that count as odd with `OddBytes` and `TextDamage.isPossible`, of which they are a superset; the
/// quotes with `RecordScanner`.
package struct Marks {
  /// Marks in the order of the text: an offset, and in the upper bits a kind.
  package private(set) var words: UnsafeBufferPointer<UInt32>
  /// The bytes that were looked at.
  package private(set) var understood: Int

  /// The largest window that is looked at at a time: it and its marks stay in the nearest caches.
  package static let windowSize = 16_384

  // A word without a kind is the end of a cell: a delimiter or a line end outside of quotes.
  package static let innerLineEnd: UInt32 = 0x8000_0000
  package static let oddByte: UInt32 = 0x4000_0000
  package static let doubledQuote: UInt32 = 0x2000_0000
  package static let kinds: UInt32 = 0xE000_0000

  /// Room for the marks of a window.
  package final class Room {
    let words = UnsafeMutablePointer<UInt32>.allocate(capacity: Marks.windowSize + 64)

    package init() {}

    deinit { words.deallocate() }
  }

  /// Finds the marks of `text`, at most a window of it; `room` must outlive them.
  ///
  /// With `usesKernel` false, or where there is none, the definition below does it.
  package init(
    of text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, in room: Room,
    usesKernel: Bool = Marks.hasKernel
  ) {
    let length = min(text.count, Marks.windowSize)
    var understood = 0
    var count = 0
    if let base = text.baseAddress, length > 0 {
      count =
        usesKernel
        ? kheo_find_marks(base, length, delimiter, room.words, &understood)
        : Marks.find(base, length, delimiter, room.words, &understood)
    }
    words = UnsafeBufferPointer(start: room.words, count: count)
    self.understood = understood
  }

  /// Whether this machine has the kernel.
  package static let hasKernel = kheo_has_kernels()

  // MARK: The definition

  private static func find(
    _ text: UnsafePointer<UInt8>, _ length: Int, _ delimiter: UInt8,
    _ marks: UnsafeMutablePointer<UInt32>, _ understood: inout Int
  ) -> Int {
    var count = 0
    var countBefore = 0
    var isInside = false
    var isBehindEnd = true
    var isBehindClosing = false
    for index in 0..<length {
      if index % 64 == 0 { (understood, countBefore) = (index, count) }
      let byte = text[index]
      let isQuote = byte == Byte.quote
      let isOpening = isQuote && !isInside
      if isOpening && !isBehindEnd && !isBehindClosing { return countBefore }
      let isLineEnd = byte == Byte.lineFeed || byte == Byte.carriageReturn
      let isEnd = !isInside && (isLineEnd || byte == delimiter)
      if isBehindClosing && !isEnd && !isOpening { return countBefore }
      var mark: UInt32? =
        if isEnd {
          0
        } else if isLineEnd {
          innerLineEnd
        } else if isOpening && isBehindClosing {
          doubledQuote
        } else {
          isOdd(text, index, length) ? oddByte : nil
        }
      mark = mark.map { $0 | UInt32(truncatingIfNeeded: index) }
      if let mark {
        marks[count] = mark
        count += 1
      }
      isBehindEnd = isEnd
      isBehindClosing = isQuote && isInside
      if isQuote { isInside.toggle() }
    }
    understood = length
    return count
  }

  /// Whether a byte may begin, or end, something odd: more than `OddBytes` finds, and never less.
  private static func isOdd(_ text: UnsafePointer<UInt8>, _ index: Int, _ length: Int) -> Bool {
    let byte = text[index]
    let before = index > 0 ? text[index - 1] : 0
    switch byte {
    case 0x09, 0x0A, 0x0D: break
    case 0..<0x20, 0x7F, UInt8(ascii: "#"), UInt8(ascii: "'"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "/"):
      let mayPrecedeDigit = index % 64 == 63 || (index + 1 < length && isDigit(text[index + 1]))
      if isDigit(before) || isMonthEnd(before) && mayPrecedeDigit { return true }
    case 0xC2, 0xC7...0xE0, 0xE3...0xFF: return true
    default: break
    }
    switch before {
    case 0xC3: return byte == 0x90 || byte == 0xB0
    case 0xC4: return byte == 0xB1
    case 0xC6: return byte == 0x89
    case 0xE1: return byte != 0xBA && byte != 0xBB
    case 0xE2: return byte != 0x80
    case 0x80:
      return index > 1 && text[index - 2] == 0xE2 && !(0x90...0xA7).contains(byte)
    default: return false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a letter may end the short name of a month, or is an E: b c e g l n p r t v y.
  private static func isMonthEnd(_ byte: UInt8) -> Bool {
    (0x41..<0x80).contains(byte) && 0x0255_50AC >> UInt32(byte & 0x1F) & 1 == 1
  }
}

/// Whether some bytes are UTF-8 in Unicode's sense.
package func isWellFormedUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard Marks.hasKernel, let base = bytes.baseAddress else {
    return (try? UTF8Span(validating: bytes.span)) != nil
  }
  return kheo_is_utf8(base, bytes.count)
}
