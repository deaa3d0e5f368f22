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
    #expect(
      try fault { $0.findings = FindingList($0.findings.dropLast()) }?.sheet == "Tình hình báo cáo")
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
    #expect(ReadBack.differences(placement, against: again, limit: 5).first == [])
  }
}

/// Workbooks that someone changed after they were written.
struct ForgedWorkbookTests {
  private let placement: Placement
  private let workbook: ReadWorkbook

  init() throws {
    let folder = try TemporaryFolder()
    let layout = LayoutBuilder.layout(of: SampleReport().make())
    placement = Placement(layout)
    try WorkbookWriter.write(layout, placement: placement, to: folder.file("report.xlsx"))
    workbook = try WorkbookReader.read(folder.file("report.xlsx"), limits: .ofOurOwn)
  }

  private func differences(_ change: (inout ReadWorkbook) throws -> Void) throws -> [ReadBackFault]
  {
    var forged = workbook
    try change(&forged)
    let differences = ReadBack.differences(placement, against: forged, limit: 10)
    #expect(differences.count >= differences.first.count)
    for limit in [1, 10] {
      let together = ReadBack.differences(placement, against: forged, limit: limit, threads: 3)
      #expect(together.count == differences.count)
      #expect(together.cellCount == differences.cellCount)
      #expect(together.first == Array(differences.first.prefix(limit)))
    }
    return differences.first
  }

  /// The place of the first cell of a sheet that holds a number, perhaps by a formula.
  private func numberIndex(sheet: Int, hasFormula: Bool = false) throws -> Int {
    try #require(
      workbook.sheets[sheet].cells.firstIndex {
        guard case .number = $0.value else { return false }
        return ($0.formula != nil) == hasFormula
      })
  }

  @Test func `our own workbooks hide nothing`() throws {
    #expect(try differences { _ in }.isEmpty)
    #expect(workbook.sheets.allSatisfy { !$0.isHidden })
    #expect(workbook.sheets.allSatisfy { $0.hiddenRowCount == 0 && $0.hiddenColumnCount == 0 })
  }

  @Test func `what is hidden is told`() throws {
    let found = try differences {
      $0.sheets[1].isHidden = true
      $0.sheets[1].hiddenRowCount = 3
      $0.sheets[2].hiddenColumnCount = 1
    }
    #expect(found.map(\.sheet) == ["Theo lĩnh vực", "Theo lĩnh vực", "Xu hướng"])
    #expect(
      found.map(\.found) == [
        "tờ “Theo lĩnh vực” bị ẩn", "tờ “Theo lĩnh vực” có 3 hàng bị ẩn",
        "tờ “Xu hướng” có 1 cột bị ẩn",
      ])
    #expect(found.allSatisfy { $0.cell == nil && $0.meant.isEmpty })
  }

  @Test func `a changed cell in a renamed sheet is named under its meant name`() throws {
    let index = try numberIndex(sheet: 1)
    let found = try differences {
      $0.sheets[1].name = "Khác"
      $0.sheets[1].cells[index].value = .number("99999")
    }
    #expect(found.map(\.sheet) == ["Theo lĩnh vực", "Theo lĩnh vực"])
    #expect(found.map(\.cell) == [nil, workbook.sheets[1].cells[index].address])
    #expect(found.last?.found == "99999")
  }

  @Test func `a format that could show another number is told`() throws {
    let index = try numberIndex(sheet: 1)
    let cell = workbook.sheets[1].cells[index]
    let found = try differences {
      $0.sheets[1].cells[index].style = Int32($0.formatCodes.count)
      $0.formatCodes.append("[=88]\"89\";General")
    }
    #expect(
      found == [
        ReadBackFault(
          sheet: "Theo lĩnh vực", cell: cell.address, meant: "định dạng số “#,##0_)”",
          found: "định dạng số “[=88]\"89\";General”")
      ])
    let conditional = try differences { $0.conditionalCodes = ["\"89\""] }
    #expect(conditional.map(\.found) == ["định dạng số có điều kiện “\"89\"”"])
  }

  @Test(arguments: ["", "{array} A1", "{shared} ?", "{empty}"])
  func `a formula that is not written out is another one`(_ formula: String) throws {
    let index = try numberIndex(sheet: 1, hasFormula: true)
    #expect(try differences { $0.sheets[1].cells[index].formula = formula }.count == 1)
  }

  @Test func `the last digits of a decimal may differ, a whole number's may not`() throws {
    for sheet in workbook.sheets.indices {
      for (index, cell) in workbook.sheets[sheet].cells.enumerated() {
        guard case .number(let text) = cell.value, let number = Double(text), number > 0 else {
          continue
        }
        let isWhole = number == number.rounded()
        let found = try differences {
          $0.sheets[sheet].cells[index].value = .number("\(number.nextUp)")
        }
        #expect(found.count == (isWhole ? 1 : 0))
        if !isWhole {
          let far = try differences {
            $0.sheets[sheet].cells[index].value = .number("\(number * (1 + 1e-9))")
          }
          #expect(far.count == 1)
          return
        }
      }
    }
  }

  @Test func `a fault does not repeat megabytes`() throws {
    let index = try numberIndex(sheet: 1)
    let marks = "a" + String(repeating: "\u{301}", count: 9999)
    for long in [String(repeating: "a", count: 4 << 20), marks] {
      let found = try differences { workbook in
        workbook.sheets[1].cells[index].value = .text(long)
        workbook.sheets[1].cells[index].formula = long
        workbook.sheets[0].name = long
      }
      #expect(found.count == 2)
      for fault in found {
        #expect(fault.found.unicodeScalars.count <= 200 && fault.meant.unicodeScalars.count <= 200)
        #expect(fault.found.unicodeScalars.contains("…"))
      }
    }
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
    var findings = Array(report.findings)
    findings[0].value = text
    findings[0].message = text
    report.findings = FindingList(findings)
    let folder = try TemporaryFolder()
    let files = try release(report, in: folder)
    let read = try WorkbookReader.read(folder.file("report.xlsx"), limits: .ofOurOwn)
    let listing = try #require(read.sheet(named: "Danh sách"))
    for cell in listing.cells where cell.column != 2 { #expect(cell.formula == nil) }
    for byte in files["summary.txt", default: []] where byte < 0x20 { #expect(byte == 0x0A) }
  }
}
