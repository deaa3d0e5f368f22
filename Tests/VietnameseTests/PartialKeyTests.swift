import Testing
import Vietnamese

/// Name, hamlet and loose keys (SPEC §5).
struct PartialKeyTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var key: String

    var testDescription: String { "“\(text)”" }
  }

  private func maker(for text: String) -> KeyMaker {
    var maker = KeyMaker()
    var bytes = text
    bytes.withUTF8 { maker.makeMatchKey(of: $0) }
    return maker
  }

  static let names = [
    Case(text: "Trồng hoa", key: "trồng hoa"),
    Case(text: "Mô hình trồng hoa", key: "trồng hoa"),
    Case(text: "Các mô hình trồng hoa", key: "trồng hoa"),
    Case(text: "Những mô hình, điển hình “Dân vận khéo” trồng hoa", key: "trồng hoa"),
    Case(text: "Mô hình “Dân vận khéo” về trồng hoa", key: "trồng hoa"),
    Case(text: "Mô hình mô hình trồng hoa", key: "trồng hoa"),
    Case(text: "Dân vận khéo các điển hình những trồng hoa", key: "trồng hoa"),
    Case(text: "1. MÔ HÌNH: Trồng hoa", key: "trồng hoa"),
    Case(text: "Về trồng hoa", key: "về trồng hoa"),
    Case(text: "Mô hình về về trồng hoa", key: "về trồng hoa"),
    Case(text: "Mô hình về các trồng hoa", key: "các trồng hoa"),
    Case(text: "Mô hình", key: "mô hình"),
    Case(text: "Các mô hình", key: "mô hình"),
    Case(text: "Mô hình về", key: "về"),
    Case(text: "Mô hình mô", key: "mô"),
    Case(text: "Mô hìnhtrồng hoa", key: "mô hìnhtrồng hoa"),
    Case(text: "Mô trồng hoa", key: "mô trồng hoa"),
    Case(text: "Dân vận trồng hoa", key: "dân vận trồng hoa"),
    Case(text: "Dân vận khéo", key: "dân vận khéo"),
    Case(text: "Mô hình Dân vận khéo", key: "dân vận khéo"),
    Case(text: "Trồng hoa mô hình", key: "trồng hoa mô hình"),
    Case(text: "Mô hình vềtrồng", key: "vềtrồng"),
    Case(text: "Cácmô hình", key: "cácmô hình"),
    Case(text: "", key: ""),
  ]

  @Test(arguments: names)
  func `leading words of a name are removed while more remains, then one về`(_ name: Case) {
    let maker = maker(for: name.text)
    #expect(maker.text(maker.nameKey) == name.key)
  }

  static let hamlets = [
    Case(text: "Thôn Đông", key: "đông"),
    Case(text: "xóm 3", key: "3"),
    Case(text: "Làng Cả", key: "cả"),
    Case(text: "Khu 5", key: "5"),
    Case(text: "Khu dân cư số 5", key: "số 5"),
    Case(text: "KDC 5", key: "5"),
    Case(text: "Tổ dân phố 2", key: "2"),
    Case(text: "TDP 2", key: "2"),
    Case(text: "KDC thôn Đông", key: "đông"),
    Case(text: "Khu dân cư khu 5", key: "5"),
    Case(text: "thôn thôn thôn", key: "thôn"),
    Case(text: "Thôn", key: "thôn"),
    Case(text: "Khu dân cư", key: "dân cư"),
    Case(text: "Khu dân", key: "dân"),
    Case(text: "Tổ dân 5", key: "tổ dân 5"),
    Case(text: "Thônđông", key: "thônđông"),
    Case(text: "Đông thôn", key: "đông thôn"),
    Case(text: "", key: ""),
  ]

  @Test(arguments: hamlets)
  func `leading words of a hamlet are removed while more remains, the longest first`(
    _ hamlet: Case
  ) {
    let maker = maker(for: hamlet.text)
    #expect(maker.text(maker.hamletKey) == hamlet.key)
  }

  static let looseNames = [
    Case(text: "Mô hình trồng hoa", key: "tronghoa"),
    Case(text: "Đường Đẹp", key: "duongdep"),
    Case(text: "quý khỏe lý mỹ ỳ ỷ ỹ ỵ", key: "quikhoelimiiiii"),
    Case(text: "Hòa, Hoà; HOÀ", key: "hoahoahoa"),
    Case(text: "Ñandú Çé ÿ", key: "nanducei"),
    Case(text: "Жў ㄱ 中", key: "жуㄱ中"),
    Case(text: "x\u{20DD}y", key: "x\u{20DD}i"),
    Case(text: "", key: ""),
  ]

  @Test(arguments: looseNames)
  func `a loose key has no diacritics, no y and no spaces`(_ name: Case) {
    let maker = maker(for: name.text)
    var loose: [UInt32] = []
    maker.looseKey(of: maker.nameKey, into: &loose)
    #expect(maker.text(loose[...]).unicodeScalars.elementsEqual(name.key.unicodeScalars))
  }

  @Test func `the loose key of every letter is that of its decomposition`() {
    for value in UInt32(0x30)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let maker = maker(for: "a\(scalar)")
      var loose: [UInt32] = []
      maker.looseKey(of: maker.match[...], into: &loose)
      var expected = ""
      for part in maker.matchText.withoutDiacritics.unicodeScalars where part != " " {
        expected.unicodeScalars.append(part == "y" ? "i" : part)
      }
      if !maker.text(loose[...]).unicodeScalars.elementsEqual(expected.unicodeScalars) {
        Issue.record("U+\(String(value, radix: 16)) gives “\(maker.text(loose[...]))”")
      }
    }
  }

  @Test func `a maker that is used again keeps nothing of the text before`() {
    var maker = KeyMaker()
    for text in ["Mô hình trồng hoa", "中", "", "Thôn 1", "\u{301}", "x"] {
      var bytes = text
      bytes.withUTF8 { maker.makeMatchKey(of: $0) }
      #expect(maker.matchText == MatchKey.of(text))
    }
  }
}
