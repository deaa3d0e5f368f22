import Domain

/// Kiểm chứng: every total against another way to it; each difference must be 0.
extension LayoutBuilder {
  func checksSheet() -> SheetLayout {
    SheetLayout(
      id: .checks, columnWidths: [7, 70, 15, 15, 14], isLandscape: false,
      blocks: heading(language("KIỂM CHỨNG", "CHECKS")) + [
        .line(
          TextLine(
            language(
              "Mỗi dòng so hai cách tính của cùng một số bằng công thức nối giữa các tờ. Chênh lệch phải bằng 0; số khác 0 hiện đậm, màu đỏ.",
              "Each line compares two ways to one number by formulas across the sheets. The difference must be 0; any other number shows bold and red."
            ), .note)), .table(checksTable),
      ])
  }

  private struct Comparison {
    var text: String
    var first: [TableRange]
    var firstValue: CellNumber
    var second: [TableRange]
    var secondValue: CellNumber
  }

  private var checksTable: Table {
    let rows = comparisons.enumerated().map { index, comparison in
      Table.Row([
        Cell(.number(.plain(index + 1))), .text(comparison.text),
        Cell(.formula(TableFormula(adding: comparison.first), comparison.firstValue)),
        Cell(.formula(TableFormula(adding: comparison.second), comparison.secondValue)),
        check(
          TableRange(row: index, column: 2), TableRange(row: index, column: 3),
          comparison.firstValue.whole - comparison.secondValue.whole),
      ])
    }
    return Table(
      .checks,
      columns: [
        Table.Column(language("STT", "No."), .short),
        Table.Column(language("So sánh", "What is compared"), .text),
        Table.Column(language("Số thứ nhất", "First number"), .number),
        Table.Column(language("Số thứ hai", "Second number"), .number),
        Table.Column(language("Chênh lệch (= 0)", "Difference (= 0)"), .check),
      ], rows: Table.RowSource(rows))
  }

  private var comparisons: [Comparison] {
    let total = CellNumber.count(figures.registered())
    let headline = TableRange(.headline, row: 0, column: 0)
    let years = report.trends.years
    let read = CellNumber.count(figures.recordTotals.total)
    let source = TableRange(.bridge, row: Disposition.allCases.count + 1, column: 1)
    func againstHeadline(_ vietnamese: String, _ english: String, _ range: TableRange) -> Comparison
    {
      Comparison(
        text: language(
          vietnamese + " = tổng số ở trang đầu", english + " = total on the first page"),
        first: [range], firstValue: total, second: [headline], secondValue: total)
    }
    var list = [
      againstHeadline(
        "Cộng các lĩnh vực", "Sum of the fields",
        TableRange(.fields, row: fields.count, column: 2)),
      againstHeadline(
        "Cộng các năm", "Sum of the years",
        TableRange(.trend, row: fields.count, column: years.count + 1)),
      againstHeadline(
        "Cộng các quý (cả không rõ quý)", "Sum of the quarters (unknown ones too)",
        TableRange(.yearQuarters, row: years.count, column: 6)),
      againstHeadline(
        "Cộng xã, phường × lĩnh vực", "Sum of wards × fields",
        TableRange(.wardsByField, row: wards.count, column: fields.count + 2)),
      againstHeadline(
        "Cộng xã, phường × năm", "Sum of wards × years",
        TableRange(.wardsByYear, row: wards.count, column: years.count + 2)),
      againstHeadline(
        "Cộng các tổ chức, đơn vị thực hiện", "Sum of the organizations",
        TableRange(.owners, row: shownOwners.count, column: fields.count + 2)),
      againstHeadline(
        "Danh sách mô hình (cả phần không liệt kê được)",
        "List of models (with what it leaves out)",
        TableRange(.listingTotals, row: 2, column: 1)),
      againstHeadline(
        "Bản ghi được tính + thêm do số lượng", "Counted records + quantities above 1",
        TableRange(.quantity, row: 2, column: 1)),
      Comparison(
        text: language(
          "Được tính + duy trì + trùng + bị loại + ngoài kỳ = bản ghi đã đọc",
          "Counted + carried over + duplicate + rejected + out of period = records read"),
        first: [TableRange(.bridge, row: Disposition.allCases.count, column: 1)],
        firstValue: read, second: [source], secondValue: read),
      Comparison(
        text: language(
          "Số bản ghi theo nơi gửi và kỳ = bản ghi đã đọc",
          "Records by sender and period = records read"),
        first: [TableRange(.grid, row: wards.count + 1, column: figures.reporting.count + 2)],
        firstValue: .count(report.submissions.reduce(0) { $0 + $1.records[.data] }),
        second: [source], secondValue: read),
    ]
    if report.submissions.count <= Listing.limit { list += submissionComparisons }
    list.append(
      Comparison(
        text: language(
          "Vấn đề theo quy tắc = vấn đề theo mức độ", "Findings by rule = findings by severity"),
        first: [TableRange(.rules, row: findingsByRule.count, column: 2)],
        firstValue: .count(report.findings.count),
        second: [TableRange(.severities, row: Severity.allCases.count, column: 1)],
        secondValue: .count(
          Severity.allCases.reduce(0) { $0 + figures.findingCounts[$1, default: 0] })))
    return list
  }

  /// The sums of the files against the bridge.
  private var submissionComparisons: [Comparison] {
    let row = report.submissions.count
    let words = [
      language("được tính", "counted"), language("duy trì", "carried over"),
      language("trùng", "duplicate"), language("bị loại", "rejected"),
      language("ngoài kỳ", "out of period"),
    ]
    return zip(Disposition.allCases, words).enumerated().map { index, pair in
      Comparison(
        text: language(
          "Cộng các tệp: \(pair.1) = ở trang đầu", "Sum of the files: \(pair.1) = on the first page"
        ),
        first: [TableRange(.submissions, row: row, column: index + 5)],
        firstValue: .count(report.submissions.reduce(0) { $0 + $1.dispositions[pair.0] }),
        second: [TableRange(.bridge, row: index, column: 1)],
        secondValue: .count(figures.recordTotals[pair.0]))
    }
  }
}
