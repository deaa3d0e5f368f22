package import Domain
import Vietnamese

/// Makes the layout of a report; one file a sheet says what stands on it.
package struct LayoutBuilder {
  let report: Report
  let language: Language
  /// Wards in alphabetical order, then the other bodies; as indexes into the register.
  let wardsInOrder: [Int]

  init(report: Report, language: Language) {
    self.report = report
    self.language = language
    wardsInOrder = LayoutBuilder.inOrder(report.registers.wards)
  }

  /// The layout of everything that the report tells.
  ///
  /// Complexity: linear in its tables; the long lists are made row by row when they are rendered.
  package static func layout(of report: Report) -> Layout {
    let builder = LayoutBuilder(report: report, language: report.language)
    return Layout(
      language: report.language, title: builder.reportTitle, author: report.settings.office,
      sheets: [
        builder.cover(), builder.fieldsSheet(), builder.trendsSheet(), builder.quartersSheet(),
        builder.wardsByFieldSheet(), builder.wardsByYearSheet(), builder.ownersSheet(),
        builder.submissionsSheet(), builder.filesSheet(), builder.findingsSheet(),
      ] + (report.decisions.isEmpty ? [] : [builder.decisionsSheet()]) + [
        builder.modelsSheet(), builder.checksSheet(),
      ])
  }

  // MARK: Words

  var figures: Figures { report.figures }
  var fields: [Field] { report.registers.fields }
  var wards: [Ward] { report.registers.wards }
  var numbers: NumberText { .of(language) }

  var reportTitle: String {
    report.settings.title.isEmpty
      ? language(
        "TỔNG HỢP MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO”",
        "SUMMARY OF “DÂN VẬN KHÉO” (SKILFUL MASS MOBILISATION) MODELS")
      : report.settings.title
  }

  /// “Giai đoạn 2020–2024, số liệu đến hết quý III/2024 (năm 2024 chưa trọn năm)”.
  var scope: String {
    let years = report.settings.years
    let span =
      years.count == 1
      ? language("Năm \(years.lowerBound)", "\(years.lowerBound)")
      : language(
        "Giai đoạn \(years.lowerBound)–\(years.upperBound)",
        "\(years.lowerBound)–\(years.upperBound)")
    let cutoff = report.cutoff
    if cutoff.number == 4 {
      return span
        + language(", số liệu đến hết năm \(cutoff.year)", ", up to the end of \(cutoff.year)")
    }
    return span
      + language(
        ", số liệu đến hết \(cutoff.name(in: language)) (năm \(cutoff.year) chưa trọn năm)",
        ", up to the end of \(cutoff.name(in: language)) (\(cutoff.year) is incomplete)")
  }

  /// A sheet's first lines: what it shows, of what, and the caveat of the settings.
  func heading(_ title: String) -> [Block] {
    let source = [report.settings.office, scope].filter { !$0.isEmpty }.joined(separator: ". ")
    var blocks: [Block] = [
      .line(TextLine(title, .sheetTitle)), .line(TextLine(source + ".", .source)),
    ]
    if !report.settings.notice.isEmpty {
      blocks.append(.line(TextLine(report.settings.notice, .note)))
    }
    return blocks + [.gap(1)]
  }

  var totalWord: String { language("Cộng", "Total") }
  var checkWord: String { language("Kiểm tra (phải bằng 0)", "Check (must be 0)") }
  var checkHeading: String { language("Kiểm tra (=\u{A0}0)", "Check (=\u{A0}0)") }
  var codeWord: String { language("Mã", "Code") }
  var fieldWord: String { LayoutBuilder.fieldWord(in: language) }
  var wardWord: String { LayoutBuilder.wardWord(in: language) }

  static func fieldWord(in language: Language) -> String { language("Lĩnh vực", "Field") }
  static func wardWord(in language: Language) -> String { language("Xã, phường", "Ward") }

  /// What the three marks mean; below every table that can hold them.
  var legend: String {
    language(
      "Ký hiệu: 0 là có báo cáo, không có mô hình; “không nộp” là chưa nhận được báo cáo; “–” là không áp dụng.",
      "Marks: 0 means reported, none; “not sent” means no report was received; “–” does not apply."
    )
  }

  /// “2024*” for a year that is not over at the cut-off.
  func yearHeading(_ index: Int) -> String {
    let trends = report.trends
    return String(trends.years[index]) + (trends.states[index] == .incomplete ? "*" : "")
  }

  /// The remark that explains the star, when a year has one.
  var incompleteYearNote: String? {
    guard report.trends.states.contains(.incomplete) else { return nil }
    let months = report.cutoff.number * 3
    return language(
      "* \(months) tháng năm \(report.cutoff.year); không so sánh với năm trọn.",
      "* \(months) months of \(report.cutoff.year); not to be compared with a whole year.")
  }

  // MARK: Rows

  private static func inOrder(_ wards: [Ward]) -> [Int] {
    let keys = wards.map { (other: $0.kind == nil, key: CollationKey($0.name)) }
    return wards.indices.sorted { left, right in
      if keys[left].other != keys[right].other { return keys[right].other }
      if keys[left].key != keys[right].key { return keys[left].key < keys[right].key }
      return left < right
    }
  }

  /// “Phường An Lưu”, or the name with a star for a body without a territory.
  func wardName(_ index: Int) -> String {
    wards[index].kind == nil ? wards[index].name + " *" : wards[index].fullName
  }

  /// The remark that explains that star, when there is such a body.
  var otherBodyNote: String? {
    guard wards.contains(where: { $0.kind == nil }) else { return nil }
    return language(
      "* Đơn vị không có địa bàn riêng: mô hình được tính, nhưng không tính vào độ bao phủ.",
      "* A body without a territory of its own: its models count, but it is not part of coverage.")
  }

  /// A row that adds up the body rows of a table in its columns `columns`.
  func totalRow(
    _ labels: [Cell], rowCount: Int, sums: [(CellNumber, FigureID?)], after: [Cell] = []
  ) -> Table.Row {
    var cells = labels
    for (number, figure) in sums {
      let column = cells.count
      if rowCount == 0 {
        cells.append(Cell(.number(number), figure))
      } else {
        cells.append(
          Cell(
            .formula(
              TableFormula(adding: [
                TableRange(rows: 0...rowCount - 1, columns: column...column)
              ]), number), figure))
      }
    }
    return Table.Row(cells + after, .total)
  }

  /// A formula that must be 0: `first` less `second`, with what it comes to.
  func check(_ first: TableRange, _ second: TableRange, _ value: Int) -> Cell {
    Cell(.formula(TableFormula(adding: [first], subtracting: [second]), .count(value)))
  }
}
