import TestSupport
import Testing

@testable import Spreadsheet

struct HostileSubmissionTests {
  private func fault(_ sheets: HandmadeSheets, limits: ArchiveLimits = .ofSubmission) -> ReadFault?
  {
    fault(sheets.bytes, limits: limits)
  }

  private func fault(_ bytes: [UInt8], limits: ArchiveLimits = .ofSubmission) -> ReadFault? {
    do {
      var workbook = try SubmittedWorkbook(bytes, limits: limits)
      for sheet in workbook.sheets { _ = try workbook.records(of: sheet) }
      return nil
    } catch SpreadsheetError.unreadable(_, let fault) {
      return fault
    } catch {
      return .zip("\(error)")
    }
  }

  @Test(arguments: [
    ("<row r=\"1048577\"/>", "row 1048577"), ("<row r=\"0\"/>", "row 0"),
    ("<row r=\"99999999999999999999\"/>", "row 99999999999999999999"),
    ("<row r=\"2\"/><row r=\"2\"/>", "row 2"), ("<row r=\"3\"/><row r=\"1\"/>", "row 1"),
    ("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "cell A1"),
    ("<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>", "cell A1"),
    ("<row r=\"1\"><c r=\"A2\"/></row>", "cell A2"),
    ("<row r=\"1\"><c r=\"XFE1\"/></row>", "cell XFE1"),
    ("<row r=\"1\"><c r=\"XFD1\"/><c/></row>", "cell 1/16385"),
    ("<row><c t=\"s\"><v>0</v></c></row>", "string 0"),
    ("<row><c t=\"s\"><v>-1</v></c></row>", "string -1"),
    ("<row><c t=\"q\"><v>0</v></c></row>", "cell type q"),
  ])
  func `rows and cells that could be read in two ways are refused`(_ rows: String, _ what: String) {
    #expect(fault(HandmadeSheets(rows: rows)) == .invalid(what))
  }

  @Test(arguments: ["A1", "A1:B2:C3", "B2:A1", "A1:XFE2", "A0:A2", ""])
  func `a merge that is no range is refused`(_ reference: String) {
    #expect(
      fault(HandmadeSheets([["1"]], merges: [reference])) == .invalid("merge \(reference)"))
  }

  @Test func `a document type is refused`() {
    var sheets = HandmadeSheets(rows: "")
    sheets.texts = "</sst><!DOCTYPE a><sst>"
    #expect(fault(sheets) != nil)
    var zip = HandmadeZip()
    zip.add("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>")
    zip.add("xl/_rels/workbook.xml.rels", "<a/>")
    #expect(fault(zip.bytes) == .documentType)
  }

  @Test func `texts of the same length over and over are refused at the limit`() {
    var sheets = HandmadeSheets(
      rows: (1...100).map { _ in "<row><c t=\"s\"><v>0</v></c></row>" }.joined())
    sheets.texts = "<si><t>\(String(repeating: "a", count: 1000))</t></si>"
    var limits = ArchiveLimits.ofSubmission
    limits.textSize = 50_000
    #expect(fault(sheets, limits: limits) == .tooMuchText(50_000))
    limits.textSize = 500
    #expect(fault(sheets, limits: limits) == .tooMuchText(500))
  }

  @Test func `rows far apart cost what they take as text`() {
    var limits = ArchiveLimits.ofSubmission
    limits.textSize = 1_000_000
    #expect(
      fault(HandmadeSheets(rows: "<row r=\"1048576\"><c><v>1</v></c></row>"), limits: limits)
        == .tooMuchText(1_000_000))
  }

  @Test func `cells are counted, also those without a value`() {
    var limits = ArchiveLimits.ofSubmission
    limits.cellCount = 3
    let formulas = String(repeating: "<c><f>1</f></c>", count: 4)
    #expect(
      fault(HandmadeSheets(rows: "<row>\(formulas)</row>"), limits: limits) == .tooManyCells(3))
    let values = String(repeating: "<c><v>1</v></c>", count: 4)
    #expect(fault(HandmadeSheets(rows: "<row>\(values)</row>"), limits: limits) == .tooManyCells(3))
  }

  @Test func `a bomb is refused before it is unpacked`() {
    var limits = ArchiveLimits.ofSubmission
    limits.ratio = 20
    var zip = HandmadeZip()
    zip.addBomb("xl/workbook.xml", "<a>", spaces: 1 << 24)
    zip.add("xl/_rels/workbook.xml.rels", "<a/>")
    #expect(fault(zip.bytes, limits: limits) == .compressionRatio(20))
  }

  @Test func `nesting, names and unfinished tags are bounded`() {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(fault(HandmadeSheets(rows: deep)) == .tooDeep)
    let names = (0..<3000).map { "<name\($0)/>" }.joined()
    #expect(fault(HandmadeSheets(rows: names)) == .invalid("too many names"))
    let tag = "<row a=\"" + String(repeating: "x", count: 9 << 20) + "\"/>"
    #expect(fault(HandmadeSheets(rows: tag)) == .tooLarge(8 << 20))
  }

  @Test func `control characters, NUL and texts of any length come through whole`() throws {
    let long = String(repeating: "é", count: 40_000)
    let sheets = HandmadeSheets(
      rows: "<row><c t=\"inlineStr\"><is><t>a_x0000_b_x0007_</t></is></c>"
        + "<c t=\"inlineStr\"><is><t>\(long)</t></is></c></row>")
    #expect(try csv(sheets) == "a\0b\u{7},\(long)\n")
  }

  @Test func `a workbook cut off anywhere is refused or whole`() throws {
    let bytes = HandmadeSheets([["Tên", "1"], ["b", "2"]]).bytes
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(fault(Array(bytes[..<length])) != nil)
    }
  }

  @Test func `a workbook with any byte changed is refused or read, and never stops the run`() throws
  {
    let bytes = HandmadeSheets([["Tên", "1"], ["b", "2"]]).bytes
    var refused = 0
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x20
      if fault(changed) != nil { refused += 1 }
    }
    #expect(refused > bytes.count / 2)
  }
}
