import Spreadsheet
import TestSupport
import Testing

/// A workbook may be cut off in a part that holds no cells, and nobody is told: `readWhole` is.
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
    let workbook = try WorkbookReader.read(path)
    #expect(workbook.sheets.map(\.name) == ["T"])
    for threads in [1, 2, 5] {
      #expect(try WorkbookReader.readWhole(path, threads: threads) == workbook)
    }
  }

  @Test func `sheets come in the order of the workbook, whichever was read first`() throws {
    let path = folder.file("b.xlsx")
    var workbook = try Workbook(path: path, title: "T", author: "A")
    for (number, rowCount) in [3, 400, 1, 90, 2_000].enumerated() {
      try workbook.withSheet(named: "S\(number)") { (sheet) throws(SpreadsheetError) in
        for row in 0..<rowCount {
          try sheet.write(
            "Nuôi gà \(row % 7)", at: CellAddress(row: row, column: 0), style: CellStyle())
          try sheet.write(Double(row), at: CellAddress(row: row, column: 1), style: CellStyle())
        }
      }
    }
    try workbook.close()
    let expected = try WorkbookReader.read(path)
    #expect(expected.sheets.map(\.cells.count) == [6, 800, 2, 180, 4_000])
    for threads in [1, 2, 3, 9] {
      #expect(try WorkbookReader.readWhole(path, threads: threads) == expected)
    }
  }

  @Test(arguments: ["", "<styleSheet>", "<styleSheet/><", "<styleSheet><fonts></styleSheet>"])
  func `a part that is cut off or empty is refused`(_ styles: String) throws {
    let path = try write(styles: styles)
    #expect(throws: SpreadsheetError.self) { try WorkbookReader.read(path) }
    _ = try refusal(path)
  }

  @Test func `a part that is named and not there is refused`() throws {
    let error = try refusal(try write(styles: nil))
    #expect(error == .unreadable(part: "xl/styles.xml", .missing))
  }

  @Test func `an empty list of parts is refused`() throws {
    _ = try refusal(try write(types: "", styles: "<styleSheet/>"))
  }

  /// What `readWhole` throws, however many threads read.
  private func refusal(_ path: String) throws -> SpreadsheetError? {
    let errors = [1, 2, 4].map { threads in
      #expect(throws: SpreadsheetError.self) {
        try WorkbookReader.readWhole(path, threads: threads)
      }
    }
    #expect(errors.allSatisfy { $0 == errors[0] })
    return errors[0]
  }
}
