import TestSupport
import Testing

@testable import Spreadsheet

struct NumberSpellingTests {
  private let numbers = NumberSpelling(countsFrom1904: false)

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("12.0", "12"), ("1.5", "1,5"), ("-0.25", "-0,25"), ("1.125", "1,125"),
    ("0.30000000000000004", "0,3"), ("1.9999999999999998", "2"), ("9.9999999999999999e2", "1000"),
    ("1E5", "100000"), ("1.5e-05", "0,000015"), ("123456789012345", "123456789012345"),
    ("999999999999999", "999999999999999"), ("1234567890123456", "1,23456789012346E+15"),
    ("-123456789012345678", "-1,23456789012346E+17"), ("1E300", "1E+300"), ("1E-16", "1E-16"),
    ("0x10", "0x10"), ("", ""),
    ("1e999", "1e999"),
  ])
  func `a number is written as a person would, with a comma`(_ stored: String, _ text: String) {
    #expect(numbers.text(of: stored, as: .plain) == text)
  }

  @Test func `a percentage keeps its sign, so that it cannot pass for a number of things`() {
    #expect(numbers.text(of: "0.5", as: .percent) == "50%")
    #expect(numbers.text(of: "0.125", as: .percent) == "12,5%")
  }

  @Test func `codes keep the zeros that their format gives them`() {
    #expect(numbers.text(of: "123", as: .padded(5)) == "00123")
    #expect(numbers.text(of: "123456", as: .padded(5)) == "123456")
    #expect(numbers.text(of: "1.5", as: .padded(5)) == "1,5")
  }

  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"),
    ("45153", "2023-08-15"), ("45153.75", "2023-08-15"), ("36585", "2000-02-29"),
    ("2958465", "9999-12-31"), ("2958466", "2958466"), ("-1", "-1"), ("0", "1900-01-00"),
  ])
  func `a day is written so that it reads as one`(_ stored: String, _ text: String) {
    #expect(numbers.text(of: stored, as: .day) == text)
  }

  @Test(arguments: ["1900", "2023", "2199"])
  func `a year typed under a date format stays the year`(_ stored: String) {
    #expect(numbers.text(of: stored, as: .day) == stored)
    #expect(numbers.text(of: stored, as: .dayAndTime) == stored)
  }

  @Test func `a time is told only where the format shows one`() {
    #expect(numbers.text(of: "45153.3125", as: .dayAndTime) == "2023-08-15 07:30")
    #expect(numbers.text(of: "45153", as: .dayAndTime) == "2023-08-15")
    #expect(numbers.text(of: "0.3125", as: .time) == "07:30")
    #expect(numbers.text(of: "1.50001157", as: .time) == "36:00:01")
  }

  @Test func `days of a workbook that counts from 1904`() {
    let numbers = NumberSpelling(countsFrom1904: true)
    #expect(numbers.text(of: "0", as: .day) == "1904-01-01")
    #expect(numbers.text(of: "43691", as: .day) == "2023-08-15")
  }

  @Test func `every day is the day after the one before`() {
    var expected = (year: 1900, month: 3, day: 1)
    for serial in 61...80_000 {
      let lengths = [31, isLeap(expected.year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      let text = numbers.text(of: "\(serial)", as: .day)
      if !(1900...2199).contains(serial) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        #expect(parts == [expected.year, expected.month, expected.day])
      }
      expected.day += 1
      if expected.day > lengths[expected.month - 1] {
        expected = (expected.year, expected.month + 1, 1)
      }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
    }
  }

  private func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

struct NumberFormTests {
  @Test(arguments: [
    ("General", NumberForm.plain), ("0", .plain), ("#,##0.00", .plain), ("0.00E+00", .plain),
    ("@", .plain),
    ("\"Năm \"0", .plain), ("\"Năm \"General", .plain), ("[Red]#,##0", .plain),
    ("#,##0\\ \"đồng\"", .plain),
    ("00000", .padded(5)), ("0%", .percent), ("0.0\\%", .plain), ("dd/mm/yyyy", .day),
    ("d/m/yyyy;@", .day),
    ("[$-42A]dd mmmm yyyy", .day), ("[$-1042A]d/m/yyyy;@", .day), ("mm/yyyy", .day),
    ("d-mmm", .day),
    ("mmm", .day), ("yyyy", .day), ("\"ngày \"dd\" tháng \"mm\" năm \"yyyy", .day),
    ("DD/MM/YYYY", .day),
    ("dd/mm/yyyy hh:mm", .dayAndTime), ("h:mm AM/PM", .time), ("[h]:mm:ss", .time),
    ("mm:ss", .time),
    ("[mm]:ss", .time), ("_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)", .plain),
    ("[=1]\"d\";0", .plain),
    ("[", .plain), ("\"", .plain), ("\\", .plain), ("", .plain),
  ])
  func `a format code is told by what it makes of a number`(_ code: String, _ form: NumberForm) {
    #expect(NumberForm(code: code) == form)
  }

  @Test func `formats known by number`() {
    #expect([14, 17, 27, 57].allSatisfy { NumberForm(builtIn: $0) == .day })
    #expect([18, 21, 45, 47].allSatisfy { NumberForm(builtIn: $0) == .time })
    #expect(NumberForm(builtIn: 22) == .dayAndTime)
    #expect(NumberForm(builtIn: 10) == .percent)
    #expect([0, 1, 4, 11, 49, 164].allSatisfy { NumberForm(builtIn: $0) == .plain })
  }

  @Test func `a cell is read by the format of its style, declared or known`() throws {
    var sheets = HandmadeSheets(
      rows: (0...4).map { "<row><c s=\"\($0)\"><v>45153</v></c></row>" }.joined())
    sheets.styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
      + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"9\"/></cellXfs>"
    #expect(try csv(sheets) == "45153\n2023-08-15\n2023-08-15\n4515300%\n45153\n")
    sheets.properties = "date1904=\"1\""
    #expect(try csv(sheets).contains("2027-08-16"))
  }
}
