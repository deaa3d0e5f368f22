import Domain
import Spreadsheet
import TestSupport
import Testing
import Writers

struct LayoutTests {
  static let samples: [SampleReport] = [
    SampleReport(), SampleReport(language: .english), SampleReport(findingCount: 0, missing: []),
    SampleReport(modelCount: 1), SampleReport(cutoff: Quarter(year: 2023, number: 4)),
  ]

  @Test(arguments: samples.indices)
  func `every formula finds its cells and comes to its cached value`(_ index: Int) throws {
    let placement = Placement(LayoutBuilder.layout(of: Self.samples[index].make()))
    let sheets = Evaluator(placement)
    for sheet in placement.sheets {
      placement.forEachCell(of: sheet) { cell in
        guard case .formula(_, let cached) = cell.value else { return }
        guard let formula = cell.formula else {
          Issue.record("\(sheet.name)!\(cell.address) points nowhere")
          return
        }
        let value = sheets.value(of: formula, on: sheet.name)
        #expect(
          abs(value - cached.cellValue) < 1e-9, "\(sheet.name)!\(cell.address) = \(formula.text)")
      }
    }
  }

  @Test(arguments: samples.indices)
  func `every check is 0`(_ index: Int) throws {
    let placement = Placement(LayoutBuilder.layout(of: Self.samples[index].make()))
    var checkCount = 0
    for sheet in placement.sheets {
      for case .table(let table) in sheet.layout.blocks where table.id != .controlTotals {
        for row in (0..<table.rowCount).map(table.row) {
          for (column, cell) in zip(table.columns, row.cells)
          where row.role == .check || column.kind == .check {
            guard let number = cell.value.number else { continue }
            checkCount += 1
            #expect(number.whole == 0, "\(table.id)")
          }
        }
      }
    }
    #expect(checkCount > 100)
  }

  @Test func `cells that show a figure show its published value`() {
    let report = SampleReport().make()
    let placement = Placement(LayoutBuilder.layout(of: report))
    let published = Dictionary(
      report.figures.published().map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    let shown = placement.figureCells()
    for (figure, cells) in shown {
      for cell in cells {
        #expect(
          cell.number.whole == published[figure], "\(figure) at \(cell.sheet)!\(cell.address)")
      }
      #expect(cells.count { !$0.isFormula } <= 1 || figure.text.hasPrefix("records."))
    }
    let inFilesOnly = ["records.", "findings."]
    for id in published.keys where !inFilesOnly.contains(where: id.text.hasPrefix) {
      if shown[id] == nil, published[id] != 0 { Issue.record("\(id) stands nowhere") }
    }
    let total = shown[.registered()]?.first
    #expect(total?.sheet == "Tổng hợp")
    #expect(total?.isFormula == false)
    #expect(
      placement.figure(sheet: "Theo lĩnh vực", cell: CellAddress(row: 5, column: 2))
        == .registered(field: report.registers.fields[0]))
  }

  @Test func `a ward that sent nothing, one that was not yet there, and one without models differ`()
    throws
  {
    var report = SampleReport(missing: [(Period(year: 2021), 12)]).make()
    report.registers.wards[0].validFrom = CalendarDay(year: 2022, month: 1, day: 1)
    let wards = report.registers.wards
    var figures = Figures(wards: wards, fields: report.registers.fields, years: 2020...2024)
    figures.addRegistered(3, ward: 0, field: 0, year: 2023, quarter: 1)
    figures.reporting = report.figures.reporting
    report.figures = figures
    report.submissions.removeAll {
      $0.file.submitter == .ward(12) && $0.file.period == Period(year: 2021)
    }
    let table = try #require(LayoutBuilder.layout(of: report).table(.wardsByYear))
    func row(_ code: String) throws -> [Cell] {
      try #require(
        (0..<table.rows.count).map { table.row($0).cells }.first { $0[0] == .text(code) })
    }
    #expect(
      try row("10675")[2...4].map(\.value) == [
        .mark(.notApplicable), .mark(.notApplicable), .number(.count(0)),
      ])
    #expect(try row("10717")[3].value == .mark(.notReported))
    #expect(try row("10678")[3].value == .number(.count(0)))
  }

  @Test func `a list beyond its limit says where it stops and what is left`() throws {
    var report = SampleReport().make()
    report.listing.models = Array(report.listing.models.prefix(100))
    let sheet = try #require(
      LayoutBuilder.layout(of: report).sheets.first { $0.id == .models })
    let warnings = sheet.blocks.compactMap { block -> String? in
      if case .line(let line) = block, line.role == .warning { line.text } else { nil }
    }
    let last = report.listing.models[99].place
    #expect(
      warnings == [
        "Danh sách dừng sau \(last.reference). Còn 353 bản ghi được tính (số lượng 357): các bản ghi đứng sau đó trong tệp này và trong các tệp được tính sau nó, xem submissions.csv."
      ])
  }

  @Test func `owners beyond the limit stand together in one row, and every check is 0`() throws {
    var report = SampleReport(modelCount: 1).make()
    let total = report.owners.reduce(0) { $0 + $1.total }
    report.owners += (0...Listing.limit).map { number in
      OwnerTotal(
        name: "Tổ \(number)", code: "", registered: report.owners[0].registered.map { _ in 0 })
    }
    let layout = LayoutBuilder.layout(of: report)
    let table = try #require(layout.table(.owners))
    #expect(table.rows.count == Listing.limit + 1)
    #expect(table.row(Listing.limit + 1).cells.last?.value.number?.whole == total)
    let placement = Placement(layout)
    for sheet in placement.sheets {
      placement.forEachCell(of: sheet) { cell in
        if case .formula = cell.value {
          #expect(cell.formula != nil, "\(sheet.name)!\(cell.address) points nowhere")
        }
      }
    }
  }

  @Test func `sheets have the names that people know`() {
    #expect(
      SheetID.allCases.map { $0.name(in: .vietnamese) } == [
        "Tổng hợp", "Theo lĩnh vực", "Xu hướng", "Theo quý", "Xã, phường × lĩnh vực",
        "Xã, phường × năm", "Tổ chức", "Tình hình báo cáo", "Các tệp", "Vấn đề", "Quyết định",
        "Danh sách", "Kiểm chứng",
      ])
  }
}

/// The obvious reference: works out formulas from the layout's numbers.
private struct Evaluator {
  private var numbers: [String: [CellAddress: Double]] = [:]

  init(_ placement: Placement) {
    for sheet in placement.sheets {
      var found: [CellAddress: Double] = [:]
      placement.forEachCell(of: sheet) { cell in
        if let number = cell.value.number { found[cell.address] = number.cellValue }
      }
      numbers[sheet.name] = found
    }
  }

  func value(of formula: Formula, on sheet: String) -> Double {
    formula.added.reduce(0) { $0 + sum($1, sheet) }
      - formula.subtracted.reduce(0) { $0 + sum($1, sheet) }
  }

  private func sum(_ range: CellRange, _ sheet: String) -> Double {
    let cells = numbers[range.sheet ?? sheet, default: [:]]
    var sum = 0.0
    for row in range.first.row...range.last.row {
      for column in range.first.column...range.last.column {
        sum += cells[CellAddress(row: row, column: column)] ?? 0
      }
    }
    return sum
  }
}
