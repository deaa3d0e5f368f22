import CSVParsing
import TestSupport
import Testing

/// What is UTF-8 in Unicode's sense: our answer against that of the standard library.
struct WellFormedUTF8Tests {
  /// Bytes at which the answer changes.
  static let interesting: [UInt8] = [
    0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
  ]

  @Test func `every scalar at a boundary is well-formed, whole, and at no place without its end`() {
    let values: [UInt32] = [
      0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xCFFF, 0xD000, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF,
      0x1_0000, 0x3_FFFF, 0x4_0000, 0xF_FFFF, 0x10_0000, 0x10_FFFF,
    ]
    for scalar in values.compactMap(Unicode.Scalar.init) {
      let bytes = Array(String(scalar).utf8)
      for offset in 0...70 {
        let text = [UInt8](repeating: 0x61, count: offset) + bytes
        #expect(isWellFormed(text))
        #expect(isWellFormed(text + [0x62]))
        for count in 1..<bytes.count {
          #expect(!isWellFormed(Array(text.dropLast(count))))
          #expect(!isWellFormed(Array(text.dropLast(count)) + [0x62]))
        }
      }
    }
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0x80], [0xBF],
      [0xC3, 0xA9, 0xA9], [0xE1, 0xBB, 0x95, 0x95], [0xE1, 0xBB, 0xC3, 0xA9],
    ] as [[UInt8]])
  func `long forms, surrogates, what is beyond Unicode and lone bytes are never well-formed`(
    _ bytes: [UInt8]
  ) {
    for offset in 0...70 {
      let head = [UInt8](repeating: 0x61, count: offset)
      #expect(!isWellFormed(head + bytes))
      #expect(!isWellFormed(head + bytes + head))
    }
  }

  @Test(arguments: interesting)
  func `up to four interesting bytes are judged alike on both sides of a step`(_ first: UInt8) {
    var judge = Judge()
    for length in 0...2 {
      for offset in 28...36 {
        for head in heads(offset) {
          forEachText(of: WellFormedUTF8Tests.interesting, length: length, behind: head + [first]) {
            judge.expectAlike($0)
          }
        }
      }
    }
    // All offsets of those of four would be too many; each gets some.
    var offset = 28
    for second in WellFormedUTF8Tests.interesting {
      for third in WellFormedUTF8Tests.interesting {
        for head in heads(offset) {
          forEachText(
            of: WellFormedUTF8Tests.interesting, length: 1, behind: head + [first, second, third]
          ) { judge.expectAlike($0) }
        }
        offset = offset == 36 ? 28 : offset + 1
      }
    }
  }

  /// ASCII, and a text with letters of Vietnamese: another way is taken through each.
  private func heads(_ size: Int) -> [[UInt8]] {
    let letter = Array("ổ".utf8)
    return [
      [UInt8](repeating: 0x61, count: size),
      letter + [UInt8](repeating: 0x61, count: size - letter.count),
    ]
  }

  @Test func `random bytes, and texts with one byte changed, are judged alike`() {
    var judge = Judge()
    var dice = Dice(seed: 6)
    for round in 0..<3_000 {
      var text =
        round % 2 == 0
        ? (0..<dice.roll(100)).map { _ in UInt8(dice.roll(255)) }
        : (0...dice.roll(30)).flatMap { _ in dice.pick(RandomTexts.pieces) }
      if round % 4 == 1, !text.isEmpty { text[dice.roll(text.count - 1)] = UInt8(dice.roll(255)) }
      text.withUnsafeBufferPointer { judge.expectAlike($0) }
    }
    #expect(judge.wellFormedCount > 500)
  }

  private func isWellFormed(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { isWellFormedUTF8($0) }
  }
}

/// Both answers to whether bytes are UTF-8.
private struct Judge {
  private var text: [UInt8] = []
  private var faultCount = 0
  private(set) var wellFormedCount = 0

  /// Asks for a text as it is, and with ASCII behind it.
  mutating func expectAlike(_ bytes: UnsafeBufferPointer<UInt8>) {
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: bytes)
    expectAlike()
    for _ in 0..<34 { text.append(0x61) }
    expectAlike()
  }

  private mutating func expectAlike() {
    let (expected, found) = text.withUnsafeBufferPointer {
      (Judge.isValid($0), isWellFormedUTF8($0))
    }
    if expected { wellFormedCount += 1 }
    if expected == found { return }
    faultCount += 1
    if faultCount <= 3 {
      let bytes = text.map { String($0, radix: 16) }.joined(separator: " ")
      Issue.record("\(bytes): \(found), not \(expected)")
    }
  }

  private static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }
}
