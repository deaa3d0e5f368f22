import Testing
import Vietnamese

/// How texts and numbers are shown and put in order.
struct ShownTextTests {
  @Test func `words stand in the order of Vietnamese dictionaries`() {
    let ordered = [
      "1 khu", "ba", "Ba", "ba lô", "bà con", "bả", "bã", "bá", "bạ", "bác", "băm", "bâm", "cam",
      "dâm", "đam", "em", "êm", "in", "om", "ôm", "ơm", "um", "ưm", "yên", "жук",
    ]
    #expect(ordered.reversed().sorted { CollationKey($0) < CollationKey($1) } == ordered)
  }

  @Test func `control, bidirectional and tag characters are shown escaped`() {
    #expect(displayed("a\u{1B}[31m\n\u{7F}\u{85}") == "a\\u{1B}[31m\\u{A}\\u{7F}\\u{85}")
    #expect(
      displayed("\u{202E}x\u{2066}\u{FEFF}\u{E0041}") == "\\u{202E}x\\u{2066}\\u{FEFF}\\u{E0041}")
    #expect(displayed("Hòa Bình “Dân vận khéo” 👍") == "Hòa Bình “Dân vận khéo” 👍")
  }

  @Test func `columns of a terminal are counted, not characters`() {
    #expect(textWidth("Hòa") == 3)
    #expect(textWidth("Ho\u{300}a") == 3)
    #expect(textWidth("中x") == 3)
    #expect(textWidth("👍") == 2)
    #expect(textWidth("a\u{200B}b\u{AD}") == 2)
    #expect(padded("Ho\u{300}a", to: 5) == "Ho\u{300}a  ")
    #expect(leftPadded("Hòa", to: 5) == "  Hòa")
    #expect(padded("dài quá", to: 3) == "dài quá")
  }

  @Test func `lines are broken at spaces, and longer words have their own`() {
    #expect(wrapped("một hai ba", to: 7) == ["một hai", "ba"])
    #expect(wrapped("a nghiêng-nghiêng b", to: 4) == ["a", "nghiêng-nghiêng", "b"])
    #expect(wrapped("", to: 4).isEmpty)
  }

  @Test(arguments: [
    ("một hai ba", 7, 2), ("một hai ba", 10, 1), ("a nghiêng-nghiêng b", 4, 6), ("", 4, 1),
    (" ", 4, 1), ("một\nhai", 9, 2), ("một\n\nhai", 9, 2), ("a  b", 3, 1), ("họp 日本 họp", 8, 2),
    ("\u{301} b", 1, 2), ("nghiêng", 1, 7),
  ])
  func `lines are counted as they are broken`(_ text: String, _ width: Int, _ count: Int) {
    #expect(wrappedLineCount(text, to: width) == count)
    // The same by the lines themselves.
    let lines = text.split(separator: "\n").flatMap { wrapped(String($0), to: width) }
    let obvious = lines.reduce(0) { $0 + max(1, (textWidth($1) + width - 1) / width) }
    #expect(count == max(obvious, 1))
  }

  @Test func `numbers have groups of three and one decimal, in the marks of their language`() {
    let vietnamese = NumberText.vietnamese
    let english = NumberText.english
    #expect(
      [0, 999, 1_204, 1_000_000, -1_204].map(vietnamese.count)
        == ["0", "999", "1.204", "1.000.000", "-1.204"])
    #expect(english.count(1_204_000) == "1,204,000")
    #expect([5, 0, -1_204].map(vietnamese.change) == ["+5", "0", "-1.204"])
    #expect(
      [131, 5, 0, -5, 12_040].map(vietnamese.tenths) == ["13,1", "0,5", "0,0", "-0,5", "1.204,0"])
    #expect([131, 0, -131].map(english.changeInTenths) == ["+13.1", "0.0", "-13.1"])
    #expect(vietnamese.count(.min) == "-9.223.372.036.854.775.808")
  }
}
