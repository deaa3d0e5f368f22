import TestSupport
import Testing

@testable import Vietnamese

/// The fast path of the match key against the exact path, which is the definition, and both
/// against the obvious one.
struct MatchKeyExhaustiveTests {
  private static func exact(_ text: String) -> [UInt32] {
    var key: [UInt32] = []
    MatchKey.appendExact(text, to: &key)
    return key
  }

  private static func expectOneKey(
    _ text: String, _ maker: inout KeyMaker, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var bytes = text
    bytes.withUTF8 { maker.makeMatchKey(of: $0) }
    if maker.match != exact(text) {
      let shown = text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
      Issue.record("the two paths differ on \(shown)", sourceLocation: sourceLocation)
    }
  }

  /// Sixteen slices of all scalars, so that they are looked at side by side.
  static let slices = (UInt32(0)..<16).map { ($0 * 0x11000)...($0 * 0x11000 + 0x10FFF) }

  @Test(arguments: slices)
  func `both paths agree on every scalar, alone and between letters`(_ slice: ClosedRange<UInt32>) {
    var maker = KeyMaker()
    for value in slice {
      guard let scalar = Unicode.Scalar(value) else { continue }
      MatchKeyExhaustiveTests.expectOneKey("a\(scalar)B", &maker)
      if value < 0x3000 || (0xA000..<0x1_3000).contains(value) {
        MatchKeyExhaustiveTests.expectOneKey(String(scalar), &maker)
      }
    }
  }

  @Test(arguments: [
    "e\u{302}", "\u{323}", "ho\u{300}", "1. ", "1.", "h", "hò", "HÙ", "a ", "\u{AD}", "Ư\u{301}",
  ])
  func `both paths agree on what stands between other scalars`(_ before: String) {
    var maker = KeyMaker()
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      MatchKeyExhaustiveTests.expectOneKey("\(before)\(scalar)", &maker)
      MatchKeyExhaustiveTests.expectOneKey("\(before)\(scalar)a\u{301}", &maker)
      MatchKeyExhaustiveTests.expectOneKey("\(scalar)\(before)y", &maker)
    }
  }

  @Test func `every scalar has its obvious key`() {
    for value in UInt32(0)...0x2_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "\(scalar)òa"
      if !MatchKey.of(text).utf8.elementsEqual(obviousMatchKey(text).utf8) {
        Issue.record("U+\(String(value, radix: 16)) gives “\(MatchKey.of(text))”")
      }
    }
  }

  @Test func `texts of nasty pieces have their obvious key`() {
    let pieces = [
      "hòa", "thủy", "Q", "ÚY", "o", "ò", "a", "e", "u", "ù", "y", "\u{300}", "\u{301}", "\u{323}",
      "\u{302}", "\u{200B}", "\u{AD}", "\u{FEFF}", " ", "\u{A0}", "1", "12.", ")", ". ", "-", "“",
      "Đ", "İ", "ß", "Σ", "ǅ", "中", "👍", "\r\n", "\u{85}", "Ⅲ", "²",
    ]
    var dice = Dice(seed: 5)
    for _ in 0..<20_000 {
      let text = (0...dice.roll(7)).map { _ in dice.pick(pieces) }.joined()
      if !MatchKey.of(text).utf8.elementsEqual(obviousMatchKey(text).utf8) {
        Issue.record("“\(text)” gives “\(MatchKey.of(text))”, not “\(obviousMatchKey(text))”")
      }
    }
  }
}
