import Domain
import Vietnamese

/// `missing-value`: a required cell without a letter or digit (SPEC §3).
enum MissingValue: Rule {
  static let description = RuleDescription(
    .missingValue, .error, .record,
    meaning: BilingualText(
      "Ô bắt buộc để trống, hoặc chỉ có “-”, “…”; bản ghi bị loại. Ô trống không bao giờ thành số 0.",
      "A required cell is blank, or says only “-” or “…”; the record is rejected. A blank never becomes a zero."
    ),
    example: BilingualText(
      "Ô “Lĩnh vực” trống",
      "A blank “Lĩnh vực”"),
    advice: BilingualText(
      "Điền ô đó rồi gửi lại.",
      "Fill the cell and send the file again."))

  /// One finding for each faulty cell.
  static func check(_ record: RecordReading, in submission: SubmissionContext) -> [Finding] {
    guard record.hasJudgedCells else { return [] }
    return submission.requiredColumns.compactMap { column in
      // A finding of its own says why these are blank.
      if record.mergedColumns.contains(column) || record.valuelessColumns.contains(column) {
        return nil
      }
      let text = submission.text(column, of: record)
      if text.unicodeScalars.contains(where: \.isLetterOrDigit) { return nil }
      let hint = column == .name ? "" : submission.modelHint(record)
      let heading = submission.heading(column)
      return finding(
        at: submission.place(of: record, column: column), value: text,
        submission.language(
          "cột \(heading) \(text.isEmpty ? "để trống" : "chỉ ghi \(quoted(text))")\(hint); "
            + vietnameseAdvice(column, submission),
          "the \(heading) cell \(text.isEmpty ? "is empty" : "says only \(quoted(text))")\(hint); "
            + englishAdvice(column, submission)))
    }
  }

  private static func vietnameseAdvice(_ column: Column, _ submission: SubmissionContext) -> String
  {
    switch column {
    case .name: "hãy ghi tên mô hình, hoặc xóa cả dòng nếu không phải mô hình"
    case .field: "hãy ghi một trong: \(submission.run.fieldNames)"
    case .ward: "hãy ghi tên xã, phường như trong registers/wards.csv"
    case .year: "hãy ghi năm đăng ký, như 2023 hoặc Quý III/2023"
    default: "hãy điền ô này (kheo.yml yêu cầu)"
    }
  }

  private static func englishAdvice(_ column: Column, _ submission: SubmissionContext) -> String {
    switch column {
    case .name: "write the name of the model, or remove the record if it is none"
    case .field: "write one of: \(submission.run.fieldNames)"
    case .ward: "write the ward as in registers/wards.csv"
    case .year: "write the year of registration, such as 2023 or Quý III/2023"
    default: "fill the cell (kheo.yml requires it)"
    }
  }
}
