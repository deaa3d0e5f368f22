import TestSupport
import Testing

@testable import Spreadsheet

/// The fast way through plain rows against expat, which is the definition.
///
/// A first row that declares a namespace keeps the fast way shut for the rest of the sheet.
struct PlainItemsTests {
  private static let open = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
  private static let shut = "<row r=\"1\" xmlns:q=\"q\"><c r=\"A1\"><v>1</v></c></row>"

  private func outcome(_ first: String, _ rows: [UInt8]) -> Result<String, SpreadsheetError> {
    let listener = SheetRecordsListener(
      part: "s",
      cells: SheetCells(
        part: "s", strings: Self.strings, forms: [.plain, .day],
        numbers: NumberSpelling(countsFrom1904: false),
        limits: .ofSubmission), rowLimit: .max)
    let head =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      + "xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\"><sheetData>"
    let bytes = Array((head + first).utf8) + rows + Array("</sheetData></worksheet>".utf8)
    do throws(SpreadsheetError) {
      let scanner = try ElementScanner(part: "s", listener: listener)
      for start in stride(from: 0, to: bytes.count, by: Self.pieceSize) {
        let piece = Array(bytes[start..<min(start + Self.pieceSize, bytes.count)])
        try parse(piece, isLast: start + Self.pieceSize >= bytes.count, by: scanner)
      }
    } catch {
      return .failure(error)
    }
    return .success(String(decoding: listener.finish().bytes, as: UTF8.self))
  }

  private static let pieceSize = 97

  private static let strings: SharedTexts = {
    var strings = SharedTexts()
    for text in ["An Lưu", "", "a,b"] {
      Array(text.utf8).withUnsafeBytes { unsafe strings.append($0) }
    }
    return strings
  }()

  private func parse(
    _ piece: [UInt8], isLast: Bool, by scanner: ElementScanner
  ) throws(SpreadsheetError) {
    let result = piece.withUnsafeBytes { bytes in
      Result { () throws(SpreadsheetError) in try scanner.parse(bytes, isLast: isLast) }
    }
    try result.get()
  }

  private func agree(_ rows: [UInt8]) -> Bool {
    switch (outcome(Self.open, rows), outcome(Self.shut, rows)) {
    case (.success(let fast), .success(let exact)): fast == exact
    case (.failure, .failure): true
    default: false
    }
  }

  private static let rows = [
    "<row r=\"2\" spans=\"1:8\" x14ac:dyDescent=\"0.25\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" s=\"1\"><v>45153</v></c></row>",
    "<row r=\"3\" spans=\"1:8\" x14ac:dyDescent=\"0.25\"><c r=\"A3\" t=\"inlineStr\"><is><t>Tổ “1”, xóm</t></is></c><c r=\"B3\" s=\"0\"/></row>",
    "<row r=\"4\"/>\n<row r=\"5\" ht=\"15\" customHeight=\"1\"><c r=\"A5\"><v>1.5</v></c><c r=\"B5\" t=\"str\"><v>a_x0041_</v></c></row>",
    "<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\"> b &amp; c </t></is></c><c t=\"b\"><v>1</v></c></row>",
    "<row r=\"9\"><c r=\"B9\"><f>A1</f><v>3</v></c><c r=\"D9\" t=\"e\"><v>#N/A</v></c></row>",
    "<row r=\"10\"><c r=\"A10\" t=\"s\"><v>2</v></c><c r=\"B10\" t=\"s\"><v>1</v></c></row>",
  ].joined()

  @Test func `plain rows read the same in both ways`() {
    #expect(agree(Array(Self.rows.utf8)))
    #expect(
      (try? outcome(Self.open, Array(Self.rows.utf8)).get())?
        .hasPrefix("1,,,\nAn Lưu,,2023-08-15,\n\"Tổ “1”, xóm\",,,\n") == true)
  }

  @Test func `the fast way takes what is plain`() throws {
    let listener = SheetRecordsListener(
      part: "s",
      cells: SheetCells(
        part: "s", strings: Self.strings, forms: [], numbers: NumberSpelling(countsFrom1904: false),
        limits: .ofSubmission), rowLimit: .max)
    let plain = Array("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"/>".utf8)
    let taken = try (plain + Array("<row r=\"3\"><f/>".utf8)).withUnsafeBytes { bytes in
      try listener.takePlainItems(bytes)
    }
    #expect(taken == plain.count)
  }

  @Test func `rows with any byte changed, left out or doubled read the same in both ways`() {
    let rows = Array(Self.rows.utf8)
    var differing: [Int] = []
    for index in rows.indices {
      for change in 0..<4 {
        var changed = rows
        switch change {
        case 0: changed[index] ^= 0x01
        case 1: changed[index] = 0xC3
        case 2: changed.remove(at: index)
        default: changed.insert(changed[index], at: index)
        }
        if !agree(changed) { differing.append(index) }
      }
    }
    #expect(differing == [])
  }

  @Test(arguments: [
    "<row r=\"2\" r=\"3\"/>", "<row r=\"2\" y:z=\"1\"/>",
    "<row r=\"2\"><c r=\"A2\"><v>a]]>b</v></c></row>",
    "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>\u{FFFE}</t></is></c></row>",
    "<row r=\"2\"><c><v>&q;</v></c></row>",
    "<!-- </row> --><row r=\"2\"/>",
    "<row r=\"2\"><!-- </row><row r=\"3\"> --><c><v>1</v></c></row>",
    "<row r=\"2\"><c t=\"inlineStr\"><is><t><![CDATA[</row><row>]]></t></is></c></row><row r=\"3\"/>",
    "</sheetData><x><row r=\"2\"><c><v>1</v></c></row></x><sheetData>",
    "<row r=\"2\"><c><v>\r\n1</v></c></row>",
    "<row r=\"2\" ht=\"&lt;\"/><row r=\"3\"/>", "<row r=\"2\" ht='1'/>",
    "<row r=\"2\"  ht=\"1\" />", "text<row r=\"2\"/>",
  ])
  func `what is not plain reads the same in both ways`(_ rows: String) {
    #expect(agree(Array(rows.utf8)))
  }

  @Test func `shared texts are told apart in both ways alike`() throws {
    var fast = HandmadeSheets(
      rows: "<row>" + (0...4).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined() + "</row>")
    let texts = [
      "<si><t>một</t></si>", "<si><t xml:space=\"preserve\"> hai </t></si>", "<si><t/></si>",
      "<si><r><t>b</t></r><r><t>ốn</t></r></si>", "<si><t>_x0041_, \"n\"</t></si>",
    ].joined()
    fast.texts = texts
    var exact = fast
    exact.texts = texts.replacing("<si><t>một", with: "<si xmlns:q=\"q\"><t>một")
    #expect(try csv(fast) == "một, hai ,,bốn,\"A, \"\"n\"\"\"\n")
    #expect(try csv(exact) == csv(fast))
  }
}
