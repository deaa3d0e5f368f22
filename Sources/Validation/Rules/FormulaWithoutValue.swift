import Domain

/// `formula-without-value`: a formula of a workbook that was saved without its value.
enum FormulaWithoutValue: Rule {
  static let description = RuleDescription(
    .formulaWithoutValue, .error, .record,
    meaning: BilingualText(
      "Ô là công thức nhưng sổ được lưu mà không kèm kết quả; bản ghi bị loại.",
      "A cell is a formula, and the workbook was saved without its result; the record is rejected."),
    example: BilingualText(
      "Ô “Năm” là =B2 trong sổ do phần mềm khác xuất ra",
      "A “Năm” cell that is =B2 in a workbook made by a program"),
    advice: BilingualText(
      "Mở sổ bằng Excel hoặc LibreOffice rồi lưu lại, hoặc ghi giá trị thay công thức.",
      "Open the workbook in Excel or LibreOffice and save it, or write the value instead."))

  /// One finding for each such cell.
  static func check(_ record: RecordReading, in submission: SubmissionContext) -> [Finding] {
    record.valuelessColumns.map { column in
      let heading = submission.heading(column)
      let hint = column == .name ? "" : submission.modelHint(record)
      return finding(
        at: submission.place(of: record, column: column),
        submission.language(
          "ô \(heading) là công thức chưa có kết quả\(hint); hãy mở sổ bằng Excel hoặc LibreOffice rồi lưu "
            + "lại, hoặc ghi giá trị thay công thức",
          "the \(heading) cell is a formula without a result\(hint); open the workbook in Excel or "
            + "LibreOffice and save it, or write the value instead"))
    }
  }
}
