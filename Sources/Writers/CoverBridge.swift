import Domain

/// Tổng hợp: from records to figures, and against the control totals.
extension LayoutBuilder {
  /// From the records that were read to those that were counted.
  var bridge: Table {
    let totals = figures.recordTotals
    let words: [(Disposition, String)] = [
      (
        .counted, language("Được tính: lần đầu của mỗi mô hình", "Counted: the first of each model")
      ),
      (
        .carriedOver,
        language("Duy trì: mô hình báo cáo lại ở kỳ sau", "Carried over: reported again later")
      ),
      (.duplicate, language("Trùng: nhập hai lần trong một kỳ", "Duplicate: twice in one period")),
      (.rejected, language("Bị loại: có lỗi, cần sửa", "Rejected: has errors to be mended")),
      (.outOfPeriod, language("Ngoài kỳ báo cáo", "Out of period")),
    ]
    let rows = words.map { disposition, word in
      Table.Row([.text(word), .count(totals[disposition], .records(disposition))])
    }
    let read = Table.Row(
      [
        .text(language("Cộng", "Total")),
        Cell(
          .formula(
            TableFormula(adding: [TableRange(rows: 0...rows.count - 1, columns: 1...1)]),
            .count(totals.total))),
      ], .total)
    let source = Table.Row([
      .text(language("Bản ghi đã đọc từ các tệp", "Records read from the files")),
      .count(totals.total, .recordsRead()),
    ])
    let zero = Table.Row(
      [
        .text(checkWord),
        check(
          TableRange(row: rows.count, column: 1), TableRange(row: rows.count + 1, column: 1), 0),
      ], .check)
    return Table(
      .bridge, title: language("2. Từ bản ghi đến số liệu", "2. From records to figures"),
      columns: [
        Table.Column(language("Kết quả xử lý", "Outcome"), .text),
        Table.Column(language("Số bản ghi", "Records"), .number),
      ], rows: Table.RowSource(rows), footRows: [read, source, zero])
  }

  /// From counted records to models: a record may stand for several like ones.
  var quantityBridge: Table {
    let counted = figures.recordTotals[.counted]
    let registered = figures.registered()
    return Table(
      .quantity,
      columns: [
        Table.Column(
          language("Từ bản ghi được tính đến số mô hình", "From counted records to models"), .text),
        Table.Column(language("Số lượng", "Number"), .number),
      ],
      rows: Table.RowSource([
        Table.Row([
          .text(language("Bản ghi được tính", "Counted records")),
          link(.bridge, 0, 1, .count(counted), .records(.counted)),
        ]),
        Table.Row([
          .text(
            language(
              "Thêm do một bản ghi ghi số lượng lớn hơn 1",
              "Added by records whose quantity exceeds 1")),
          Cell(
            .formula(
              TableFormula(
                adding: [TableRange(.headline, row: 0, column: 0)],
                subtracting: [TableRange(row: 0, column: 1)]), .change(registered - counted))),
        ]),
      ]),
      footRows: [
        totalRow(
          [.text(language("Số mô hình, điển hình", "Models"))], rowCount: 2,
          sums: [(.count(registered), .registered())])
      ])
  }

  var controlTotals: Table {
    let rows = report.controlTotals.enumerated().map { index, outcome in
      let field = outcome.entry.field.flatMap { fields.indices.contains($0) ? $0 : nil }
      let actual =
        field.map {
          link(.fields, $0, 2, .count(outcome.actual), .registered(field: fields[$0]))
        } ?? link(.fields, fields.count, 2, .count(outcome.actual), .registered())
      return Table.Row([
        .text(field.map { fields[$0].name(in: language) } ?? totalWord),
        .count(outcome.entry.expected), actual,
        Cell(
          .formula(
            TableFormula(
              adding: [TableRange(row: index, column: 2)],
              subtracting: [TableRange(row: index, column: 1)]),
            .change(outcome.actual - outcome.entry.expected))),
        .text(
          outcome.isMet ? language("khớp", "met") : language("KHÔNG KHỚP", "NOT MET")),
      ])
    }
    return Table(
      .controlTotals, title: language("3. Đối chiếu số kiểm soát", "3. Control totals"),
      columns: [
        Table.Column(fieldWord, .text),
        Table.Column(language("Số kiểm soát", "Control total"), .number),
        Table.Column(language("Số tổng hợp", "Counted"), .number),
        Table.Column(language("Chênh lệch", "Difference"), .check),
        Table.Column(language("Kết quả", "Result"), .short),
      ], rows: Table.RowSource(rows))
  }
}
