import Domain

/// `field-inferred`: columns that the file lacks are given by the section rows of a form.
enum FieldInferred: Rule {
  static let description = RuleDescription(
    .fieldInferred, .info, .submission,
    meaning: BilingualText(
      "Tệp không có cột này; giá trị lấy theo dòng đầu mục (“I. Lĩnh vực kinh tế”) cho các dòng bên dưới.",
      "The file lacks this column; section rows (“I. Lĩnh vực kinh tế”) give it to the rows below them."
    ),
    example: BilingualText(
      "Biểu chia theo mục, không có cột “Lĩnh vực”",
      "A form in sections, without a column “Lĩnh vực”"),
    advice: BilingualText(
      "Không cần làm gì nếu đúng; chắc chắn hơn là thêm cột và ghi ở từng dòng.",
      "Nothing need be done if that is right; safer is a column that says it in each row."))

  static func check(_ reading: SubmissionReading, in submission: SubmissionContext) -> [Finding] {
    guard let header = reading.header, !reading.isRejectedAsWhole else { return [] }
    return reading.sectionColumns.map { column in
      let name = quoted(column.displayName)
      return finding(
        at: Place(path: reading.file.path, line: header.line, record: header.record),
        value: column.displayName,
        submission.language(
          "tệp không có cột \(name), nên lấy theo các dòng đầu mục; hãy kiểm tra các mục, hoặc thêm cột "
            + "này vào tệp",
          "the file has no column \(name), so section rows give it; check the sections, or add the "
            + "column to the file"))
    }
  }
}
