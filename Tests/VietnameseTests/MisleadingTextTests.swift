import Testing

@testable import Vietnamese

struct MisleadingTextTests {
  private func found(_ text: String) -> [String] {
    MisleadingScalar.all(in: text).map { "\($0.kind) \($0.codePoint)" }
  }

  @Test func `what nobody sees is found with its code point, each once`() {
    #expect(found("Tr\u{200B}ồng\u{200B} t\u{202E}ỏi") == ["hidden U+200B", "hidden U+202E"])
    #expect(found("\u{AD}") == ["hidden U+00AD"])
    #expect(found("rau\u{FE0F}") == ["hidden U+FE0F"])
    #expect(found("a\u{E0041}") == ["hidden U+E0041"])
    #expect(found("a\u{3164}b") == ["hidden U+3164"])
  }

  @Test func `control characters are found, but for tabs and line ends`() {
    #expect(
      found("a\u{1B}[31m\u{0}\u{85}") == ["control U+001B", "control U+0000", "control U+0085"])
    #expect(found("một\thai\r\nba").isEmpty)
  }

  @Test(arguments: [
    ("Trồng rаu", "lookAlike U+0430"), ("Ðường hoa", "lookAlike U+00D0"),
    ("ΜΟ hinh", "lookAlike U+039C"), ("Ｍô hình", "lookAlike U+FF2D"),
    ("𝐓rồng", "lookAlike U+1D413"), ("ðường", "lookAlike U+00F0"),
    ("Tổ а quản lý", "lookAlike U+0430"), ("Nuôi са\u{301} lồng", "lookAlike U+0441"),
    ("bόng", "lookAlike U+03BF"), ("bӑp", "lookAlike U+0430"),
    ("d\u{335}ường", "lookAlike U+0335"), ("２０２３", "lookAlike U+FF12"),
    ("Nuôⅰ ong", "lookAlike U+2170"), ("Tổ Ⅲ", "lookAlike U+2162"), ("ꓔrồng", "lookAlike U+A4D4"),
    ("Ꭰn", "lookAlike U+13A0"), ("ᴏng", "lookAlike U+1D0F"), ("ⲟng", "lookAlike U+2C9F"),
    ("ℎoa", "lookAlike U+210E"),
  ]) func `a letter that only looks Vietnamese is found`(_ text: String, _ first: String) {
    #expect(found(text).first == first)
  }

  @Test(arguments: [
    "Trồng rau an toàn, đường hoa, ĐƯỜNG HOA", "vitamin α", "đo bằng µm, 5°C, 3 m²", "Привет",
    "中文", "Ho\u{300}a Bi\u{300}nh", "👍", "“Dân vận khéo” – 100%", "Sơ\u{309}",
  ]) func `ordinary text, and text of other scripts, misleads nobody`(_ text: String) {
    #expect(found(text).isEmpty)
  }

  @Test func `the quick look over bytes never misses what is found in text`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var text = "a"
      text.unicodeScalars.append(scalar)
      text += "b"
      guard !MisleadingScalar.all(in: text).isEmpty else { continue }
      var bytes = Array(text.utf8)
      let isOdd = bytes.withUnsafeMutableBufferPointer {
        holdsOddBytes(UnsafeBufferPointer($0))
      }
      #expect(isOdd, "U+\(String(value, radix: 16))")
    }
  }

  @Test func `Vietnamese prose holds no odd bytes, in either normalization form`() {
    let prose =
      "Mô hình “Dân vận khéo” năm 2023-Q3 – văn hóa - xã hội; QP-AN… Trồng tỏi, 1.200 cây, ĐƯỜNG HOA\r\n"
    for text in [prose, String(String.UnicodeScalarView(prose.decomposedScalars))] {
      #expect(Array(text.utf8).withUnsafeBufferPointer { !holdsOddBytes($0) })
    }
  }
}

struct CellDamageTests {
  @Test(arguments: [
    ("#REF!", CellDamage.errorValue), ("#n/a", .errorValue), ("#####", .errorValue),
    ("#NAME?", .errorValue), ("1E+05", .scientificNumber), ("1,25E+11", .scientificNumber),
    ("-1.2e-3", .scientificNumber), ("12-Jun", .date), ("Jun-23", .date), ("12-thg 6", .date),
    ("2-thg06", .date), ("12-Jun-23", .date),
  ]) func `what a spreadsheet does to a cell is told`(_ text: String, _ damage: CellDamage) {
    #expect(CellDamage(text) == damage)
    #expect(Array(text.utf8).withUnsafeBufferPointer { holdsOddBytes($0) })
  }

  @Test(arguments: ["2024-06-12", "12/06/2024", "1/6/2024", "2024-6-1"])
  func `a whole day is damage where no day is expected`(_ text: String) {
    #expect(CellDamage(text, isDayExpected: false) == .date)
    #expect(CellDamage(text) == nil)
    #expect(Array(text.utf8).withUnsafeBufferPointer { holdsOddBytes($0) })
  }

  @Test(arguments: [
    "", "#", "#1", "Tổ #3", "1E05", "E+05", "1E+", "1.2.3E+4", "12-6", "12-13", "Thôn 12-Jun",
    "123-Jun", "12-Juni", "2023-08-15", "15/08/2023", "Maize-5 corn", "COVID-19", "-", "5-",
  ]) func `what only looks like it is whole`(_ text: String) {
    #expect(CellDamage(text) == nil)
  }

  @Test func `whatever is hidden, a control or a look-alike is found inside a word`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isLayout = [0x09, 0x0A, 0x0D].contains(value)
      let misleads =
        scalar.isHiddenInText || scalar.isControl && !isLayout
        || ((scalar.isKeptInKeys || LookAlikeLetters.isNumeral(scalar))
          && String(scalar).decomposedScalars.contains { LookAlikeLetters.likeness(of: $0) != nil })
      if MisleadingScalar.all(in: "an\(scalar)inh").isEmpty == misleads {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }
}
