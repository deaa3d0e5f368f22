import Domain
import Foundation
import Spreadsheet
import Testing
import Writers

struct ReadBackTests {
  /// Writes one report, and compares the workbook with another one.
  private func fault(
    _ change: (inout Report) -> Void
  ) throws -> ReadBackFault? {
    let folder = try TemporaryFolder()
    var report = SampleReport().make()
    let written = LayoutBuilder.layout(of: report)
    let path = folder.file("report.xlsx")
    try WorkbookWriter.write(written, placement: Placement(written), to: path)
    change(&report)
    let read = try WorkbookReader.read(path)
    do throws(ReadBackFault) {
      try ReadBack.verify(Placement(LayoutBuilder.layout(of: report)), against: read)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a workbook that holds what was meant passes`() throws {
    #expect(try fault { _ in } == nil)
  }

  @Test func `a changed number is found, with its cell`() throws {
    let found = try fault { $0.owners[0].registered[2] += 1 }
    #expect(
      found
        == ReadBackFault(
          sheet: "Tổ chức", cell: CellAddress("E6"), meant: "209", found: "208"))
  }

  @Test func `a changed text is found, in composition, too`() throws {
    let found = try fault { $0.listing.models[0].name = "Ba\u{301}nh lòng Huề Trì" }
    #expect(found?.sheet == "Danh sách")
    #expect(found?.cell == CellAddress("B12"))
  }

  @Test func `a missing row and a row too many are found`() throws {
    #expect(try fault { $0.findings.removeLast() }?.sheet == "Tình hình báo cáo")
    #expect(try fault { $0.listing.models.removeLast() }?.sheet == "Danh sách")
    #expect(try fault { $0.sources = [] } == nil)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/soffice")))
  func `LibreOffice comes to the same figures, and every check stays 0`() throws {
    let folder = try TemporaryFolder()
    let layout = LayoutBuilder.layout(of: SampleReport().make())
    let placement = Placement(layout)
    try WorkbookWriter.write(layout, placement: placement, to: folder.file("report.xlsx"))
    let (status, _) = try run(
      "/usr/bin/soffice",
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML", "--outdir", folder.file("again"),
        folder.file("report.xlsx"),
      ], in: folder.path)
    #expect(status == 0)
    let again = try WorkbookReader.read(folder.file("again/report.xlsx"))
    var formulaCount = 0
    for sheet in placement.sheets {
      let found = try #require(again.sheet(named: sheet.name))
      placement.forEachCell(of: sheet) { cell in
        guard let number = cell.value.number else { return }
        let read = found[cell.address]
        if cell.formula != nil {
          formulaCount += 1
          #expect(read?.formula != nil, "\(sheet.name)!\(cell.address)")
        }
        guard case .number(let text)? = read?.value, let value = Double(text) else {
          Issue.record("\(sheet.name)!\(cell.address): \(String(describing: read))")
          return
        }
        #expect(abs(value - number.cellValue) < 1e-9, "\(sheet.name)!\(cell.address)")
      }
    }
    #expect(formulaCount > 300)
  }
}

struct HostileTextTests {
  /// Texts of submissions and registers that try to be formulas, markup, or more than fits.
  static let texts = [
    "=1+1", "=HYPERLINK(\"http://a\")", "+1", "@SUM(A1)", "<b>&amp;]]>", "a\u{0}b\u{1B}\u{FFFE}",
    "_x0041_", String(repeating: "a", count: 40_000), String(repeating: "😀", count: 3000),
    "Sheet1!A1", "='Tổng hợp'!A1", "&G&P", "{0}", "",
  ]

  @Test(arguments: texts)
  func `no text, wherever it stands, changes or stops a report`(_ text: String) throws {
    var report = SampleReport().make()
    report.settings.office = text
    report.settings.notice = text
    report.settings.area = text
    report.registers.fields[0].vietnameseName = text
    report.registers.wards[0].name = text
    report.registers.wards[1].code = text
    report.owners[0].name = text
    for index in 0..<50 {
      report.listing.models[index].name = text + "\(index)"
      report.listing.models[index].hamlet = text
    }
    report.findings[0].value = text
    report.findings[0].message = text
    let folder = try TemporaryFolder()
    let files = try release(report, in: folder)
    let read = try WorkbookReader.read(folder.file("report.xlsx"), limits: .ofOurOwn)
    let listing = try #require(read.sheet(named: "Danh sách"))
    for cell in listing.cells where cell.column != 2 { #expect(cell.formula == nil) }
    for byte in files["summary.txt", default: []] where byte < 0x20 { #expect(byte == 0x0A) }
  }
}
