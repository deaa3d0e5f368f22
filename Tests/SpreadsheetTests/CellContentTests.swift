import Spreadsheet
import Testing

/// What one cell may say, and what it may not say twice.
struct CellContentTests {
  @Test(arguments: [
    ("<v>89</v><v>88</v>", "", "two values"), ("<v/><v>88</v>", "", "two values"),
    ("<f>A1</f><f>A2</f>", "", "two formulas"),
    ("<is><t>a</t></is><is><t>b</t></is>", "t=\"inlineStr\"", "two values"),
    ("<v>1</v><is><t>b</t></is>", "t=\"inlineStr\"", "two values"),
    ("<is><t>b</t></is>", "", "a text of type n"), ("<v>1</v>", "t=\"x\"", "type x"),
  ])
  func `a cell that says two things is refused`(_ cell: String, _ type: String, _ fault: String) {
    #expect(
      HandmadeWorkbook(cell: cell, attributes: type).fault() == .invalid("cell C7: \(fault)"))
  }

  @Test(arguments: ["88", "-88", "88.5", "1e3", "1.5E-05", "1e+10", "007"])
  func `a decimal number is read as it is spelt`(_ number: String) throws {
    let read = try HandmadeWorkbook(cell: "<v>\(number)</v>").read()
    #expect(read.sheets[0].cells[0].value == .number(number))
  }

  @Test(arguments: [
    "0x58", "nan", "inf", "+88", " 88", "88 ", "1.", ".5", "1e", "1e+", "8 8", "1,5", "--1",
    "٨٨", "100000000000000000000000000000000",
  ])
  func `any other number is refused`(_ number: String) {
    #expect(
      HandmadeWorkbook(cell: "<v>\(number)</v>").fault()
        == .invalid("cell C7: number \(number)"))
  }

  @Test func `a date is a text, and no value is none`() throws {
    let date = try HandmadeWorkbook(cell: "<v>2024-01-01</v>", attributes: "t=\"d\"").read()
    #expect(date.sheets[0].cells[0].value == .text("2024-01-01"))
    #expect(try HandmadeWorkbook(cell: "<v></v>").read().sheets[0].cells.isEmpty)
  }

  @Test func `a cell that comes back later is refused`() {
    let rows = ["7", "8", "7"].map { "<row r=\"\($0)\"><c r=\"C\($0)\"><v>1</v></c></row>" }
    #expect(HandmadeWorkbook(rows: rows.joined()).fault() == .invalid("cell C7 twice"))
  }

  @Test func `a fault does not repeat megabytes`() throws {
    let long = String(repeating: "x", count: 1 << 20)
    let fault = try #require(HandmadeWorkbook(cell: "<v>\(long)</v>").fault())
    #expect("\(fault)".utf8.count < 200)
  }

  @Test(arguments: ["<c t=\"e\"><v>", "<c><f>", "<c t=\"str\"><v>"])
  func `errors, formulas and texts are charged alike`(_ start: String) {
    let text = String(repeating: "x", count: 1000)
    let cell = start + text + (start.contains("<f>") ? "</f></c>" : "</v></c>")
    let workbook = HandmadeWorkbook(rows: "<row>\(String(repeating: cell, count: 9))</row>")
    var limits = ArchiveLimits()
    limits.textSize = 8999
    #expect(throws: SpreadsheetError.unreadable(part: "xl/s.xml", .tooMuchText(8999))) {
      _ = try workbook.read(limits: limits)
    }
  }

  @Test(arguments: ["<worksheet a=\"", "<!--", "<?x ", "<worksheet ", "<worksheet><a b='"])
  func `a token without end is refused before it fills the memory`(_ start: String) {
    var workbook = HandmadeWorkbook()
    workbook.sheet = start
    workbook.bombSize = 64 << 20
    #expect(workbook.fault() == .tooLarge(8 << 20))
  }

  @Test(arguments: ["<a#/>", "<a b#='1'/>", "<a xmlns:b#='urn:b'/>", "<x:a# xmlns:x='urn:x'/>"])
  func `a part of ever new names is refused`(_ element: String) {
    var workbook = HandmadeWorkbook()
    func sheet(_ count: Int) -> String {
      let elements = (0..<count).map {
        element.split(separator: "#", omittingEmptySubsequences: false).joined(separator: "00\($0)")
      }
      return "<worksheet>\(elements.joined())</worksheet>"
    }
    workbook.sheet = sheet(500)
    #expect(workbook.fault() == nil)
    workbook.sheet = sheet(3000)
    #expect(workbook.fault() == .invalid("too many names"))
  }

  @Test func `a part larger than its cells and texts could be is refused`() {
    var workbook = HandmadeWorkbook()
    workbook.sheet = "<x:y xmlns:x=\"urn:x\">"
    workbook.bombSize = 64 << 20
    var limits = ArchiveLimits()
    (limits.cellCount, limits.textSize) = (1000, 1000)
    #expect(throws: SpreadsheetError.unreadable(part: "xl/s.xml", .tooLarge(520_000 + 16 << 20))) {
      _ = try workbook.read(limits: limits)
    }
  }
}
