import Domain

/// `no-header`: none of the first 30 records is a header (SPEC §3, §4).
enum NoHeader: Rule {
  static let description = RuleDescription(
    .noHeader, .error, .submission,
    meaning: BilingualText(
      "Không tìm thấy dòng tiêu đề trong 30 dòng đầu; mọi bản ghi bị loại.",
      "None of the first 30 records is a header; all records are rejected."),
    example: BilingualText(
      "Tệp bắt đầu ngay bằng “1;Nuôi rươi;KT;2023”",
      "A file that starts with “1;Nuôi rươi;KT;2023”"),
    advice: BilingualText(
      "Thêm dòng tiêu đề có “Tên mô hình” và ít nhất hai cột khác, như “Lĩnh vực”, “Năm”.",
      "Add a header with “Tên mô hình” and at least two more columns, such as “Lĩnh vực”, “Năm”."))

  static func check(_ reading: SubmissionReading, in submission: SubmissionContext) -> Finding? {
    guard reading.header == nil, reading.encoding != .unclear, reading.records[.data] > 0
    else { return nil }
    return finding(
      at: Place(path: reading.file.path),
      submission.language(
        "không tìm thấy dòng tiêu đề trong 30 dòng đầu nên \(reading.records[.data]) bản ghi bị "
          + "loại; hãy thêm dòng có “Tên mô hình” và ít nhất hai cột khác (“Lĩnh vực”, “Năm”)",
        "there is no header among the first 30 records, so all \(reading.records[.data]) data "
          + "records are rejected; add one with “Tên mô hình” and at least two more columns "
          + "(“Lĩnh vực”, “Năm”)"))
  }
}
