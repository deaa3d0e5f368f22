import Domain

/// `merged-cell`: a merged cell where one value for several rows could mean two things.
enum MergedCell: Rule {
  static let description = RuleDescription(
    .mergedCell, .error, .record,
    meaning: BilingualText(
      "Ô tên, số lượng, số người hoặc mã được gộp qua nhiều dòng; các dòng dưới bị loại, không bao giờ đếm hai lần.",
      "A name, quantity, number of people or id is merged over several rows; those below the first are rejected, never counted twice."
    ),
    example: BilingualText(
      "Ô “Số lượng” gộp ba dòng, ghi 3",
      "A “Số lượng” cell merged over three rows that says 3"),
    advice: BilingualText(
      "Bỏ gộp ô, ghi giá trị vào từng dòng.",
      "Unmerge the cell and write a value in each row."))

  /// One finding for each such cell.
  static func check(_ record: RecordReading, in submission: SubmissionContext) -> [Finding] {
    record.mergedColumns.map { column in
      let heading = submission.heading(column)
      let hint = column == .name ? "" : submission.modelHint(record)
      return finding(
        at: submission.place(of: record, column: column),
        submission.language(
          "ô \(heading) được gộp với dòng trên\(hint) nên không rõ giá trị là của riêng dòng nào; hãy bỏ gộp "
            + "ô và ghi giá trị vào từng dòng",
          "the \(heading) cell is merged with the row above\(hint), so that it is not clear which row has "
            + "its value; unmerge it and write a value in each row"))
    }
  }
}
