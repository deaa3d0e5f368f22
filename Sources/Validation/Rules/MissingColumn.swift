import Domain

/// `missing-column`: the header lacks a required column (SPEC §3).
enum MissingColumn: Rule {
  static let description = RuleDescription(
    .missingColumn, .error, .submission,
    meaning: BilingualText(
      "Thiếu một cột bắt buộc; mọi bản ghi trong tệp bị loại.",
      "A required column is missing; all records of the file are rejected."),
    example: BilingualText(
      "Không có cột “Lĩnh vực”",
      "There is no column “Lĩnh vực”"),
    advice: BilingualText(
      "Thêm cột đó, hoặc khai tên cột mà đơn vị dùng vào columns của kheo.yml.",
      "Add the column, or enter the heading that the office uses under columns in kheo.yml."))

  static func check(_ reading: SubmissionReading, in submission: SubmissionContext) -> [Finding] {
    guard let header = submission.header else { return [] }
    return reading.missingColumns.map { column in
      finding(
        at: submission.place(of: header),
        value: column.rawValue,
        submission.language(
          "thiếu cột “\(column.displayName)” (\(column.rawValue)) nên mọi bản ghi trong tệp bị loại; "
            + "hãy thêm cột này, hoặc khai tên cột đơn vị dùng vào columns của kheo.yml",
          "the column “\(column.displayName)” (\(column.rawValue)) is missing, so all records of "
            + "the file are rejected; add it, or enter its heading under columns in kheo.yml"))
    }
  }
}
