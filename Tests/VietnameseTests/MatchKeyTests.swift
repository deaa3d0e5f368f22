import Testing
import Vietnamese

/// The sentences of SPEC §5 on the match key.
struct MatchKeyTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var text: String
    var key: String

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "decomposed letters are composed", text: "Hoa\u{300} Bi\u{300}nh", key: "hoà bình"),
    Case(name: "two marks are composed in their order", text: "vie\u{323}\u{302}t", key: "việt"),
    Case(name: "letters become small", text: "ĐẠI ĐỒNG", key: "đại đồng"),
    Case(name: "letters that are not Vietnamese, too", text: "ÇA ÑU ΑΒΓ ЖЗ", key: "ça ñu αβγ жз"),
    Case(name: "a number with a point is removed", text: "1. Tên mô hình", key: "tên mô hình"),
    Case(name: "a number with a parenthesis, too", text: "12) Tên", key: "tên"),
    Case(name: "three digits are a number", text: "123.\u{A0}Tên", key: "tên"),
    Case(name: "four digits are none", text: "2023. Tên", key: "2023 tên"),
    Case(name: "without white space it stays", text: "1.Tên", key: "1 tên"),
    Case(name: "without a point it stays", text: "1 Tên", key: "1 tên"),
    Case(name: "only one number is removed", text: "1. 2. Tên", key: "2 tên"),
    Case(name: "a number is removed at the front only", text: "Tên 1. Hai", key: "tên 1 hai"),
    Case(name: "a number behind white space stays", text: " 1. Tên", key: "1 tên"),
    Case(name: "full-width digits are no number", text: "１. Tên", key: "１ tên"),
    Case(name: "a number alone stays", text: "1.", key: "1"),
    Case(name: "a number and space is nothing", text: "1. ", key: ""),
    Case(name: "a line end is white space", text: "1)\nTên", key: "tên"),
    Case(name: "format characters vanish", text: "Tê\u{200D}n\u{AD} mô\u{2060}", key: "tên mô"),
    Case(
      name: "what a format character kept apart is composed", text: "Te\u{200B}\u{302}n",
      key: "tên"),
    Case(name: "a byte-order mark vanishes", text: "\u{FEFF}Tên", key: "tên"),
    Case(name: "marks of punctuation are spaces", text: "VH-XH, (mới)…", key: "vh xh mới"),
    Case(name: "quotation marks are spaces", text: "Tên “Dân vận khéo”", key: "tên dân vận khéo"),
    Case(name: "currency and number signs are spaces", text: "a₫b²c½dⅢ+e", key: "a b c d e"),
    Case(name: "emoji are spaces", text: "Khéo 👍🏽 quá", key: "khéo quá"),
    Case(name: "decimal digits of all scripts stay", text: "２ ٣", key: "２ ٣"),
    Case(name: "marks stay", text: "क\u{93F} x\u{20DD}", key: "क\u{93F} x\u{20DD}"),
    Case(name: "spaces of every kind join words", text: "a\u{A0}\u{3000}\t b", key: "a b"),
    Case(name: "spaces at the ends are none", text: "  a  ", key: "a"),
    Case(name: "nothing is left of punctuation", text: "…–—", key: ""),
    Case(name: "nothing comes of nothing", text: "", key: ""),
    Case(name: "Thủy is Thuỷ", text: "Thủy", key: "thuỷ"),
    Case(name: "qúy is quý", text: "QÚY", key: "quý"),
    Case(name: "every word's tone moves", text: "hòa thủy, xòe", key: "hoà thuỷ xoè"),
    Case(name: "a closed syllable keeps its tone", text: "hòan tòan", key: "hòan tòan"),
    Case(name: "a tone on the second vowel stays", text: "hoà quý khoẻ", key: "hoà quý khoẻ"),
    Case(name: "without a tone nothing moves", text: "hoa que quy", key: "hoa que quy"),
    Case(name: "other vowels keep their tones", text: "mía lúa của", key: "mía lúa của"),
    Case(name: "a vowel with a mark is no o or u", text: "ồa ửy", key: "ồa ửy"),
    Case(name: "both vowels toned is left alone", text: "hòà", key: "hòà"),
    Case(name: "a pair alone is a word", text: "ỏa", key: "oả"),
    Case(name: "a decomposed tone moves, too", text: "ho\u{300}a", key: "hoà"),
    Case(name: "a digit behind closes the pair", text: "hòa1", key: "hòa1"),
  ]

  @Test(arguments: cases)
  func `a key follows the contract`(_ example: Case) {
    let key = MatchKey.of(example.text)
    // Scalars, not `==`, which would call canonically equivalent keys equal.
    #expect(key.unicodeScalars.elementsEqual(example.key.unicodeScalars), "“\(key)”")
    #expect(obviousMatchKey(example.text).unicodeScalars.elementsEqual(example.key.unicodeScalars))
  }

  @Test func `fifteen open pairs carry their tone on the second vowel`() {
    let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]
    for (first, second) in [("o", "a"), ("o", "e"), ("u", "y")] {
      for tone in tones {
        for onset in ["", "h", "th", "kh", "Q", "đ", "ng"] {
          let old = MatchKey.of("\(onset)\(first)\(tone)\(second)")
          let new = MatchKey.of("\(onset)\(first)\(second)\(tone)")
          #expect(old == new)
          #expect(new == "\(onset)\(first)\(second)\(tone)".lowercased())
        }
      }
    }
  }

  @Test func `tones and the order of words tell keys apart`() {
    #expect(MatchKey.of("Thiệu Hóa") != MatchKey.of("Thiệu Hòa"))
    #expect(MatchKey.of("An Lưu") != MatchKey.of("Lưu An"))
    #expect(MatchKey.of("An Lưu") != MatchKey.of("An Luu"))
    #expect(MatchKey.of("Đông") != MatchKey.of("Dông"))
    #expect(MatchKey.of("AnLưu") != MatchKey.of("An Lưu"))
  }
}
