import Domain
import Vietnamese

/// Quyết định: what people settled, and what became of it in this report.
extension LayoutBuilder {
  func decisionsSheet() -> SheetLayout {
    SheetLayout(
      id: .decisions, columnWidths: [7, 32, 32, 16, 13, 11, 20, 36, 22, 12], isLandscape: true,
      longTable: .decisions, frozenColumns: 0,
      blocks: heading(language("QUYẾT ĐỊNH (decisions.csv)", "DECISIONS (decisions.csv)")) + [
        .line(
          TextLine(
            language(
              "Mỗi dòng là một dòng của decisions.csv. Số bản ghi là số bản ghi của mô hình có sau: “là một” thì chúng được gộp vào mô hình có trước, “là hai” thì chúng được tính riêng và không còn bị nghi trùng.",
              "Each line is one of decisions.csv. The records are those of the model that came later: where the two are the same, they were joined to the earlier one; where they are different, they count on their own and are suspected no more."
            ), .note)), .table(decisionsTable),
      ])
  }

  /// “2 quyết định được áp dụng, 1 hết hiệu lực”; blank without decisions.
  var decisionCounts: String {
    if report.decisions.isEmpty { return "" }
    let applied = report.decisions.count { if case .applied = $0.state { true } else { false } }
    let lapsed = report.decisions.count { if case .lapsed = $0.state { true } else { false } }
    let waiting = report.decisions.count - applied - lapsed
    return language("\(numbers.count(applied)) được áp dụng", "\(numbers.count(applied)) applied")
      + (lapsed == 0
        ? ""
        : language(
          ", \(numbers.count(lapsed)) hết hiệu lực", ", \(numbers.count(lapsed)) lapsed"))
      + (waiting == 0
        ? ""
        : language(
          ", \(numbers.count(waiting)) chưa đến kỳ", ", \(numbers.count(waiting)) not due yet"))
  }

  private var decisionsTable: Table {
    let (decisions, language) = (report.decisions, language)
    let rows = Table.RowSource(count: decisions.count) { index in
      let decision = decisions[index].decision
      return Table.Row([
        Cell(.number(.plain(decision.line))), .text(decision.shownSides[0]),
        .text(decision.shownSides[1]), .text(decision.writtenWard),
        .text(decision.verdict.name(in: language)),
        LayoutBuilder.settledRecords(decisions[index]),
        .text(LayoutBuilder.state(decisions[index], language)), .text(decision.reason),
        .text(decision.who), .text(decision.date),
      ])
    }
    return Table(
      .decisions,
      columns: [
        Table.Column(language("Dòng", "Line"), .short),
        Table.Column(language("Thứ nhất", "First"), .text),
        Table.Column(language("Thứ hai", "Second"), .text),
        Table.Column(language("Đơn vị", "Ward"), .text),
        Table.Column(language("Quyết định", "Decision"), .text),
        Table.Column(language("Bản ghi", "Records"), .number),
        Table.Column(language("Tình trạng", "State"), .text),
        Table.Column(language("Lý do", "Reason"), .text),
        Table.Column(language("Người quyết định", "Decided by"), .text),
        Table.Column(language("Ngày", "Date"), .text),
      ], rows: rows)
  }

  private static func settledRecords(_ outcome: DecisionOutcome) -> Cell {
    if case .applied(let records) = outcome.state { .count(records) } else { .notApplicable }
  }

  private static func state(_ outcome: DecisionOutcome, _ language: Language) -> String {
    switch outcome.state {
    case .applied: language("được áp dụng", "applied")
    case .notDue: language("chưa đến kỳ", "not due yet")
    case .lapsed:
      language("hết hiệu lực: xem tờ “Vấn đề”", "lapsed: see the sheet “Findings”")
    }
  }
}
