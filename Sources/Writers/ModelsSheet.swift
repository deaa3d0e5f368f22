import Domain
import Vietnamese

/// Danh sách: the counted models, each with the place of its record.
extension LayoutBuilder {
  private var listing: Listing { report.listing }
  private var listedModels: Int { min(listing.models.count, Listing.limit) }
  private var listedQuantity: Int {
    listing.models.prefix(listedModels).reduce(0) { $0 + $1.quantity }
  }

  func modelsSheet() -> SheetLayout {
    var blocks = heading(language("DANH SÁCH MÔ HÌNH ĐƯỢC TÍNH", "COUNTED MODELS"))
    if let rest = unlistedModels { blocks.insert(.line(TextLine(rest, .warning)), at: 2) }
    return SheetLayout(
      id: .models, columnWidths: [8, 42, 25, 20, 17, 25, 8, 10, 10, 36], isLandscape: true,
      longTable: .models, frozenColumns: 2,
      blocks: blocks + [.table(listingTotals), .table(modelsTable)])
  }

  /// Where the list stops and where the rest is; nothing when the list is whole.
  private var unlistedModels: String? {
    let restRecords = listing.countedRecords - listedModels
    guard restRecords > 0 else { return nil }
    let records = numbers.count(restRecords)
    let quantity = numbers.count(listing.countedQuantity - listedQuantity)
    let last = listedModels > 0 ? listing.models[listedModels - 1].place : nil
    let place = last.map { "\($0.reference)" } ?? "–"
    return language(
      "Danh sách dừng sau \(place). Còn \(records) bản ghi được tính (số lượng \(quantity)): các bản ghi đứng sau đó trong tệp này và trong các tệp được tính sau nó, xem submissions.csv.",
      "The list stops after \(place). \(records) more counted records (quantity \(quantity)) stand after it in that file and in the files counted after it; see submissions.csv."
    )
  }

  /// What the list adds up to, above it: rows below a filter would be filtered with it.
  private var listingTotals: Table {
    let count = listedModels
    let rest = listing.countedQuantity - listedQuantity
    let listed: Cell =
      count == 0
      ? .count(0)
      : Cell(
        .formula(
          TableFormula(adding: [TableRange(.models, rows: 0...count - 1, columns: 8...8)]),
          .count(listedQuantity)))
    return Table(
      .listingTotals,
      columns: [
        Table.Column(language("Số mô hình", "Models"), .text),
        Table.Column(language("Số lượng", "Number"), .number),
      ],
      rows: Table.RowSource([
        Table.Row([.text(language("Trong danh sách", "Listed")), listed]),
        Table.Row([.text(language("Không liệt kê được", "Not listed")), .count(rest)]),
      ]),
      footRows: [
        totalRow(
          [.text(totalWord)], rowCount: 2,
          sums: [(.count(listing.countedQuantity), .registered())]),
        Table.Row(
          [
            .text(checkWord),
            check(
              TableRange(row: 2, column: 1), TableRange(.headline, row: 0, column: 0),
              listing.countedQuantity - figures.registered()),
          ], .check),
      ], firstColumn: 1)
  }

  /// The headings of the list, by which it is found again when a workbook is read.
  static func modelHeadings(in language: Language) -> [String] {
    [
      language("STT", "No."), language("Tên mô hình", "Model"), fieldWord(in: language),
      wardWord(in: language), language("Thôn, khu dân cư", "Hamlet"),
      language("Tổ chức", "Organization"), language("Năm", "Year"), language("Quý", "Quarter"),
      language("Số lượng", "Quantity"), language("Nguồn (tệp:dòng)", "Source (file:line)"),
    ]
  }

  private var modelsTable: Table {
    let (models, fields, wards, language) = (listing.models, fields, wards, language)
    let rows = Table.RowSource(count: listedModels) { index in
      let model = models[index]
      let field = fields.indices.contains(model.field) ? fields[model.field].name(in: language) : ""
      let ward = wards.indices.contains(model.ward) ? wards[model.ward].fullName : ""
      return Table.Row([
        Cell(.number(.plain(index + 1))), .text(model.name), .text(field), .text(ward),
        .text(model.hamlet), .text(model.owner), Cell(.number(.plain(model.year))),
        .text(
          model.quarter.map { Quarter(year: model.year, number: $0).roman }
            ?? language("không rõ", "?")), .count(model.quantity), .text(model.place.reference),
      ])
    }
    return Table(
      .models,
      columns: zip(
        LayoutBuilder.modelHeadings(in: language),
        [.short, .text, .text, .text, .text, .text, .short, .short, .number, .text]
      ).map { Table.Column($0, $1) },
      rows: rows, notes: [unlistedModels].compactMap { $0 }, hasFilter: true)
  }
}
