import Spreadsheet
import Testing

/// What makes a workbook show something else than it holds.
struct HiddenAndFormatTests {
  @Test func `hidden sheets, rows and columns are told`() throws {
    var workbook = HandmadeWorkbook()
    workbook.book = """
      <workbook xmlns="\(HandmadeWorkbook.main)" xmlns:r="\(HandmadeWorkbook.office)"><sheets>\
      <sheet name="T" sheetId="1" r:id="a"/><sheet name="U" state="veryHidden" r:id="a"/>\
      <sheet name="V" state="visible" r:id="a"/></sheets></workbook>
      """
    workbook.sheet = """
      <worksheet><cols><col min="2" max="4" hidden="1"/><col min="5" max="5" width="0"/>\
      <col min="6" max="9" hidden="false" width="9"/></cols><sheetData><row hidden="true"/>\
      <row ht="0"/><row hidden="0" ht="15"/></sheetData></worksheet>
      """
    let sheets = try workbook.read().sheets
    #expect(sheets.map(\.isHidden) == [false, true, false])
    #expect(sheets.map(\.hiddenRowCount) == [2, 2, 2])
    #expect(sheets.map(\.hiddenColumnCount) == [4, 4, 4])
  }

  @Test func `what lies over the cells is counted, in whatever part it stands`() throws {
    var workbook = HandmadeWorkbook(cell: "<v>88</v>")
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    workbook.more = [
      "xl/drawings/drawing1.xml":
        "<x:wsDr xmlns:x=\"\(drawing)\"><x:graphicFrame/><x:sp/><x:grpSp><x:pic/></x:grpSp></x:wsDr>",
      "xl/elsewhere.xml":
        "<wsDr xmlns=\"\(drawing)\"><a xmlns=\"urn:a\"><sp xmlns=\"\(drawing)\"/></a></wsDr>",
      "xl/drawings/old.vml": "<xml/>", "xl/theme.xml": "<sp xmlns=\"urn:other\"/>",
    ]
    #expect(try workbook.read().drawings == DrawingCounts(charts: 1, others: 4))
  }

  @Test func `the number format of a cell is found through its style`() throws {
    var workbook = HandmadeWorkbook(
      rows: (0..<7).map { "<row><c s=\"\($0)\"><v>88</v></c></row>" }.joined())
    workbook.styles = """
      <styleSheet xmlns="\(HandmadeWorkbook.main)"><numFmts>\
      <numFmt numFmtId="164" formatCode="[=88]&quot;89&quot;;General"/>\
      <numFmt numFmtId="165" formatCode="0"/><numFmt numFmtId="165" formatCode="1"/>\
      <numFmt numFmtId="9" formatCode="General"/></numFmts><cellStyleXfs><xf numFmtId="1"/>\
      </cellStyleXfs><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/>\
      <xf numFmtId="3"/><xf numFmtId="14"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" \
      formatCode="&quot;1&quot;"/></dxf></dxfs></styleSheet>
      """
    let read = try workbook.read()
    #expect(
      read.sheets[0].cells.map { read.formatCode(of: $0) }
        == ["General", "[=88]\"89\";General", "?", "?", "#,##0", "?", "?"])
    #expect(read.conditionalCodes == ["\"1\""])
  }

  @Test(arguments: [
    ("+#,##0_);-#,##0_);0_)", "\\+#,##0_);\\-#,##0_);0_)"), ("0\"/23\"_)", "0\\/\\2\\3_)"),
    ("General", "GENERAL"), ("#,##0_)", "[Red]#,##0"), ("@", "@_)"),
  ])
  func `formats that show the same are the same`(_ meant: String, _ found: String) {
    #expect(NumberFormatCode.isSame(meant, found))
  }

  @Test(arguments: [
    ("#,##0_)", "[=88]\"89\";General"), ("#,##0_)", "\"999\""), ("#,##0_)", "#,##0,"),
    ("0\"/23\"_)", "0\"/24\"_)"), ("0\"/23\"_)", "0/23"), ("0.0_)", "0_)"), ("0.0_)", "0.0%"),
    ("#,##0_)", ";;;"), ("General", "\"General\""), ("#,##0_)", "[White]#,##0_)"), ("?", "?"),
    ("#,##0_)", "*8#,##0_)"), ("+0_);-0_)", "+0_);+0_)"), ("0", "\"0"), ("0", "0\\"),
  ])
  func `formats that could show something else are not`(_ meant: String, _ found: String) {
    #expect(!NumberFormatCode.isSame(meant, found))
  }
}
