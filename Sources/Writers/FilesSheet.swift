import Domain
import Vietnamese

/// Các tệp: every submission with its records by disposition.
extension LayoutBuilder {
  func filesSheet() -> SheetLayout {
    SheetLayout(
      id: .files, columnWidths: [44] + Array(repeating: 10, count: 10), isLandscape: true,
      longTable: .submissions, frozenColumns: 1,
      blocks: heading(language("CÁC TỆP ĐÃ NHẬN", "FILES RECEIVED")) + [.table(submissionsTable)])
  }

  private var submissionsTable: Table {
    let submissions = report.submissions
    let listed = Listing.size(of: submissions.count)
    let (language, registers) = (language, report.registers)
    let rows = Table.RowSource(count: listed) { index in
      let submission = submissions[index]
      let code = registers.code(of: submission.file.submitter)
      let name = code.isEmpty ? language("không rõ", "unknown") : code
      let counts = Disposition.allCases.map { Cell.count(submission.dispositions[$0]) }
      return Table.Row(
        [
          .text(submission.file.path),
          submission.file.period.map { .text($0.description) } ?? .notApplicable, .text(name),
          .text(
            submission.file.isDue
              ? language("đã đọc", "read") : language("chưa đến hạn", "not due")),
          .count(submission.records[.data]),
        ] + counts + [
          Cell(
            .formula(
              TableFormula(
                adding: [TableRange(row: index, column: 4)],
                subtracting: [TableRange(rows: index...index, columns: 5...9)]),
              .count(submission.records[.data] - submission.dispositions.total)))
        ])
    }
    return Table(
      .submissions,
      columns: [
        Table.Column(language("Tệp", "File"), .text),
        Table.Column(language("Kỳ", "Period"), .short),
        Table.Column(language("Nơi gửi", "Sender"), .short),
        Table.Column(language("Trạng thái", "State"), .short),
        Table.Column(language("Bản ghi", "Records"), .number),
        Table.Column(language("Được tính", "Counted"), .number),
        Table.Column(language("Duy trì", "Carried over"), .number),
        Table.Column(language("Trùng", "Duplicate"), .number),
        Table.Column(language("Bị loại", "Rejected"), .number),
        Table.Column(language("Ngoài kỳ", "Out of period"), .number),
        Table.Column(checkHeading, .check),
      ],
      rows: rows, footRows: submissionsFoot(listed),
      notes: listed == submissions.count
        ? []
        : [
          language(
            "Chỉ liệt kê \(numbers.count(listed)) tệp đầu; tất cả \(numbers.count(submissions.count)) tệp ở submissions.csv.",
            "Only the first \(numbers.count(listed)) files; all \(numbers.count(submissions.count)) are in submissions.csv."
          )
        ])
  }

  private func submissionsFoot(_ listed: Int) -> [Table.Row] {
    let submissions = report.submissions.prefix(listed)
    let isWhole = listed == report.submissions.count
    let sums =
      [
        (
          CellNumber.count(submissions.reduce(0) { $0 + $1.records[.data] }),
          isWhole ? FigureID?.some(.recordsRead()) : nil
        )
      ]
      + Disposition.allCases.map { disposition in
        (
          CellNumber.count(submissions.reduce(0) { $0 + $1.dispositions[disposition] }),
          isWhole ? FigureID?.some(.records(disposition)) : nil
        )
      }
    let difference =
      sums[0].0.whole - sums.dropFirst().reduce(0) { $0 + $1.0.whole }
    return [
      totalRow(
        [.text(totalWord), .blank, .blank, .blank], rowCount: listed, sums: sums,
        after: [
          Cell(
            .formula(
              TableFormula(
                adding: [TableRange(row: listed, column: 4)],
                subtracting: [TableRange(rows: listed...listed, columns: 5...9)]),
              .count(difference)))
        ])
    ]
  }
}
