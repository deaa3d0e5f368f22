import Domain
import Testing

/// What is read from the cells of a data record (SPEC §3, “Records”).
struct RecordDecodingTests {
  /// The only record that is looked at.
  private func flagged(
    _ line: String, header: String = Sample.header, from submitter: Submitter = .ward(0),
    requiring required: [Column] = []
  ) throws -> RecordReading {
    let reading = Sample.read(
      header + line + "\n", from: submitter,
      in: Sample.context(required: required))
    #expect(reading.plainRecords.isEmpty)
    #expect(reading.flagged.count == 1)
    return try #require(reading.flagged.first)
  }

  private func isPlain(
    _ line: String, header: String = Sample.header, from submitter: Submitter = .ward(0)
  ) -> Bool {
    let reading = Sample.read(header + line + "\n", from: submitter)
    return reading.block.count == 1 && reading.flagged.isEmpty
  }

  @Test func `a plain record is a row, with everything that is counted`() throws {
    let reading = Sample.read(
      "Tên mô hình,Lĩnh vực,Năm,Quý,SL,Trạng thái\nTrồng hoa,VH-XH,2023,II,1.000,Đã kết thúc\n")
    #expect(reading.flagged.isEmpty)
    #expect(reading.block.count == 1)
    let row = reading.block[0]
    #expect(row.recordNumber == 2 && row.line == 2 && row.ward == 0 && row.field == 1)
    #expect(row.registrationYear == 2023 && row.registrationQuarter == 2 && row.quantity == 1_000)
    #expect(row.isEnded)
    #expect(reading.block.owners == [Owner(organization: nil, key: "", spelling: "")])
  }

  // MARK: Numbers of cells

  @Test func `fewer cells than the header make a record ragged`() throws {
    let reading = try flagged("1,Trồng hoa,KT,2023")
    #expect(reading.isRagged)
    #expect(reading.row == nil)
    #expect(reading.field == .absent && reading.year == .absent && reading.quantity == .absent)
    #expect(reading.countingWard == 0)
    #expect(reading.cells == ["1", "Trồng hoa", "KT", "2023"])
  }

  @Test func `more cells make it ragged if one of them is filled`() throws {
    #expect(isPlain("1,Trồng hoa,KT,2023,2, ,\u{A0},"))
    #expect(try flagged("1,Trồng hoa,KT,2023,2,,x").isRagged)
    #expect(try flagged("1,Trồng hoa,KT,2023,2,…").isRagged)
  }

  @Test func `blank headings at the end ask for no cells`() {
    #expect(isPlain("a,KT,2023", header: "name,field,year,,\n"))
  }

  // MARK: Required cells

  @Test(arguments: ["", "-", "…", "“”", "  ", "()", "?!", "👍", "½", "\u{301}"])
  func `a required cell without a letter or digit is missing, and not judged`(_ cell: String) throws
  {
    #expect(try flagged("1,\(cell),KT,2023,2").row == nil)
    let field = try flagged("1,a,\(cell),2023,2")
    #expect(field.row == nil && field.field.value == nil)
    #expect(cell.isEmpty || cell == "  " ? field.field == .blank : field.field == .absent)
    let year = try flagged("1,a,KT,\(cell),2")
    #expect(year.row == nil)
    #expect(year.year == .absent || year.year == .blank)
  }

  @Test(arguments: ["a", "1", "-1-", "中", "٣", "“ộ”", "Ω", "ª"])
  func `one letter or digit fills a required cell`(_ name: String) {
    let reading = Sample.read(Sample.header + "1,\(name),KT,2023,2\n")
    #expect(reading.block.count == 1 || reading.flagged.first?.row != nil)
  }

  @Test func `a column that the settings require must be filled`() throws {
    let header = "Tên mô hình,Lĩnh vực,Năm,Loại,Quý\n"
    #expect(isPlain("a,KT,2023,-,", header: header))
    let required: [Column] = [.kind, .quarter]
    #expect(try flagged("a,KT,2023,-,1", header: header, requiring: required).row == nil)
    let quarter = try flagged("a,KT,2023,x,-", header: header, requiring: required)
    #expect(quarter.row == nil && quarter.quarter == .absent)
  }

  // MARK: Field, year, quarter, quantity

  @Test(arguments: ["KT", "kt", "Kinh tế", "KINH  TẾ", "1. Economy", "Kinh tế."])
  func `a field is known by code and names`(_ field: String) {
    #expect(isPlain("1,a,\(field),2023,2"))
  }

  @Test(arguments: ["KTX", "Kinh te", "01", "An Lưu"])
  func `another field is unreadable`(_ field: String) throws {
    let reading = try flagged("1,a,\(field),2023,2")
    #expect(reading.field == .unreadable && reading.row == nil)
  }

  @Test func `a year that is none is unreadable`() throws {
    let reading = try flagged("1,a,KT,2023 -Q3,2")
    #expect(reading.year == .unreadable && reading.row == nil)
  }

  struct Case: CustomTestStringConvertible {
    var year: String
    var quarter: String
    var period: Period?
    var expected: UInt8

    var testDescription: String {
      "“\(year)” and “\(quarter)” in \(period.map { "\($0)" } ?? "no period")"
    }
  }

  static let quarters = [
    Case(year: "2023", quarter: "", period: nil, expected: 0),
    Case(year: "2023", quarter: "3", period: nil, expected: 3),
    Case(year: "2023-Q3", quarter: "", period: nil, expected: 3),
    Case(year: "2023-Q3", quarter: "III", period: nil, expected: 3),
    Case(year: "8/2023", quarter: "", period: nil, expected: 3),
    Case(year: "15/08/2023", quarter: "quý 3", period: nil, expected: 3),
    Case(year: "2023", quarter: "", period: Period(year: 2023), expected: 0),
    Case(year: "2023", quarter: "", period: Period(year: 2023, quarter: 2), expected: 2),
    Case(year: "2022", quarter: "", period: Period(year: 2023, quarter: 2), expected: 0),
    Case(year: "2023", quarter: "4", period: Period(year: 2023, quarter: 2), expected: 4),
    Case(year: "2023-Q1", quarter: "", period: Period(year: 2023, quarter: 2), expected: 1),
  ]

  @Test(arguments: quarters)
  func `the quarter is that of the year cell, its own, or the period's`(_ example: Case) {
    let line = "a,KT,\(example.year),\(example.quarter)\n"
    let reading = Sample.read("name,field,year,quarter\n" + line, period: example.period)
    let rows = reading.block.merging(reading.flagged.compactMap(\.row))
    #expect(rows.rows.map(\.registrationQuarter) == [example.expected])
  }

  @Test func `two different quarters, or one that is none, are looked at`() throws {
    let header = "name,field,year,quarter\n"
    let different = try flagged("a,KT,2023-Q3,2", header: header)
    #expect(different.yearCellQuarter == 3 && different.quarter == .value(2))
    #expect(try flagged("a,KT,2023,5", header: header).quarter == .unreadable)
    #expect(try flagged("a,KT,2023,-", header: header).quarter == .unreadable)
  }

  @Test func `quantities are from one to a million`() throws {
    for quantity in ["1", "1000000", "1.000.000", "0001", ""] {
      #expect(isPlain("1,a,KT,2023,\(quantity)"))
    }
    for quantity in ["0", "1000001", "-1", "\"1,5\"", "1.2345", "-", "99999999999999999999"] {
      let reading = try flagged("1,a,KT,2023,\(quantity)")
      #expect(reading.quantity == .unreadable && reading.row == nil)
    }
  }

  @Test func `what lies outside the reported span is looked at, and stays countable`() throws {
    for year in ["2019", "2025", "2024-Q4", "15/10/2024"] {
      #expect(try flagged("1,a,KT,\(year),1").row != nil)
    }
    #expect(isPlain("1,a,KT,2024,1"))
    #expect(isPlain("1,a,KT,2024-Q3,1"))
    #expect(isPlain("1,a,KT,2020,1"))
  }

  @Test func `bytes and quotes that are wrong leave nothing to count`() throws {
    #expect(try flagged("1,\"a\"b,KT,2023,1").row == nil)
    #expect(try flagged("1,\"a,KT,2023,1").row == nil)
  }

  @Test func `cells are shown trimmed and in NFC`() throws {
    let reading = try flagged("1,\" Te\u{302}n \",lạ,2023,1")
    #expect(Array(reading.cells[1].utf8) == Array("Tên".utf8))
  }
}
