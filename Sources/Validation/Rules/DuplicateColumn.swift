import Domain

/// `duplicate-column`: two headings are one column (SPEC §3).
enum DuplicateColumn: Rule {
  static let description = RuleDescription(
    .duplicateColumn, .error, .submission,
    meaning: BilingualText(
      "Hai tiêu đề cùng chỉ một cột; mọi bản ghi trong tệp bị loại.",
      "Two headings mean one column; all records of the file are rejected."),
    example: BilingualText(
      "“Năm” và “Năm đăng ký” trong cùng tệp",
      "“Năm” and “Năm đăng ký” in one file"),
    advice: BilingualText(
      "Giữ một cột, đổi tên hoặc bỏ cột kia.",
      "Keep one of them; rename or remove the other."))

  static func check(_ submission: SubmissionContext) -> [Finding] {
    guard let header = submission.header else { return [] }
    return header.repeatedColumns.map { column, position in
      let heading = header.headings[position]
      return finding(
        at: submission.place(of: header, position: position),
        value: column.rawValue,
        submission.language(
          "hai tiêu đề \(quoted(header.heading(of: column))) và \(quoted(heading)) cùng chỉ cột "
            + "“\(column.displayName)” (\(column.rawValue)) nên mọi bản ghi trong tệp bị loại; hãy giữ một cột",
          "the headings \(quoted(header.heading(of: column))) and \(quoted(heading)) both mean the column "
            + "\(column.rawValue), so all records of the file are rejected; keep one of them"))
    }
  }
}
