package import Domain
import Vietnamese

/// Writes `summary.txt`: the report on one page, for a mail or a terminal.
///
/// Its tables are those of the workbook's layout, set in fixed-width text.
package enum SummaryWriter {
  package static let fileName = "summary.txt"
  /// Columns of the page.
  static let width = 96

  /// Writes the file; its SHA-256.
  static func write(
    _ report: Report, _ layout: Layout, _ output: @escaping ReleaseOutput
  ) throws(WriteError) -> String {
    var sink = ByteSink(fileName, output)
    try sink.append(text(report, layout))
    return try sink.finish()
  }

  /// The whole page.
  ///
  /// No control character but the line feed is in it.
  package static func text(_ report: Report, _ layout: Layout) -> String {
    let page = SummaryPage(
      builder: LayoutBuilder(report: report, language: report.language), layout: layout)
    let numbered = [
      page.fields, page.trend, page.quarter, page.wards, page.reporting, page.bridge,
      page.findings, page.decisions, page.controlTotals, page.prose,
    ].filter { !$0.isEmpty }.enumerated().map { number, lines in
      ["\(number + 1). \(lines[0])"] + lines.dropFirst()
    }
    return ([page.heading, page.headline] + numbered)
      .map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }
}

/// The sections of the page, each as its lines.
struct SummaryPage {
  let builder: LayoutBuilder
  let layout: Layout

  var report: Report { builder.report }
  var language: Language { builder.language }
  var numbers: NumberText { builder.numbers }
  var figures: Figures { report.figures }

  /// Lines of at most the page's width, the second and later ones indented.
  func paragraph(_ text: String, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return wrapped(displayed(text), to: SummaryWriter.width - indent).map { margin + $0 }
  }

  /// What a cell shows.
  func text(_ cell: Cell) -> String {
    switch cell.value {
    case .blank: ""
    case .text(let text): text
    case .number(let number), .formula(_, let number): number.text(numbers)
    case .mark(let mark): mark.text(in: language)
    }
  }

  /// The cells of some columns of a row.
  func texts(_ row: Table.Row, _ columns: [Int]) -> [String] {
    columns.map { $0 < row.cells.count ? text(row.cells[$0]) : "" }
  }

  /// A heading without the unit that its cells carry in text.
  func heading(_ column: Table.Column) -> String {
    column.heading.hasSuffix(" (%)") ? String(column.heading.dropLast(4)) : column.heading
  }

  // MARK: Sections

  var heading: [String] {
    var lines: [String] = []
    for text in [report.settings.office, builder.reportTitle, report.settings.area]
    where !text.isEmpty {
      lines += paragraph(text)
    }
    return lines + paragraph(builder.scope + ".")
      + (report.settings.notice.isEmpty ? [] : paragraph(report.settings.notice))
  }

  var headline: [String] {
    let total = layout.table(.headline).map { text($0.row(0).cells[0]) } ?? ""
    let covered = "\(figures.coverage())/\(figures.reportingWardCount)"
    return paragraph(
      language(
        "TỔNG SỐ: \(total) mô hình, điển hình đã đăng ký (mỗi mô hình tính một lần, ở năm đăng ký đầu tiên)",
        "TOTAL: \(total) models registered (each counted once, in the year it was first registered)"
      ))
      + paragraph(
        language("\(covered) xã, phường có mô hình.", "\(covered) wards have models."))
      + (builder.incompleteWarning.map { paragraph($0) } ?? [])
  }

  var fields: [String] {
    guard let table = layout.table(.fields) else { return [] }
    let columns = [1, 2, 3, 4]
    let rows = (0..<table.rowCount).map(table.row).filter { $0.role != .check }
    return [language("Theo lĩnh vực", "By field")]
      + TextTable(
        header: columns.map { heading(table.columns[$0]) }, rows: rows.map { texts($0, columns) }
      ).lines
  }

  /// Registered by year, what changed, and what is kept up.
  var trend: [String] {
    guard let table = layout.table(.trend), let change = layout.table(.changePercent),
      let maintained = layout.table(.maintained)
    else { return [] }
    let years = Array(1...max(report.trends.years.count, 1))
    let columns = [0] + years + [years.count + 2]
    var rows = (0..<table.rowCount).map(table.row).filter { $0.role != .check }
      .map { texts($0, columns) }
    let total = (0..<change.rowCount).map(change.row).last { $0.role == .total }
    if let total {
      rows.append([language("So năm trước", "On the year before")] + texts(total, years) + [""])
    }
    if let total = maintained.footRows.first {
      rows.append([language("Duy trì", "Kept up")] + texts(total, years) + [""])
    }
    var header = columns.map { heading(table.columns[$0]) }
    header[0] = language("Đăng ký mới", "Registered")
    return [language("Xu hướng", "Trends")] + TextTable(header: header, rows: rows).lines
      + (builder.incompleteYearNote.map { [$0] } ?? [])
  }

  var quarter: [String] {
    guard let row = report.quarterly.rows.first(where: { $0.field == nil }) else { return [] }
    let quarter = report.quarterly.quarter
    func number(_ number: Int?) -> String { number.map { numbers.count($0) } ?? "–" }
    let name = builder.sentenceCase(quarter.name(in: language))
    return paragraph(
      language(
        "\(name): \(number(row.current)) mô hình mới (\(quarter.previous.name(in: language)): \(number(row.previous)); cùng kỳ \(quarter.year - 1): \(number(row.yearBefore)); từ đầu năm: \(number(row.yearToDate)))",
        "\(name): \(number(row.current)) new models (\(quarter.previous.name(in: language)): \(number(row.previous)); \(quarter.yearBefore.name(in: language)): \(number(row.yearBefore)); year to date: \(number(row.yearToDate)))"
      ))
  }
}
