import Domain
import Encodings
import TestSupport
import Testing

/// Lost letters, and old encodings in single cells.
struct TextDamageTests {
  private func damage(_ bytes: [UInt8]) -> TextDamage? {
    bytes.withUnsafeBufferPointer { TextDamage($0) }
  }

  private func isPossible(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { TextDamage.isPossible(in: $0) }
  }

  @Test(arguments: [
    "M? hình", "M??h", "Tr?ng rau s?ch", "T? liên gia", "?i?n hình", "Kinh t? h?p tác",
    "Hội ph?  nữ",
    "A\u{FFFD}", "\u{FFFD}", "Mô hình ?ường hoa", "CỘNG ?ỒNG", "vì sao?thế",
    "Nuôi ?? thịt", "Tổ ??? quản",
  ])
  func `lost letters are told`(_ text: String) {
    #expect(damage(Array(text.utf8)) == .lostLetters)
    #expect(isPossible(Array(text.utf8)))
    #expect(isPossible(Array(String(repeating: "1,2,3,", count: 100).utf8) + Array(text.utf8)))
  }

  @Test(arguments: [
    "", "?", "??", "? ", "Làm gì?", "Vì sao? Làm thế nào?", "Thật không??", "(?)", "1?2", "12 ?",
    "https://example.org/a?b=c", "xem www.example.org/?q=rau", "“Khéo là gì?”", "Nuôi gà",
    "\u{FF}\u{FE}", "Bạn hỏi? 5 câu", "“Vì sao?” và “thế nào?”",
  ])
  func `a question, an address and a lone mark are no damage`(_ text: String) {
    #expect(damage(Array(text.utf8)) == nil)
  }

  @Test(arguments: 4..<9)
  func `a cell in an old encoding is told with what it means`(_ index: Int) {
    let way = EncodingJudgeTests.ways[index]
    for text in [
      "Trồng bưởi da xanh", "Kinh tế hợp tác", "Tổ tự quản đường điện", "Đền ơn đáp nghĩa",
    ] {
      let bytes = way.write(text)
      #expect(damage(bytes) == .misread(MisreadText(encoding: way.encoding, text: text)), "\(text)")
      #expect(String(decoding: bytes, as: UTF8.self) != text)
    }
  }

  @Test(arguments: [
    "Müller", "Björn Noël", "señor", "Crème brûlée", "façade", "Hôtel", "100m²", "30°C", "½ héc-ta",
    "“khéo”", "«khéo»", "« Dân vận »", "công tác · dân vận", "Đrông, Krông Păc", "5 € – 3 £",
    "© 2023", "Nu\u{AD}ôi dê", "Mô hình 1ª", "×", "ñ", "Ø 200",
  ])
  func `signs and foreign words are no damage`(_ text: String) {
    #expect(damage(Array(text.utf8)) == nil)
  }

  @Test func `text without a sign of damage need not be asked`() {
    #expect(!isPossible([]))
    #expect(!isPossible(Array("Trồng rau \u{A0}“khéo” – 5 con ? 3".utf8)))
    for length in 0..<40 {
      let lead = Array(repeating: UInt8(ascii: "a"), count: length)
      #expect(!isPossible(lead))
      #expect(isPossible(lead + Array("a?".utf8)))
      #expect(isPossible(lead + Array("\u{FFFD}".utf8)))
      #expect(isPossible(lead + Array("«".utf8)))
    }
  }

  @Test func `random cells never trap`() {
    var dice = Dice(seed: 7)
    let pieces = Array("?aMÃ¡áº¡«·ạ\u{FFFD} :/wæ×".unicodeScalars)
    for _ in 0..<5000 {
      let text = (0...dice.roll(12)).map { _ in String(dice.pick(pieces)) }.joined()
      if damage(Array(text.utf8)) == .lostLetters { #expect(isPossible(Array(text.utf8))) }
    }
  }
}
