import CSVParsing
import TestSupport
import Testing

/// What `Marks` finds, as its definition says it.
struct MarkKindTests {
  private func marks(_ text: String) -> (words: [UInt32], understood: Int) {
    let room = Marks.Room()
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      let marks = Marks(
        of: bytes, delimiter: UInt8(ascii: ","), in: room, usesKernel: false)
      return (Array(marks.words), marks.understood)
    }
  }

  @Test func `cells end at delimiters and line ends, a pair at both of its bytes`() {
    #expect(marks("ab,\"c,\"\r\n").words == [2, 7, 8])
    #expect(marks("ab,\"c,\"\r\n").understood == 9)
    #expect(marks("").words == [])
  }

  @Test func `line ends and doubled quotes inside of quotes are told apart from the ends of cells`()
  {
    #expect(
      marks("a,\"b\"\"\n\",1-2\r").words == [
        1, 5 | Marks.doubledQuote, 6 | Marks.innerLineEnd, 8, 10 | Marks.oddByte, 12,
      ])
  }

  @Test(arguments: ["\"\",\"\"", "\"\"\"\"", "a,\"b\"", "\"a\",\n\"b\""])
  func `quotes that belong are no marks by themselves`(_ text: String) {
    #expect(marks(text).understood == text.utf8.count)
    #expect(marks(text).words.allSatisfy { $0 & (Marks.oddByte | Marks.innerLineEnd) == 0 })
  }

  @Test(arguments: ["a\"b", "\"a\"b", "\"a\" ,", ",b\"", "\"a\"\"\"b", "\n \"a\""])
  func `nothing is said of the 64 bytes with a quote out of place`(_ text: String) {
    #expect(marks(text).words == [])
    #expect(marks(text).understood == 0)
    let clean = String(repeating: "abcdefg\n", count: 8)
    #expect(marks(clean + text).words == [7, 15, 23, 31, 39, 47, 55, 63])
    #expect(marks(clean + text).understood == 64)
  }

  @Test func `no more than a window is looked at`() {
    let text = String(repeating: "abc\n", count: 5_000)
    #expect(marks(text).understood == Marks.windowSize)
    #expect(marks(text).words.count == Marks.windowSize / 4)
  }
}

/// The kernel in C against the definition in Swift.
@Suite(.enabled(if: Marks.hasKernel))
struct MarksTests {
  static let nasty = Array("\",\n\r-1a".utf8)

  @Test(arguments: nasty)
  func `every text of up to six nasty bytes is marked alike`(_ first: UInt8) {
    var ways = BothWays()
    for length in 0...5 {
      forEachText(of: MarksTests.nasty, length: length, behind: [first]) { ways.expectAlike($0) }
    }
  }

  @Test(arguments: 61...64)
  func `so is every text of up to four of them behind a bare cell or in a quoted one`(_ size: Int) {
    var ways = BothWays()
    let bare = [UInt8](repeating: UInt8(ascii: "a"), count: size - 1) + [UInt8(ascii: ",")]
    let quoted = [UInt8(ascii: "\"")] + [UInt8](repeating: UInt8(ascii: "a"), count: size - 1)
    for length in 1...4 {
      for head in [bare, quoted] {
        forEachText(of: MarksTests.nasty, length: length, behind: head) { ways.expectAlike($0) }
      }
    }
  }

  /// Signs, and the bytes that begin and end what is odd, a quote and a tab among them.
  static let odd: [UInt8] = [
    0x22, 0x09, 0x2D, 0x2F, 0x35, 0x65, 0xC2, 0xC3, 0x90, 0xC4, 0xB1, 0xC6, 0x89, 0xE1, 0xBA, 0xE2,
    0x80, 0x8B, 0x94, 0xEF,
  ]

  @Test(arguments: [0, 61, 62, 63])
  func `whatever follows a lead or stands beside a sign is marked alike, well-formed or not`(
    _ size: Int
  ) {
    var ways = BothWays()
    let head = [UInt8](repeating: UInt8(ascii: "n"), count: size)
    for length in 1...3 {
      forEachText(of: MarksTests.odd, length: length, behind: head) { ways.expectAlike($0) }
      if size > 0 { continue }
      forEachText(of: MarksTests.odd, length: length) { ways.expectAlike($0, delimiter: 0x09) }
    }
  }

  @Test(arguments: [5, 31, 63])
  func `every two bytes are marked alike, wherever the kernel is parted`(_ size: Int) {
    var ways = BothWays()
    let head = [UInt8](repeating: UInt8(ascii: "n"), count: size)
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max { ways.expectAlike(head + [first, second]) }
      ways.expectAlike(head + [first])
      ways.expectAlike(head + [0xE2, 0x80, first])
    }
  }

  static let sizes = [0, 1, 63, 64, 65, 127, 128, 129, 16_383, 16_384, 16_385]

  @Test(arguments: sizes)
  func `records of all kinds of characters are marked alike, whatever their size`(_ size: Int) {
    var ways = BothWays()
    var texts = RandomTexts(seed: UInt64(size), cellsPerFault: size > 1_000 ? 5_000 : 100)
    var dice = Dice(seed: UInt64(size + 1))
    for _ in 0..<(size > 1_000 ? 12 : 250) {
      let delimiter = dice.pick(Array(",;\t|".utf8))
      ways.expectAlike(
        texts.text(size: size, width: 1 + dice.roll(6), delimiter: delimiter), delimiter: delimiter)
    }
    #expect(ways.understood * 2 >= ways.looked, "most of the texts had their quotes in place")
  }

  @Test func `bytes of all values are marked alike, well-formed or not`() {
    var ways = BothWays()
    var dice = Dice(seed: 5)
    let common = Array(",\n-+/09 aez?\t".utf8) + [0xC3, 0xC4, 0xC6, 0xE1, 0xE2, 0x80, 0xBA]
    for _ in 0..<1_500 {
      let text = (0..<dice.roll(200)).map { _ in
        let byte = dice.roll(1) == 0 ? dice.pick(common) : UInt8(dice.roll(255))
        // Quotes are rare, or hardly anything would be understood.
        return byte == 0x22 && dice.roll(9) > 0 ? 0x61 : byte
      }
      ways.expectAlike(text)
    }
  }
}

/// Both ways to find marks, with room for each.
private struct BothWays {
  private let definitionRoom = Marks.Room()
  private let kernelRoom = Marks.Room()
  private var faultCount = 0
  /// How many bytes were looked at, and how many of them understood.
  private(set) var looked = 0
  private(set) var understood = 0

  mutating func expectAlike(_ text: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
    text.withUnsafeBufferPointer { expectAlike($0, delimiter: delimiter) }
  }

  mutating func expectAlike(
    _ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8 = UInt8(ascii: ",")
  ) {
    let defined = Marks(of: text, delimiter: delimiter, in: definitionRoom, usesKernel: false)
    let found = Marks(of: text, delimiter: delimiter, in: kernelRoom, usesKernel: true)
    looked += text.count
    understood += defined.understood
    if defined.understood == found.understood, defined.words.elementsEqual(found.words) { return }
    faultCount += 1
    // A few say as much as thousands.
    if faultCount > 3 { return }
    let place = zip(defined.words, found.words).first { $0 != $1 }
    let tail = text.suffix(80).map { String($0, radix: 16) }.joined(separator: " ")
    Issue.record(
      """
      … \(tail), delimiter \(delimiter): understood \(defined.understood) and \
      \(found.understood), \(defined.words.count) and \(found.words.count) marks, the first that \
      differ \(String(describing: place))
      """)
  }
}
