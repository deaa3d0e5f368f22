import Domain

/// `too-many-columns`: a header of more than 16,384 columns.
enum TooManyColumns: Rule {
  static let description = RuleDescription(
    .tooManyColumns, .error, .submission,
    meaning: BilingualText(
      "Tiêu đề có hơn 16.384 cột; mọi bản ghi trong tệp bị loại.",
      "The header has more than 16,384 columns; all records of the file are rejected."),
    example: BilingualText(
      "Dòng tiêu đề kéo theo hàng vạn dấu phẩy",
      "A header followed by tens of thousands of commas"),
    advice: BilingualText(
      "Xóa các cột trống ở cuối bảng rồi lưu lại.",
      "Delete the blank columns at the end of the table and save it again."))

  static func check(_ submission: SubmissionContext) -> [Finding] {
    guard let header = submission.header, header.isTooWide else { return [] }
    return [
      finding(
        at: Place(path: submission.file.path, line: header.line, record: header.record),
        value: String(header.cellCount),
        submission.language(
          "tiêu đề có \(header.cellCount) cột, quá giới hạn \(SubmissionLimits.columnCount), nên mọi bản ghi "
            + "trong tệp bị loại; hãy xóa các cột thừa ở cuối bảng rồi gửi lại",
          "the header has \(header.cellCount) columns, beyond the limit of \(SubmissionLimits.columnCount), so "
            + "all records of the file are rejected; delete the columns too many and send it again")
      )
    ]
  }
}
