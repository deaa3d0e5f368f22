import TestSupport
import Testing

@testable import Vietnamese

/// Texts that are composed by a table, against the normalization of the standard library.
struct CompositionTests {
  private func composed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { composedText($0) }
  }

  private func expectExact(_ text: String) {
    #expect(composed(text).unicodeScalars.elementsEqual(text.composed.unicodeScalars), "\(text)")
  }

  private static let marks: [Unicode.Scalar] = [
    "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{306}", "\u{309}", "\u{31B}", "\u{323}",
    "\u{327}",
    "\u{34F}", "\u{345}",
  ]

  @Test(arguments: ["", "a", "đ", "Ê", "y", "\u{1EA1}", "1", " ", "×", "n", "ñ"])
  func `every letter with up to three marks is composed as Unicode has it`(_ letter: String) {
    for first in Self.marks {
      expectExact(letter + String(first))
      for second in Self.marks {
        expectExact("k" + letter + String(first) + String(second) + "z")
        for third in Self.marks {
          expectExact(letter + String(first) + String(second) + String(third))
        }
      }
    }
  }

  @Test func `every letter of Vietnamese comes out of its parts`() {
    for letter in (KeyTable.letters + KeyTable.letters.uppercased()).unicodeScalars {
      let parts = String(String.UnicodeScalarView(letter.decomposedParts))
      #expect(
        composed("x" + parts + "y").unicodeScalars.elementsEqual("x\(letter)y".unicodeScalars))
      var bytes = parts
      #expect(bytes.withUTF8 { Compositions.shared.composed($0) } == String(letter))
    }
  }

  @Test(arguments: UInt64(1)...10)
  func `whatever stands in a cell is composed as Unicode has it`(_ seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let scalars =
      Self.marks + Array("aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ bx1?–“\u{A0}\u{200B}한\u{1100}😀".unicodeScalars)
    for _ in 0..<2_000 {
      let text = (0..<numbers.below(12)).map { _ in numbers.element(of: scalars) }
      expectExact(String(String.UnicodeScalarView(text)))
    }
  }
}

extension Unicode.Scalar {
  fileprivate var decomposedParts: [Unicode.Scalar] { String(self).decomposedScalars }
}
