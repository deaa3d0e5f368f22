import Domain
import Vietnamese

/// Vấn đề: every finding with its place and its message.
extension LayoutBuilder {
  func findingsSheet() -> SheetLayout {
    var blocks = heading(language("VẤN ĐỀ CẦN XEM", "FINDINGS"))
    for text in [unlistedFindings, uncomparedModels].compactMap({ $0 }).reversed() {
      blocks.insert(.line(TextLine(text, .warning)), at: 2)
    }
    return SheetLayout(
      id: .findings, columnWidths: [10, 21, 34, 7, 14, 20, 66, 24], isLandscape: true,
      longTable: .findings, frozenColumns: 0, blocks: blocks + [.table(findingsTable)])
  }

  /// How many names were not compared with all others of their ward; nothing when all were.
  var uncomparedModels: String? {
    guard report.uncomparedModels > 0 else { return nil }
    let count = numbers.count(report.uncomparedModels)
    return language(
      "Có \(count) mô hình mà tên không được so với mọi tên cùng đơn vị, vì có quá nhiều tên dài như nhau: near-duplicate có thể còn thiếu.",
      "The names of \(count) models were not compared with all of their ward, of which too many are of one length: near-duplicate may lack some."
    )
  }

  /// Where the findings are that this sheet does not hold; nothing when it holds them all.
  private var unlistedFindings: String? {
    let size = Listing.size(of: report.findings.count)
    guard report.findings.count > size else { return nil }
    let all = numbers.count(report.findings.count)
    let rest = numbers.count(report.findings.count - size)
    return language(
      "Tờ này có \(numbers.count(size)) vấn đề đầu; còn \(rest) trong số \(all) ở findings.csv.",
      "This sheet holds the first \(numbers.count(size)) findings; \(rest) of \(all) more are in findings.csv."
    )
  }

  private var findingsTable: Table {
    let (findings, language) = (report.findings, language)
    let rows = Table.RowSource(count: Listing.size(of: findings.count)) { index in
      let finding = findings[index]
      return Table.Row([
        .text(finding.severity.name(in: language)), .text(finding.rule.rawValue),
        .text(finding.place.path),
        finding.place.line.map { Cell(.number(.plain($0))) } ?? .blank,
        .text(finding.place.column), .text(finding.value), .text(finding.tableMessage),
        .text(finding.see),
      ])
    }
    return Table(
      .findings,
      columns: [
        Table.Column(language("Mức độ", "Severity"), .text),
        Table.Column(language("Quy tắc", "Rule"), .text),
        Table.Column(language("Tệp", "File"), .text),
        Table.Column(language("Dòng", "Line"), .short),
        Table.Column(language("Cột", "Column"), .text),
        Table.Column(language("Giá trị", "Value"), .text),
        Table.Column(language("Nội dung, cách sửa", "What, and what to do"), .text),
        Table.Column(language("Xem thêm", "See"), .text),
      ],
      rows: rows,
      notes: [
        findings.isEmpty ? language("Không có vấn đề nào.", "There are none.") : unlistedFindings
      ].compactMap { $0 }, hasFilter: true)
  }
}
