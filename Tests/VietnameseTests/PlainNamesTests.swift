import TestSupport
import Testing

@testable import Vietnamese

/// The innermost loop of a run against what it stands in for.
struct PlainNamesTests {
  private let plain = PlainNames()

  private func definition(_ name: String) -> (hashes: NameHashes, isExact: Bool) {
    var keys = KeyMaker()
    keys.makeMatchKey(of: name)
    var loose: [UInt32] = []
    keys.looseKey(of: keys.nameKey, into: &loose)
    return (NameHashes(keys.nameKey, loose: loose), keys.isExact)
  }

  private func read(_ name: String) -> NameHashes? {
    Array(name.utf8).withUnsafeBufferPointer { plain.read($0) }
  }

  /// Records a difference, and a plain name that was refused.
  private func expectOne(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let (hashes, isExact) = definition(name)
    let found = read(name)
    if found == nil ? !isExact : found != hashes {
      let shown = name.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
      Issue.record("the two differ on \(shown)", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: MatchKeyExhaustiveTests.slices)
  func `every scalar between letters comes out as defined, or is refused`(
    _ slice: ClosedRange<UInt32>
  ) {
    for value in slice {
      guard let scalar = Unicode.Scalar(value) else { continue }
      expectOne("a\(scalar)B")
      if value < 0x3000 {
        expectOne(String(scalar))
        expectOne("mô hình \(scalar)")
        expectOne("o\(scalar)a \(scalar)12")
      }
    }
  }

  @Test func `a letter with up to three marks behind it comes out as defined, or is refused`() {
    let marks = (UInt32(0x300)...0x36F).compactMap(Unicode.Scalar.init)
    let ours: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{306}", "\u{309}"]
    let vietnamese = ours + ["\u{31B}", "\u{323}"]
    for letter in "aeiouydđâêôăơưóọAOƯn1 ".unicodeScalars {
      for mark in marks { expectOne("h\(letter)\(mark)n") }
      for first in vietnamese {
        for second in vietnamese {
          expectOne("H\(letter)\(first)\(second)a")
          for third in vietnamese { expectOne("\(letter)\(first)\(second)\(third)") }
        }
      }
    }
  }

  @Test func `names that come in parts are taken, and have the hashes of the whole`() {
    for name in ["Trồng ổi, cam đường Canh", "Tổ liên gia tự quản số 12", "Những người hòa giải"] {
      let parts = String(String.UnicodeScalarView(name.decomposedScalars))
      #expect(!parts.unicodeScalars.elementsEqual(name.unicodeScalars))
      #expect(read(parts) != nil)
      #expect(read(parts) == read(name))
      #expect(read(name) == definition(name).hashes)
    }
  }

  @Test(arguments: UInt64(1)...24)
  func `random names come out as defined`(_ seed: UInt64) {
    var dice = SeededNumbers(seed: seed)
    let pieces = [
      "mô hình", "Mô hình", "dân vận khéo", "các", "những", "điển hình", "về", "hòa", "thủy",
      "khỏe",
      "quý", "toà", "uỷ", "II", "iv", "X", "12", "1.", "3)", "1.2.", "Tổ", "ĐƯỜNG", "ươm", "y", "a",
      "  ", "-", ", ", "“", "”", "\u{A0}", "–", "x2", "2x", "viii", "Ô\u{301}", "e\u{302}",
      "ư\u{323}",
      "ß", "Ð", "\u{AD}", "số", "nghiêng", "°", "…", "òa", "oè",
    ]
    for _ in 0..<400 {
      let name = (0..<dice.below(9)).map { _ in dice.element(of: pieces) }
        .joined(separator: dice.below(3) == 0 ? "" : " ")
      expectOne(name)
    }
  }

  @Test func `a name is read up to a limit, and refused beyond it`() {
    for count in [1, 511, 512] {
      let name = String(repeating: "a", count: count)
      #expect(read(name) == definition(name).hashes)
    }
    #expect(read(String(repeating: "a", count: 513)) == nil)
    #expect(
      read(String(repeating: "ộ", count: 170))
        == definition(String(repeating: "ộ", count: 170)).hashes)
  }

  @Test func `what one name leaves behind is not seen in the next`() {
    _ = read(String(repeating: "tổ tự quản 12 ", count: 20))
    for name in ["a", "", "mô hình", "tổ 1", "ab", "abc", "abcd", "abcde"] {
      #expect(read(name).map { $0 == definition(name).hashes } != false, "\(name)")
    }
  }
}
