import TestSupport

/// A workbook of one sheet, one part of which can be another.
enum SoundWorkbook {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  /// By name; the order is that of the choices of the fuzz target.
  static let parts: [(name: String, text: String)] = [
    (
      "xl/worksheets/sheet1.xml",
      """
      <worksheet xmlns="\(main)"><cols><col min="2" max="3" hidden="1"/></cols><sheetData>\
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>2023</v></c></row></sheetData>\
      </worksheet>
      """
    ),
    (
      "xl/sharedStrings.xml",
      "<sst xmlns=\"\(main)\"><si><t>Năm</t></si><si><r><t>a_x000D_</t></r></si></sst>"
    ),
    (
      "xl/styles.xml",
      """
      <styleSheet xmlns="\(main)"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0"/>\
      </numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>
      """
    ),
    (
      "xl/workbook.xml",
      """
      <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets>\
      <sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="\(package)/relationships">\
      <Relationship Id="rId1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="rId2" Type="\(office)/sharedStrings" Target="sharedStrings.xml"/>\
      <Relationship Id="rId3" Type="\(office)/styles" Target="styles.xml"/></Relationships>
      """
    ),
    (
      "xl/drawings/drawing1.xml",
      """
      <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">\
      <xdr:twoCellAnchor><xdr:sp/></xdr:twoCellAnchor></xdr:wsDr>
      """
    ),
  ]

  /// The workbook with `content` in the place of a part.
  static func bytes(with content: [UInt8], asPart index: Int) -> [UInt8] {
    var zip = HandmadeZip()
    zip.add("[Content_Types].xml", "<Types xmlns=\"\(package)/content-types\"/>")
    for (position, part) in parts.enumerated() {
      zip.add(
        part.name, position == index ? String(decoding: content, as: UTF8.self) : part.text)
    }
    return zip.bytes
  }
}
