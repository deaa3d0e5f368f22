import Domain
import Vietnamese

/// Tổ chức: which organizations and bodies own the models.
extension LayoutBuilder {
  func ownersSheet() -> SheetLayout {
    SheetLayout(
      id: .owners, columnWidths: [10, 38] + Array(repeating: 15, count: fields.count) + [11, 11],
      isLandscape: true, longTable: .owners, frozenColumns: 2,
      blocks: heading(
        language("MÔ HÌNH THEO TỔ CHỨC, ĐƠN VỊ THỰC HIỆN", "MODELS BY ORGANIZATION"))
        + [.table(owners)])
  }

  /// The owners, the smallest of them in one row where a sheet could not hold them all.
  var shownOwners: [OwnerTotal] {
    guard report.owners.count > Listing.limit else { return report.owners }
    let rest = report.owners.dropFirst(Listing.limit)
    let name = language(
      "(\(numbers.count(rest.count)) tổ chức, đơn vị khác)",
      "(\(numbers.count(rest.count)) other organizations)")
    return report.owners.prefix(Listing.limit) + [
      OwnerTotal(
        name: name, code: "",
        registered: fields.indices.map { field in
          rest.reduce(0) { $0 + $1.registered[field] }
        })
    ]
  }

  private var owners: Table {
    let owners = shownOwners
    let columns = max(fields.count, 1)
    let rows = owners.enumerated().map { index, owner in
      let name =
        owner.name.isEmpty ? language("(không ghi tổ chức)", "(no organization given)") : owner.name
      return Table.Row(
        [.text(owner.code), .text(name)]
          + owner.registered.prefix(fields.count).map { .count($0) } + [
            Cell(
              .formula(
                TableFormula(adding: [TableRange(rows: index...index, columns: 2...columns + 1)]),
                .count(owner.total)))
          ])
    }
    let sums = fields.indices.map { field in
      (
        CellNumber.count(figures.registered(field: field)),
        FigureID?.some(.registered(field: fields[field]))
      )
    }
    let zero = Table.Row(
      [.blank, .text(checkWord)]
        + fields.indices.map { field in
          check(
            TableRange(row: rows.count, column: field + 2),
            TableRange(.fields, row: field, column: 2), 0)
        } + [
          check(
            TableRange(row: rows.count, column: fields.count + 2),
            TableRange(.headline, row: 0, column: 0), 0)
        ], .check)
    return Table(
      .owners,
      columns: [
        Table.Column(codeWord, .short),
        Table.Column(language("Tổ chức, đơn vị thực hiện", "Organization"), .text),
      ] + fields.map { Table.Column($0.name(in: language), .number) } + [
        Table.Column(totalWord, .number)
      ],
      rows: Table.RowSource(rows),
      footRows: [
        totalRow(
          [.blank, .text(totalWord)], rowCount: rows.count,
          sums: sums + [(.count(figures.registered()), .registered())]),
        zero,
      ],
      notes: [
        language(
          "Kiểm tra: cột trừ số ở tờ “\(SheetID.fields.name(in: language))”.",
          "Check: columns less the numbers on “\(SheetID.fields.name(in: language))”.")
      ])
  }
}
