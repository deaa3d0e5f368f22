import TestSupport
import Testing

@testable import Spreadsheet

/// The records of the first sheet of a workbook, as text.
func csv(_ sheets: HandmadeSheets, limits: ArchiveLimits = .ofSubmission) throws -> String {
  String(decoding: try records(sheets, limits: limits).bytes, as: UTF8.self)
}

/// The same with what stands beside the texts.
func records(
  _ sheets: HandmadeSheets, limits: ArchiveLimits = .ofSubmission
) throws -> SheetRecords {
  var workbook = try SubmittedWorkbook(sheets.bytes, limits: limits)
  return try workbook.records(of: workbook.sheets[0])
}

struct SubmittedWorkbookTests {
  private func cell(_ cell: String, texts: String? = nil) throws -> String {
    var sheets = HandmadeSheets(rows: "<row r=\"1\">\(cell)</row>")
    sheets.texts = texts
    return try csv(sheets)
  }

  @Test func `a row is a record from its first column on, blank rows and cells included`() throws {
    #expect(
      try csv(
        HandmadeSheets(
          rows: "<row r=\"2\"><c r=\"B2\"><v>7</v></c></row>"
            + "<row r=\"5\"><c r=\"A5\"><v>1</v></c><c r=\"C5\"><v>3</v></c></row>"))
        == "\n,7,\n\n\n1,,3\n")
  }

  @Test func `rows and cells that do not say where they stand follow one another`() throws {
    #expect(
      try csv(
        HandmadeSheets(rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"))
        == "1,2\n3,\n")
  }

  @Test func `what is merely formatted takes no room`() throws {
    #expect(
      try csv(
        HandmadeSheets(
          rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>"
            + "<row r=\"1048576\"><c r=\"A1048576\" s=\"1\"/></row>")) == "1\n")
  }

  @Test func `a row that ends in blank cells is as wide as the first thirty`() throws {
    let long = (1...40).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }.joined()
    let wide = long.replacing(
      "<c r=\"A3\"><v>3</v></c>", with: "<c r=\"A3\"><v>3</v></c><c r=\"C3\"><v>9</v></c>")
    let lines = try csv(HandmadeSheets(rows: wide)).split(separator: "\n")
    #expect(lines.count == 40)
    #expect(lines.enumerated().allSatisfy { $1 == ($0 == 2 ? "3,,9" : "\($0 + 1),,") })
  }

  @Test func `cells with delimiters, quotes and line ends are quoted`() throws {
    #expect(
      try cell("<c t=\"inlineStr\"><is><t>a, \"b\"\nc</t></is></c><c><v>1</v></c>")
        == "\"a, \"\"b\"\"\nc\",1\n")
    #expect(try cell("<c t=\"inlineStr\"><is><t>sep=;</t></is></c>") == "\"sep=;\"\n")
  }

  @Test(arguments: [
    ("<c t=\"s\"><v>0</v></c>", "An Lưu"), ("<c t=\"s\"><v>1</v></c>", "Tổ 1"),
    ("<c t=\"s\"><v>2</v></c>", "漢字"),
    ("<c t=\"inlineStr\"><is><r><t>a</t></r><r><t> b</t></r></is></c>", "a b"),
    ("<c t=\"inlineStr\"><is><t>x</t><rPh sb=\"0\" eb=\"1\"><t>y</t></rPh></is></c>", "x"),
    ("<c t=\"inlineStr\"><is><t>_x0041__x005F_</t></is></c>", "A_"),
    ("<c t=\"str\"><f>A1</f><v>KT</v></c>", "KT"), ("<c><f>1+1</f><v>2</v></c>", "2"),
    ("<c t=\"b\"><v>1</v></c>", "TRUE"), ("<c t=\"b\"><v>0</v></c>", "FALSE"),
    ("<c t=\"e\"><v>#REF!</v></c>", "#REF!"),
    ("<c t=\"d\"><v>2023-08-15T00:00:00</v></c>", "2023-08-15"),
    ("<c t=\"d\"><v>2023-08-15T07:30:00</v></c>", "2023-08-15 07:30:00"),
    ("<c t=\"inlineStr\"><is><t>00123</t></is></c>", "00123"),
    ("<c><v>2023</v></c>", "2023"), ("<c><v>-5</v></c>", "-5"), ("<c><v>1E3</v></c>", "1000"),
    ("<c><v>007</v></c>", "7"), ("<c><v>12,5</v></c>", "\"12,5\""), ("<c><v>NaN</v></c>", "NaN"),
  ])
  func `a cell is the text that a person sees`(_ element: String, _ text: String) throws {
    let texts =
      "<si><t>An Lưu</t></si><si><r><t>Tổ</t></r><r><rPr/><t xml:space=\"preserve\"> 1</t></r></si>"
      + "<si><t>漢字</t><rPh sb=\"0\" eb=\"2\"><t>かんじ</t></rPh></si>"
    #expect(try cell(element, texts: texts) == text + "\n")
  }

  @Test func `a formula that was saved without a value is told`() throws {
    let found = try records(
      HandmadeSheets(
        rows: "<row r=\"1\"><c r=\"A1\"><f>B1</f></c><c r=\"B1\"><f>1</f><v/></c>"
          + "<c r=\"C1\" t=\"str\"><f>\"\"</f><v></v></c></row><row r=\"3\"><c r=\"B3\"><f>2</f></c></row>"
      ))
    #expect(found.valuelessFormulas == [at(0, 0), at(0, 1), at(2, 1)])
    #expect(String(decoding: found.bytes, as: UTF8.self) == ",\n\n,\n")
  }

  @Test func `merged ranges are handed out and change no text`() throws {
    let found = try records(
      HandmadeSheets([["a", nil], ["b", "1"]], merges: ["A1:B1", "B2:B4"]))
    #expect(
      found.merges == [
        CellRange(first: at(0, 0), last: at(0, 1)), CellRange(first: at(1, 1), last: at(3, 1)),
      ])
    #expect(String(decoding: found.bytes, as: UTF8.self) == "a,\nb,1\n")
  }

  @Test func `sheets are listed in order, hidden ones marked`() throws {
    var sheets = HandmadeSheets([["1"]])
    sheets.add("ẩn", rows: "", isHidden: true)
    let workbook = try SubmittedWorkbook(sheets.bytes)
    #expect(workbook.sheets.map(\.name) == ["Biểu 1", "ẩn"])
    #expect(workbook.sheets.map(\.isHidden) == [false, true])
  }

  @Test func `only the first rows of a sheet can be asked for`() throws {
    var workbook = try SubmittedWorkbook(HandmadeSheets([["1"], ["2"], ["3"]]).bytes)
    let records = try workbook.records(of: workbook.sheets[0], rowLimit: 2)
    #expect(String(decoding: records.bytes, as: UTF8.self) == "1\n2\n")
  }

  @Test func `what our own writer writes is read`() throws {
    let folder = try TemporaryFolder()
    try workbook(at: folder.file("a.xlsx")) { (sheet) throws(SpreadsheetError) in
      try sheet.write("Tên, “mô hình”", at: at(0, 0), style: plain)
      try sheet.write(12, at: at(1, 1), style: plain)
    }
    var workbook = try SubmittedWorkbook(folder.bytes("a.xlsx"))
    let records = try workbook.records(of: workbook.sheets[0])
    #expect(String(decoding: records.bytes, as: UTF8.self) == "\"Tên, “mô hình”\",\n,12\n")
  }

  @Test func `parts are found wherever and in whatever letter case the workbook names them`() throws
  {
    var zip = HandmadeZip()
    zip.add(
      "_rels/.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" \
      Target="/Book/main.xml"/></Relationships>
      """)
    zip.add(
      "Book/main.xml",
      """
      <x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" \
      xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets>\
      <x:sheet name="A" sheetId="1" r:id="a"/><x:sheet name="Biểu đồ" sheetId="2" r:id="b"/>\
      </x:sheets></x:workbook>
      """)
    zip.add(
      "Book/_rels/main.xml.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="a" Type="x/worksheet" Target="../sheets/ONE.xml"/>\
      <Relationship Id="b" Type="x/chartsheet" Target="chart.xml"/></Relationships>
      """)
    zip.add(
      "sheets/one.xml",
      """
      <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1">\
      <x:c r="A1"><x:v>1</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row>\
      </x:sheetData></x:worksheet>
      """)
    var workbook = try SubmittedWorkbook(zip.bytes)
    #expect(workbook.sheets.map(\.name) == ["A"])
    let records = try workbook.records(of: workbook.sheets[0])
    #expect(String(decoding: records.bytes, as: UTF8.self) == "1\n2\n")
  }
}
