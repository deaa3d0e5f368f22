import Testing
import Vietnamese

struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Kinh tế", 7), ("Kinh te\u{302}\u{301}", 7), ("漢字", 4), ("한글", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👨‍👩‍👧‍👦", 2), ("🇻🇳", 2), ("–“”…", 4),
    ("a\u{200B}b", 2), ("ＡＢ", 4), ("❤️", 2), ("\u{301}", 0),
  ])
  func `a text takes the columns that a terminal gives it`(_ text: String, _ width: Int) {
    #expect(textWidth(text) == width)
  }

  @Test func `texts are padded and wrapped by what is shown`() {
    #expect(padded("tế", to: 4) == "tế  ")
    #expect(leftPadded("te\u{302}\u{301}", to: 4) == "  te\u{302}\u{301}")
    #expect(wrapped("một hai ba bốn", to: 7) == ["một hai", "ba bốn"])
    #expect(wrapped("dàidàidài a", to: 3) == ["dàidàidài", "a"])
    #expect(wrapped("", to: 3) == [])
  }

  @Test func `what would act on a terminal is shown instead`() {
    #expect(displayed("Đã đọc") == "Đã đọc")
    #expect(displayed("a\u{1B}[31m\u{7F}\u{9B}\n") == "a\\u{1B}[31m\\u{7F}\\u{9B}\\u{A}")
    #expect(
      displayed("a\u{202E}b\u{2066}\u{FEFF}\u{E0041}") == "a\\u{202E}b\\u{2066}\\u{FEFF}\\u{E0041}")
  }
}

struct NumberTextTests {
  @Test func `numbers have the marks of their language`() {
    #expect(NumberText.vietnamese.count(1_234_567) == "1.234.567")
    #expect(NumberText.english.count(1204) == "1,204")
    #expect(NumberText.vietnamese.count(-999) == "-999")
    #expect(NumberText.vietnamese.tenths(131) == "13,1")
    #expect(NumberText.vietnamese.tenths(-5) == "-0,5")
    #expect(NumberText.english.changeInTenths(12_345) == "+1,234.5")
    #expect(NumberText.vietnamese.change(0) == "0")
    #expect(NumberText.vietnamese.change(7) == "+7")
    #expect(NumberText.vietnamese.count(Int.min) == "-9.223.372.036.854.775.808")
  }
}

struct CollationTests {
  @Test(arguments: [
    ["An Lưu", "An Phụ", "An Sinh", "Bạch Đằng", "Duy Tân", "Đông Anh", "Hiến Thành"],
    ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "â", "ấ", "b"],
    ["ba lô", "ba lỗ", "bà con", "bá"],
    ["Hiệp An", "Hiệp Hòa", "Hiệp Sơn", "Hoành Sơn"],
    ["", "(khác)", "1", "2", "a", "A", "ab", "đ", "e", "ê"],
    ["tan", "tang", "tăng", "Tân", "tấn"],
  ])
  func `names stand in the order of the Vietnamese alphabet`(_ names: [String]) {
    #expect(names.reversed().sorted { CollationKey($0) < CollationKey($1) } == names)
  }

  @Test func `composed and decomposed spellings stand together, in one order`() {
    let composed = CollationKey("Hòa")
    let decomposed = CollationKey("Ho\u{300}a")
    #expect(composed < decomposed || decomposed < composed)
    #expect(CollationKey("Hoa") < composed)
    #expect(decomposed < CollationKey("Hóa"))
  }

  @Test func `a letter is ours if Unicode takes it for one of ours, however it is spelt`() {
    let marks = [
      "", "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{306}", "\u{309}", "\u{31B}", "\u{323}",
    ]
    let ours = Set("aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệoòỏõóọôồổỗốộơờởỡớợyỳỷỹýỵ")
    for vowel in ["a", "ă", "â", "e", "ê", "o", "ô", "ơ", "y"] {
      for first in marks {
        for second in marks {
          let spelt = vowel + first + second
          guard spelt.count == 1, let letter = spelt.first else { continue }
          #expect((CollationKey(spelt) < CollationKey("z")) == ours.contains(letter), "\(spelt)")
        }
      }
    }
  }
}
