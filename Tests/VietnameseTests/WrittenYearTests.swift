import Testing
import Vietnamese

/// The forms of the `year` cell (SPEC §3), and their nearest neighbours, which are none.
struct WrittenYearTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var quarter: Int?

    var testDescription: String { "“\(text)”" }
  }

  static let legal = [
    Case(text: "2023"),
    Case(text: "Năm 2023"), Case(text: "năm 2023"), Case(text: "NĂM 2023"),
    Case(text: "Năm   2023"), Case(text: "Năm\u{A0}2023"), Case(text: "Năm \t\u{202F}2023"),
    Case(text: "2023-Q3", quarter: 3), Case(text: "2023-q1", quarter: 1),
    Case(text: "2023-QIV", quarter: 4), Case(text: "2023-qii", quarter: 2),
    Case(text: "Q3/2023", quarter: 3), Case(text: "q4/2023", quarter: 4),
    Case(text: "QIII/2023", quarter: 3), Case(text: "qi/2023", quarter: 1),
    Case(text: "Quý III/2023", quarter: 3), Case(text: "quý 3/2023", quarter: 3),
    Case(text: "QUÝ IV/2023", quarter: 4), Case(text: "Quý  \u{A0}II/2023", quarter: 2),
    Case(text: "qúy 2/2023", quarter: 2), Case(text: "Qúy I/2023", quarter: 1),
    Case(text: "QÚY iv/2023", quarter: 4),
    Case(text: "Quý III năm 2023", quarter: 3), Case(text: "quý 1  NĂM  2023", quarter: 1),
    Case(text: "qúy IV năm 2023", quarter: 4),
    Case(text: "8/2023", quarter: 3), Case(text: "08/2023", quarter: 3),
    Case(text: "tháng 8/2023", quarter: 3), Case(text: "Tháng 12/2023", quarter: 4),
    Case(text: "THÁNG  01/2023", quarter: 1),
    Case(text: "tháng 8 năm 2023", quarter: 3), Case(text: "Tháng\u{A0}4  Năm 2023", quarter: 2),
    Case(text: "15/08/2023", quarter: 3), Case(text: "5/8/2023", quarter: 3),
    Case(text: "31/12/2023", quarter: 4), Case(text: "05/4/2023", quarter: 2),
    Case(text: "2023-08-15", quarter: 3), Case(text: "2023-1-5", quarter: 1),
  ]

  @Test(arguments: legal)
  func `a legal form gives its year, and its quarter if it names one`(_ form: Case) {
    #expect(WrittenYear(form.text) == WrittenYear(year: 2023, quarter: form.quarter))
  }

  static let illegal = [
    "", "23", "202", "20233", "02023", "-2023", "+2023", "2023.", "2023.0", "2023,0", "2.023",
    "2 023", "2023-", "2023/", "Năm2023", "năm", "nam 2023", "năm 23", "Năm 2023.", "năm: 2023",
    "２０２３", "٢٠٢٣", "Năm ２０２３", "２/2023", "Q３/2023", "2023năm", "2023 năm",
    "2023 -Q3", "2023- Q3", "2023 Q3", "2023Q3", "2023/Q3", "2023–Q3", "2023-Q5", "2023-Q0",
    "2023-Q", "2023-Q33", "2023-3", "2023-III", "2023-QV", "2023-QIIII", "2023-Q 3", "2023-quý 3",
    "Q5/2023", "Q0/2023", "Q/2023", "Q3", "Q 3/2023", "Q3 /2023", "Q3/ 2023", "Q3-2023",
    "Q3 2023", "Q03/2023", "QV/2023", "Q3/23", "Q3 năm 2023", "III/2023",
    "Quý3/2023", "QuýIII/2023", "Quý V/2023", "Quý IIII/2023", "Quý 5/2023", "Quý 0/2023",
    "Quý 3 2023", "Quý 3 /2023", "Quý 3/ 2023", "Quý Q3/2023", "Quy 3/2023", "Quý Ⅲ/2023",
    "Quý III-2023", "quý III năm2023", "quý IIInăm 2023", "quý III nam 2023", "quý III/năm 2023",
    "quý/2023", "quý  2023", "2023 quý 3",
    "13/2023", "0/2023", "00/2023", "008/2023", "8 /2023", "8/ 2023", "8-2023", "8.2023",
    "8/23", "8 năm 2023", "8 2023", "tháng 13/2023", "tháng 0/2023", "tháng8/2023",
    "tháng 8 2023", "tháng 8 /2023", "thang 8/2023", "tháng tám/2023", "tháng 8 năm23",
    "tháng 8năm 2023", "tháng 15/08/2023",
    "31/02/2023", "29/02/2023", "30/02/2024", "31/04/2023", "32/01/2023", "0/1/2023", "1/0/2023",
    "00/01/2023", "1/13/2023", "08/15/2023", "015/08/2023", "15/008/2023", "15/08/23",
    "15/08/02023", "15.08.2023", "15-08-2023", "15 /08/2023", "15/ 08/2023", "15/08 /2023",
    "ngày 15/08/2023", "15/08/2023 00:00", "15/tám/2023",
    "2023-13-01", "2023-02-29", "2023-00-10", "2023-1-32", "2023-008-15", "2023-08-015",
    "2023/08/15", "2023-08", "2023-08-", "2023-8-15T00:00", "23-08-15", "2023‐08‐15",
  ]

  @Test(arguments: illegal)
  func `a neighbour of a form is none`(_ text: String) {
    #expect(WrittenYear(text) == nil)
  }

  @Test func `of all days and months, only real dates are read, whatever the form`() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for (year, isLeap) in [(1900, false), (2000, true), (2023, false), (2024, true)] {
      for month in 0...13 {
        for day in 0...32 {
          let length =
            (1...12).contains(month) ? lengths[month - 1] + (isLeap && month == 2 ? 1 : 0) : 0
          let expected =
            (1...max(1, length)).contains(day) && length > 0
            ? WrittenYear(year: year, quarter: [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4][month - 1])
            : nil
          #expect(WrittenYear("\(day)/\(month)/\(year)") == expected)
          #expect(WrittenYear("\(year)-\(month)-\(day)") == expected)
        }
      }
    }
  }

  @Test func `a month alone gives its quarter`() {
    for month in 1...12 {
      let expected = WrittenYear(year: 2023, quarter: (month - 1) / 3 + 1)
      #expect(WrittenYear("\(month)/2023") == expected)
      #expect(WrittenYear("tháng \(month)/2023") == expected)
      #expect(WrittenYear("tháng \(month) năm 2023") == expected)
    }
  }
}
