/// A workbook made by hand: sheets as raw rows of XML.
package struct HandmadeSheets {
  package struct Sheet {
    package var name: String
    /// The content of `sheetData`.
    package var rows: String
    package var isHidden: Bool
    /// Ranges such as `B2:B4`.
    package var merges: [String]
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  package var sheets: [Sheet] = []
  /// The content of `sst`, when there are shared texts.
  package var texts: String?
  /// The content of `styleSheet`, when there are styles.
  package var styles: String?
  /// Attributes of `workbookPr`.
  package var properties = ""

  package init() {}

  /// With one sheet.
  package init(rows: String, merges: [String] = []) {
    add("Biểu 1", rows: rows, merges: merges)
  }

  /// With one sheet of texts and whole numbers; nothing in a row for a blank cell.
  package init(_ rows: [[String?]], merges: [String] = []) {
    self.init(rows: HandmadeSheets.rows(rows), merges: merges)
  }

  package mutating func add(
    _ name: String, rows: String, isHidden: Bool = false, merges: [String] = []
  ) {
    sheets.append(Sheet(name: name, rows: rows, isHidden: isHidden, merges: merges))
  }

  /// Rows of inline texts and whole numbers.
  package static func rows(_ rows: [[String?]]) -> String {
    rows.enumerated().map { row, cells in
      let elements = cells.enumerated().map { column, text in
        guard let text else { return "" }
        let address = "\(Character(Unicode.Scalar(UInt8(65 + column))))\(row + 1)"
        return !text.isEmpty && text.allSatisfy(\.isWholeNumber)
          ? "<c r=\"\(address)\"><v>\(text)</v></c>"
          : "<c r=\"\(address)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row r=\"\(row + 1)\">\(elements.joined())</row>"
    }.joined()
  }

  package var bytes: [UInt8] { archive.bytes }

  /// All parts, to which more can be added.
  package var archive: HandmadeZip {
    var parts = HandmadeZip()
    parts.add("[Content_Types].xml", "<Types/>")
    var list = ""
    var relations = ""
    for (index, sheet) in sheets.enumerated() {
      list +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"s\(index)\""
        + "\(sheet.isHidden ? " state=\"hidden\"" : "")/>"
      relations += relation("s\(index)", "worksheet", "worksheets/sheet\(index).xml")
      let merges = sheet.merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      parts.add(
        "xl/worksheets/sheet\(index).xml",
        "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(sheet.rows)</sheetData>"
          + (merges.isEmpty ? "" : "<mergeCells>\(merges)</mergeCells>") + "</worksheet>")
    }
    if let texts {
      parts.add("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(texts)</sst>")
      relations += relation("t", "sharedStrings", "sharedStrings.xml")
    }
    if let styles {
      parts.add("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>")
      relations += relation("y", "styles", "styles.xml")
    }
    parts.add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><workbookPr \(properties)/>"
        + "<sheets>\(list)</sheets></workbook>")
    parts.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "\(relations)</Relationships>")
    return parts
  }

  private func relation(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(Self.office)/\(type)\" Target=\"\(target)\"/>"
  }
}
