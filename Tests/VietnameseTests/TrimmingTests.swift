import Testing
import Vietnamese

/// What is cut from both ends of a cell (SPEC §3).
struct TrimmingTests {
  /// White_Space as PropList.txt of Unicode 15 lists it, and the two that SPEC adds.
  private static let cut: Set<UInt32> = Set(0x9...0xD).union(0x2000...0x200A).union([
    0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x200B, 0xFEFF,
  ])

  private func trimmedText(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer {
      String(decoding: trimmedBytes($0), as: UTF8.self)
    }
  }

  @Test func `of all scalars exactly white space is cut, at both ends, in bytes and in texts`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "\(scalar)x\(scalar)"
      let expected = TrimmingTests.cut.contains(value) ? "x" : text
      if !text.trimmed.utf8.elementsEqual(expected.utf8) {
        Issue.record("U+\(String(value, radix: 16)) in a text")
      }
      if !trimmedText(text).utf8.elementsEqual(expected.utf8) {
        Issue.record("U+\(String(value, radix: 16)) in bytes")
      }
    }
  }

  @Test func `runs of different white space are cut whole, and kept between`() {
    let space = String(
      String.UnicodeScalarView(TrimmingTests.cut.sorted().compactMap(Unicode.Scalar.init)))
    let text = "\(space)a\(space)b\(space)"
    #expect(text.trimmed.unicodeScalars.elementsEqual("a\(space)b".unicodeScalars))
    #expect(trimmedText(text).unicodeScalars.elementsEqual("a\(space)b".unicodeScalars))
  }

  @Test func `nothing is left of white space alone`() {
    for text in ["", " ", "\u{3000}", "\u{FEFF}\u{200B}", "\t\r\n \u{A0}\u{85}"] {
      #expect(text.trimmed.isEmpty)
      #expect(trimmedText(text).isEmpty)
    }
  }

  @Test func `a combining mark after a space keeps the space's neighbour, not the space`() {
    // One grapheme cluster, two code points: the space is white space, the mark is not.
    #expect(" \u{301}x".trimmed.unicodeScalars.elementsEqual("\u{301}x".unicodeScalars))
    #expect(trimmedText(" \u{301}x").unicodeScalars.elementsEqual("\u{301}x".unicodeScalars))
  }
}
