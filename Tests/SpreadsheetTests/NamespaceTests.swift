import Spreadsheet
import Testing

/// A spreadsheet sees the elements of its own namespaces only, and so must we.
struct NamespaceTests {
  private func value(_ workbook: HandmadeWorkbook) throws -> ReadCell.Value? {
    try workbook.read().sheets[0][at(6, 2)]?.value
  }

  @Test(arguments: [
    "<v>89</v><z:v xmlns:z=\"urn:z\">88</z:v>",
    "<z:v xmlns:z=\"urn:z\">88</z:v><v>89</v>",
    "<v>89</v><v xmlns=\"urn:z\">88</v>",
    "<v>89</v><z:f xmlns:z=\"urn:z\">A1</z:f>",
    "<m:v xmlns:m=\"http://purl.oclc.org/ooxml/spreadsheetml/main\">89</m:v>",
    "<v>8<!-- x --><![CDATA[9]]></v>",
  ])
  func `foreign elements of a cell are invisible`(_ cell: String) throws {
    let workbook = HandmadeWorkbook(cell: cell)
    #expect(try value(workbook) == .number("89"))
    #expect(try workbook.read().sheets[0].cells[0].formula == nil)
  }

  @Test func `a foreign cell, row or run is none`() throws {
    let foreign = "<z:c xmlns:z=\"urn:z\" r=\"C7\"><z:v>88</z:v></z:c>"
    #expect(try value(HandmadeWorkbook(rows: "<row r=\"7\">\(foreign)</row>")) == nil)
    let inline = HandmadeWorkbook(
      cell: "<is><t>a</t><z:t xmlns:z=\"urn:z\">b</z:t></is>", attributes: "t=\"inlineStr\"")
    #expect(try value(inline) == .text("a"))
  }

  @Test(arguments: [
    "<v>8<z:x xmlns:z=\"urn:z\">9</z:x></v>", "<v>8<x/>9</v>", "<f>A<v/>1</f>",
    "<f>A1<z:x xmlns:z=\"urn:z\"/></f>",
  ])
  func `a text with elements in it is refused`(_ cell: String) {
    #expect(HandmadeWorkbook(cell: cell).fault() == .invalid("an element within a text"))
  }

  @Test func `a cell in a foreign element is refused, as programs disagree on it`() {
    let choice =
      "<m:AlternateContent xmlns:m=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
      + "<m:Choice><c r=\"C7\"><v>88</v></c></m:Choice></m:AlternateContent>"
    #expect(
      HandmadeWorkbook(rows: "<row r=\"7\">\(choice)</row>").fault()
        == .invalid("c in a foreign element"))
  }

  @Test func `cells count only where they belong`() throws {
    var workbook = HandmadeWorkbook()
    let rows = "<row r=\"7\"><c r=\"C7\"><v>88</v></c></row>"
    workbook.sheet = """
      <worksheet xmlns="\(HandmadeWorkbook.main)"><sheetData><row r="1"/></sheetData>\
      <extLst><ext><sheetData>\(rows)</sheetData></ext></extLst>\(rows)</worksheet>
      """
    #expect(try workbook.read().sheets[0].cells.isEmpty)
    workbook.sheet = "<worksheet><sheetData>\(rows)</sheetData><sheetData/></worksheet>"
    #expect(workbook.fault() == .invalid("sheetData twice"))
  }

  @Test(arguments: [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ])
  func `a relation is found by its namespace, whatever the prefix`(_ namespace: String) throws {
    var workbook = HandmadeWorkbook(cell: "<v>1</v>")
    workbook.book = """
      <workbook xmlns="\(HandmadeWorkbook.main)" xmlns:q="\(namespace)" xmlns:r="urn:r"><sheets>\
      <sheet name="T" sheetId="1" r:id="b" q:id="a"/></sheets></workbook>
      """
    #expect(try workbook.read().sheets[0].cells.count == 1)
  }

  @Test func `a file whose workbook is another part is refused`() {
    var workbook = HandmadeWorkbook(cell: "<v>1</v>")
    let type = HandmadeWorkbook.office + "/officeDocument"
    func root(_ target: String) -> String {
      "<Relationships><Relationship Id=\"a\" Type=\"\(type)\" Target=\"\(target)\"/></Relationships>"
    }
    workbook.root = root("xl/workbook.xml")
    #expect(workbook.fault() == nil)
    workbook.root = root("xl/other.xml")
    #expect(workbook.fault() == .invalid("workbook xl/other.xml"))
  }
}
