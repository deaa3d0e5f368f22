import Spreadsheet
import TestSupport
import Testing

struct WorkbookReaderTests {
  /// A workbook of one sheet with this XML, and these other parts.
  private func read(
    sheet: String, strings: String? = nil, limits: ArchiveLimits = ArchiveLimits()
  ) throws -> ReadSheet {
    let folder = try TemporaryFolder()
    var parts = HandmadeZip()
    parts.add(
      "xl/workbook.xml",
      """
      <x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" \
      xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="T" sheetId="1" r:id="a"/></x:sheets></x:workbook>
      """)
    parts.add(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships><Relationship Id="a" Type="x/worksheet" Target="/xl/s.xml"/>\
      <Relationship Id="b" Type="x/sharedStrings" Target="t.xml"/></Relationships>
      """)
    parts.add("xl/s.xml", sheet)
    parts.add("xl/t.xml", strings ?? "<sst/>")
    try folder.write(parts.bytes, to: "a.xlsx")
    let workbook = try WorkbookReader.read(folder.file("a.xlsx"), limits: limits)
    return try #require(workbook.sheet(named: "T"))
  }

  private func sheet(_ rows: String) -> String {
    "<worksheet><sheetData>\(rows)</sheetData></worksheet>"
  }

  @Test func `cells without an address follow the one before`() throws {
    let read = try read(
      sheet: sheet(
        "<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>"
      ))
    #expect(read.cells.map { "\($0.address)" } == ["A1", "D1", "E1", "A2"])
    #expect(read[CellAddress(row: 0, column: 4)]?.value == .number("3"))
    #expect(read[CellAddress(row: 0, column: 1)] == nil)
  }

  @Test func `rich text is joined and its pronunciation left out`() throws {
    let read = try read(
      sheet: sheet(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><r><t>x</t></r><t>_x0041_</t></is></c></row>"
      ),
      strings:
        "<sst><si><r><t>Dân </t></r><r><t xml:space=\"preserve\">vận</t></r><rPh sb=\"0\" eb=\"1\"><t>y</t></rPh></si></sst>"
    )
    #expect(read.cells.map(\.value) == [.text("Dân vận"), .text("xA")])
  }

  @Test func `every kind of value is told apart`() throws {
    let read = try read(
      sheet: sheet(
        """
        <row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c>\
        <c r="C1" t="str"><f>A1&amp;"x"</f><v>x</v></c><c r="D1"><f>B1</f></c><c r="E1" s="3"/></row>
        """))
    #expect(
      read.cells.map(\.value) == [.boolean(true), .error("#REF!"), .text("x"), .none])
    #expect(read.cells.map(\.formula) == [nil, nil, "A1&\"x\"", "B1"])
  }

  @Test(arguments: [
    "<row r=\"0\"/>", "<row r=\"1\"><c r=\"A2\"/></row>", "<row r=\"1\"><c r=\"?\"/></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>",
    "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
  ])
  func `cells that make no sense are refused`(_ rows: String) {
    #expect(throws: SpreadsheetError.self) { _ = try read(sheet: sheet(rows)) }
  }

  @Test func `a document type is refused`() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet>&a;</worksheet>"
    #expect(throws: SpreadsheetError.unreadable(part: "xl/s.xml", .documentType)) {
      _ = try read(sheet: bomb)
    }
  }

  @Test func `broken, deep and cut XML is refused`() {
    #expect(throws: SpreadsheetError.self) { _ = try read(sheet: "<worksheet><a></worksheet>") }
    #expect(throws: SpreadsheetError.self) { _ = try read(sheet: "<worksheet><sheetData>") }
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(throws: SpreadsheetError.unreadable(part: "xl/s.xml", .tooDeep)) {
      _ = try read(sheet: deep)
    }
  }

  @Test func `sizes beyond the limits are refused`() {
    var limits = ArchiveLimits()
    limits.entrySize = 2000
    let long = sheet(String(repeating: "<row/>", count: 500))
    #expect(throws: SpreadsheetError.unreadable(part: "xl/s.xml", .tooLarge(2000))) {
      _ = try read(sheet: long, limits: limits)
    }
    limits = ArchiveLimits()
    limits.entryCount = 3
    #expect(throws: SpreadsheetError.unreadable(part: "zip", .tooManyEntries(4))) {
      _ = try read(sheet: long, limits: limits)
    }
  }

  @Test func `a changed byte anywhere does not go unnoticed or trap`() throws {
    let folder = try TemporaryFolder()
    try workbook(at: folder.file("a.xlsx")) { sheet throws(SpreadsheetError) in
      for row in 0..<50 { try sheet.write("Mô hình \(row)", at: at(row, 0), style: plain) }
    }
    let whole = try folder.bytes("a.xlsx")
    let meant = try WorkbookReader.read(folder.file("a.xlsx"))
    for position in stride(from: 0, to: whole.count, by: 37) {
      var changed = whole
      changed[position] ^= 0x55
      try folder.write(changed, to: "b.xlsx")
      if let read = try? WorkbookReader.read(folder.file("b.xlsx")) {
        #expect(read == meant, "byte \(position)")
      }
    }
    for length in stride(from: 0, to: whole.count, by: 997) {
      try folder.write(Array(whole[..<length]), to: "c.xlsx")
      #expect(throws: SpreadsheetError.self) { _ = try WorkbookReader.read(folder.file("c.xlsx")) }
    }
  }
}
