import Spreadsheet
import TestSupport
import Testing

/// A workbook may be cut off in a part that holds no cells, and nobody is told: `read` with
/// `checksEveryPart` is.
struct EveryPartTests {
  private static let types = """
    <Types><Override PartName="/xl/styles.xml" ContentType="s"/></Types>
    """

  private func read(types: String = types, styles: String?, checksEveryPart: Bool) throws {
    let folder = try TemporaryFolder()
    var parts = HandmadeZip()
    parts.add("[Content_Types].xml", types)
    parts.add(
      "xl/workbook.xml",
      """
      <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
      <sheets><sheet name="T" sheetId="1" r:id="a"/></sheets></workbook>
      """)
    parts.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>"
    )
    parts.add("xl/s.xml", "<worksheet><sheetData/></worksheet>")
    if let styles { parts.add("xl/styles.xml", styles) }
    try folder.write(parts.bytes, to: "a.xlsx")
    _ = try WorkbookReader.read(folder.file("a.xlsx"), checksEveryPart: checksEveryPart)
  }

  @Test func `a workbook whose parts are all whole is read`() throws {
    try read(styles: "<styleSheet/>", checksEveryPart: true)
  }

  @Test(arguments: ["", "<styleSheet>", "<styleSheet/><", "<styleSheet><fonts></styleSheet>"])
  func `a part that is cut off or empty is refused`(_ styles: String) throws {
    for checksEveryPart in [false, true] {
      #expect(throws: SpreadsheetError.self) {
        try read(styles: styles, checksEveryPart: checksEveryPart)
      }
    }
  }

  @Test func `a part that is named and not there is refused`() throws {
    #expect(throws: SpreadsheetError.unreadable(part: "xl/styles.xml", .missing)) {
      try read(styles: nil, checksEveryPart: true)
    }
  }

  @Test func `an empty list of parts is refused`() throws {
    #expect(throws: SpreadsheetError.self) {
      try read(types: "", styles: "<styleSheet/>", checksEveryPart: true)
    }
  }
}
