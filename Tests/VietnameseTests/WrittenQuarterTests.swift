import Testing
import Vietnamese

/// The forms of the `quarter` cell (SPEC §3, §10).
struct WrittenQuarterTests {
  @Test func `each quarter is read in Arabic and Roman, bare, with Q and with quý`() {
    for (number, roman) in [(1, "I"), (2, "II"), (3, "III"), (4, "IV")] {
      for numeral in ["\(number)", roman, roman.lowercased()] {
        for form in [
          numeral, "Q\(numeral)", "q\(numeral)", "quý \(numeral)", "Quý \(numeral)",
          "QUÝ  \(numeral)", "qúy \(numeral)", "Qúy\u{A0}\(numeral)",
        ] {
          #expect(writtenQuarter(form) == number, "“\(form)”")
        }
      }
    }
  }

  @Test(arguments: [
    "", "0", "5", "00", "01", "03", "33", "11", "-1", "3.", "3,0", "V", "VI", "IIII", "IIV", "VI",
    "IVI", "iix", "Q", "Q0", "Q5", "Q 3", "Q-3", "Q33", "QQ3", "quý", "quý ", "quý3", "quýIII",
    "quý 0", "quý 5", "quý V", "quý Q3", "quy 3", "Quí 3", "quý 3.", "quý 3/2023", "Q3/2023",
    "2023-Q3", "quý III năm 2023", "Ⅲ", "ⅲ", "３", "٣", "một", "-", "…", "1 2", "I I",
  ])
  func `anything else is no quarter`(_ text: String) {
    #expect(writtenQuarter(text) == nil)
  }
}
