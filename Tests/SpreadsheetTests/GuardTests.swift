import Spreadsheet
import Testing

struct GuardTests {
  struct NameCase {
    var name: String
    var fault: SheetNameFault
  }

  @Test(arguments: [
    NameCase(name: "", fault: .blank), NameCase(name: " \u{A0}", fault: .blank),
    NameCase(name: String(repeating: "đ", count: 32), fault: .tooLong),
    NameCase(name: String(repeating: "😀", count: 16), fault: .tooLong),
    NameCase(name: "a/b", fault: .forbiddenCharacter),
    NameCase(name: "a[b", fault: .forbiddenCharacter),
    NameCase(name: "it's", fault: .forbiddenCharacter),
    NameCase(name: "a\u{0}b", fault: .forbiddenCharacter),
    NameCase(name: "a\u{FFFE}", fault: .forbiddenCharacter),
    NameCase(name: "TỔNG HỢP", fault: .taken),
    NameCase(name: "To\u{302}\u{309}ng ho\u{31B}\u{323}p", fault: .taken),
  ])
  func `a sheet name that Excel would not take is refused`(_ test: NameCase) throws {
    let folder = try TemporaryFolder()
    #expect(throws: SpreadsheetError.sheetName(test.name, test.fault)) {
      var workbook = try Workbook(path: folder.file("a.xlsx"), title: "", author: "")
      try workbook.withSheet(named: "Tổng hợp") { _ in }
      try workbook.withSheet(named: test.name) { _ in }
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 9_007_199_254_740_994])
  func `a number that a cell cannot hold is refused`(_ number: Double) {
    #expect(
      throws: SpreadsheetError.number(sheet: "Tờ 1", cell: at(0, 0), value: "\(number)")
    ) {
      _ = try cells { sheet throws(SpreadsheetError) in
        try sheet.write(number, at: at(0, 0), style: plain)
      }
    }
  }

  @Test(arguments: [(-1, 0), (1_048_576, 0), (0, 16_384), (0, -1)])
  func `a cell outside the sheet is refused`(_ row: Int, _ column: Int) {
    #expect(
      throws: SpreadsheetError.outsideSheet(sheet: "Tờ 1", row: row, column: column)
    ) {
      _ = try cells { sheet throws(SpreadsheetError) in
        try sheet.write("x", at: at(row, column), style: plain)
      }
    }
  }

  @Test func `merged ranges must not overlap, nor be one cell`() {
    let first = CellRange(first: at(0, 0), last: at(1, 3))
    for second in [CellRange(first: at(1, 3), last: at(2, 4)), CellRange(at(5, 5))] {
      #expect(throws: SpreadsheetError.merge(sheet: "Tờ 1", range: second)) {
        _ = try cells { sheet throws(SpreadsheetError) in
          try sheet.merge(first, style: plain)
          try sheet.merge(second, style: plain)
        }
      }
    }
  }

  @Test func `a formula without terms, or outside the sheet, is refused`() {
    let outside = CellRange(first: at(3, 0), last: at(1, 0))
    for formula in [Formula(adding: []), Formula(adding: [outside])] {
      #expect(throws: SpreadsheetError.formula(sheet: "Tờ 1", cell: at(0, 0))) {
        _ = try cells { sheet throws(SpreadsheetError) in
          try sheet.write(formula, cached: 0, at: at(0, 0), style: plain)
        }
      }
    }
  }

  @Test func `a footer beyond 255 characters is refused`() {
    #expect(throws: SpreadsheetError.self) {
      _ = try cells { sheet throws(SpreadsheetError) in
        try sheet.setPage(
          PageSetup(
            isLandscape: false, repeatedRows: nil, printArea: CellRange(at(0, 0)),
            footer: String(repeating: "&", count: 120), pageWord: "Trang"))
      }
    }
  }

  @Test func `measures that make no sense are refused`() {
    #expect(throws: SpreadsheetError.measure(sheet: "Tờ 1", what: "width 256.0")) {
      _ = try cells { sheet throws(SpreadsheetError) in try sheet.setWidth(256, ofColumn: 0) }
    }
    #expect(throws: SpreadsheetError.measure(sheet: "Tờ 1", what: "height nan")) {
      _ = try cells { sheet throws(SpreadsheetError) in try sheet.setHeight(.nan, ofRow: 0) }
    }
  }

  @Test func `a path in a folder that is not there is an error, not a workbook`() {
    #expect(throws: SpreadsheetError.self) {
      try workbook(at: "/tmp/kheo-nowhere/a.xlsx") { sheet throws(SpreadsheetError) in
        try sheet.write("x", at: at(0, 0), style: plain)
      }
    }
  }

  @Test func `addresses are read as Excel writes them`() {
    #expect(CellAddress("A1") == at(0, 0))
    #expect(CellAddress("XFD1048576") == at(1_048_575, 16_383))
    #expect(at(6, 27).description == "AB7")
    for text in ["", "A", "1", "A0", "XFE1", "A1048577", "a1", "A1B", "A-1", "AAAA1"] {
      #expect(CellAddress(text) == nil, "\(text)")
    }
  }
}
