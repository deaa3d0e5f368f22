import Spreadsheet
import TestSupport
import Testing

/// A workbook may be cut off in a part that holds no cells, and nobody is told: `read` with
/// `checksEveryPart` is.
struct EveryPartTests {
  private static let types = """
    <Types><Override PartName="/xl/styles.xml" ContentType="s"/></Types>
    """

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(types: String = types, styles: String?) throws -> String {
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
    return folder.file("a.xlsx")
  }

  @Test func `a workbook whose parts are all whole is read, however many threads read it`() throws {
    let path = try write(styles: "<styleSheet/>")
    let workbook = try WorkbookReader.read(path, checksEveryPart: true)
    #expect(workbook.sheets.map(\.name) == ["T"])
    for threads in [1, 2, 5] {
      #expect(try WorkbookReader.readOurOwn(path, threads: threads) == workbook)
    }
  }

  @Test(arguments: ["", "<styleSheet>", "<styleSheet/><", "<styleSheet><fonts></styleSheet>"])
  func `a part that is cut off or empty is refused`(_ styles: String) throws {
    let path = try write(styles: styles)
    for checksEveryPart in [false, true] {
      #expect(throws: SpreadsheetError.self) {
        try WorkbookReader.read(path, checksEveryPart: checksEveryPart)
      }
    }
    #expect(throws: SpreadsheetError.self) { try WorkbookReader.readOurOwn(path, threads: 2) }
  }

  @Test func `a part that is named and not there is refused`() throws {
    try expectRefused(
      try write(styles: nil), SpreadsheetError.unreadable(part: "xl/styles.xml", .missing))
  }

  @Test func `an empty list of parts is refused`() throws {
    try expectRefused(try write(types: "", styles: "<styleSheet/>"), nil)
  }

  private func expectRefused(_ path: String, _ expected: SpreadsheetError?) throws {
    let error = #expect(throws: SpreadsheetError.self) {
      try WorkbookReader.read(path, checksEveryPart: true)
    }
    #expect(expected == nil || error == expected)
    for threads in [1, 2] {
      let own = #expect(throws: SpreadsheetError.self) {
        try WorkbookReader.readOurOwn(path, threads: threads)
      }
      #expect(own == error)
    }
  }
}
