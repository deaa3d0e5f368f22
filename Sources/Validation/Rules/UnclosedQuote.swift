import Domain

/// `unclosed-quote`: a quote that is never closed (SPEC §3, §10).
enum UnclosedQuote: RecordRule {
  static let description = RuleDescription(
    .unclosedQuote, .error, .record,
    meaning: BilingualText(
      "Dấu ngoặc kép mở mà không đóng; bản ghi bị loại, các dòng sau vẫn được đọc.",
      "A quote is opened and never closed; the record is rejected, what follows is read all the same."
    ),
    example: BilingualText(
      "\"Trồng tỏi;KT;2023",
      "\"Trồng tỏi;KT;2023"),
    advice: BilingualText(
      "Thêm dấu đóng ngoặc, hoặc bỏ dấu mở.",
      "Close the quote, or remove it."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    guard let line = record.anomalies.unclosedQuoteLine else { return nil }
    return finding(
      at: Place(
        path: submission.file.path, sheet: submission.sheet, line: line, record: record.number),
      submission.language(
        "dấu ngoặc kép (\") mở ở dòng này mà không đóng; hãy thêm dấu đóng hoặc bỏ dấu mở",
        "a quotation mark (\") is opened on this line and never closed; close it or remove it"))
  }
}
