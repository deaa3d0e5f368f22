import Audit
import Consolidation
import Foundation
import TestSupport
import Testing

/// Workbooks that are no report, or that are made to do harm, in the place of a release's.
struct HostileWorkbookTests {
  private static let types =
    "<Types><Override PartName=\"/xl/workbook.xml\"/></Types>"
  private static let relations =
    "<Relationships><Relationship Id=\"rId1\" Type=\"/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    + "</Relationships>"
  private static let book =
    "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
    + "<sheets><sheet name=\"Summary\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"

  /// A workbook of one sheet with this XML, and what `more` adds.
  private static func workbook(
    _ sheet: String, more: (inout HandmadeZip) -> Void = { _ in }
  ) -> [UInt8] {
    var zip = HandmadeZip()
    zip.add("[Content_Types].xml", types)
    zip.add("xl/_rels/workbook.xml.rels", relations)
    zip.add("xl/workbook.xml", book)
    if !sheet.isEmpty { zip.add("xl/worksheets/sheet1.xml", sheet) }
    more(&zip)
    return zip.bytes
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    /// Part of the message that it must give.
    var message: String
  }

  private static let cells = (1...400_000).map { "<row r=\"\($0)\"><c><v>1</v></c></row>" }.joined()

  static let cases = [
    Case(testDescription: "no zip", bytes: Array("figure,value\n".utf8), message: "zip: "),
    Case(testDescription: "nothing", bytes: [], message: "zip: "),
    Case(
      testDescription: "another kind of zip",
      bytes: {
        var zip = HandmadeZip()
        zip.add("word/document.xml", "<a/>")
        return zip.bytes
      }(), message: "xl/_rels/workbook.xml.rels: this part is missing"),
    Case(
      testDescription: "entity bomb",
      bytes: workbook("<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>"),
      message: "DOCTYPE"),
    Case(
      testDescription: "zip bomb",
      bytes: workbook("") {
        $0.addBomb(
          "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>",
          spaces: 200 << 20)
      }, message: "more than 4194304 bytes when unpacked"),
    Case(
      testDescription: "too many cells",
      bytes: workbook("<worksheet><sheetData>\(cells)</sheetData></worksheet>"),
      message: " cells)"),
    Case(
      testDescription: "thousands of entries",
      bytes: workbook("<worksheet/>") { zip in for n in 0..<3000 { zip.add("x/\(n)", "") } },
      message: "too many parts: 3004"),
    Case(
      testDescription: "a path that leaves the folder",
      bytes: workbook("<worksheet/>") { $0.add("../../etc/passwd", "root") },
      message: "the name of a part leads out of the folder"),
    Case(
      testDescription: "two parts of one name",
      bytes: workbook("<worksheet/>") { $0.add("xl/workbook.xml", book) },
      message: "zip: File already exists"),
    Case(
      testDescription: "deep nesting",
      bytes: workbook(String(repeating: "<a>", count: 10_000)), message: "nested too deep"),
    Case(
      testDescription: "a cell outside any sheet",
      bytes: workbook(
        "<worksheet><sheetData><row r=\"1048577\"><c><v>1</v></c></row></sheetData></worksheet>"),
      message: "row 1048577"),
  ]

  @Test(arguments: cases)
  func `a hostile workbook is refused with a reason`(_ test: Case) async throws {
    let issued = try await IssuedWorkspace()
    try issued.output.write(test.bytes, to: "\(issued.name)/report.xlsx")
    try issued.sealAgain()
    let outcome = try await issued.audit()
    let workbook = try #require(outcome.checks.first { $0.id == .workbook })
    #expect(workbook.state == .failed)
    #expect(workbook.faults.count == 1)
    let message = workbook.faults.first?.message ?? ""
    #expect(message.hasPrefix("report.xlsx: the workbook cannot be read ("), "\(message)")
    #expect(message.contains(test.message), "\(message)")
    #expect(outcome.checks.filter { $0.state == .failed }.map(\.id) == [.ledger, .workbook])
  }

  @Test func `a workbook that was cut off is refused`() async throws {
    let issued = try await IssuedWorkspace()
    let whole = try bytes(of: "\(issued.release)/report.xlsx")
    for count in stride(from: 1, to: whole.count, by: whole.count / 9) {
      try issued.output.write(whole.prefix(count), to: "\(issued.name)/report.xlsx")
      try issued.sealAgain()
      #expect(try await issued.failures()[.workbook]?.count == 1, "\(count)")
    }
  }

  @Test func `the workbook of another release is told cell by cell`() async throws {
    let (issued, other) = (try await IssuedWorkspace(), try await IssuedWorkspace(seed: 31))
    try issued.output.write(
      try bytes(of: "\(other.release)/report.xlsx"), to: "\(issued.name)/report.xlsx")
    try issued.sealAgain()
    let workbook = try #require(try await issued.audit().checks.first { $0.id == .workbook })
    #expect(workbook.faultCount > 20)
    #expect(workbook.faults.count == AuditFault.limit)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/soffice")))
  func `a workbook that LibreOffice saved again says the same, and only its bytes differ`()
    async throws
  {
    let issued = try await IssuedWorkspace()
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/soffice")
    process.arguments = [
      "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
      "xlsx:Calc MS Excel 2007 XML", "--outdir", folder.path, "\(issued.release)/report.xlsx",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try issued.output.write(
      try bytes(of: "\(folder.path)/report.xlsx"), to: "\(issued.name)/report.xlsx")
    let failures = try await issued.failures()
    #expect(Set(failures.keys) == [.manifest], "\(failures[.workbook] ?? [])")
  }
}
