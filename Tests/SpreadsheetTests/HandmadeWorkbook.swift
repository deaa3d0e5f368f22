import Spreadsheet
import TestSupport

/// A workbook of one sheet made by hand, as no program of good faith would write it.
struct HandmadeWorkbook {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var book = """
    <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets>\
    <sheet name="T" sheetId="1" r:id="a"/></sheets></workbook>
    """
  /// The whole part, or with `bombSize` its beginning.
  var sheet = ""
  /// That many spaces after `sheet`.
  var bombSize = 0
  var styles: String?
  var root: String?
  /// Further parts, by name.
  var more: [String: String] = [:]

  init() {}

  /// With these rows.
  init(rows: String) {
    sheet = "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData></worksheet>"
  }

  /// With these elements in C7.
  init(cell: String, attributes: String = "") {
    self.init(rows: "<row r=\"7\"><c r=\"C7\" \(attributes)>\(cell)</c></row>")
  }

  func read(limits: ArchiveLimits = ArchiveLimits()) throws -> ReadWorkbook {
    let folder = try TemporaryFolder()
    var parts = HandmadeZip()
    if let root { parts.add("_rels/.rels", root) }
    parts.add("xl/workbook.xml", book)
    parts.add(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="a" Type="\(Self.office)/worksheet" Target="s.xml"/>\
      <Relationship Id="b" Type="\(Self.office)/styles" Target="styles.xml"/></Relationships>
      """)
    if bombSize > 0 {
      parts.addBomb("xl/s.xml", sheet, spaces: bombSize)
    } else {
      parts.add("xl/s.xml", sheet)
    }
    if let styles { parts.add("xl/styles.xml", styles) }
    for (name, text) in more { parts.add(name, text) }
    try folder.write(parts.bytes, to: "a.xlsx")
    return try WorkbookReader.read(folder.file("a.xlsx"), limits: limits)
  }

  /// What the reader says against it.
  func fault() -> ReadFault? {
    do {
      _ = try read()
      return nil
    } catch SpreadsheetError.unreadable(_, let fault) {
      return fault
    } catch {
      return .zip("\(error)")
    }
  }
}
