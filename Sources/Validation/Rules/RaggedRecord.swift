import Domain

/// `ragged-record`: fewer cells than the header, or more with content (SPEC §3).
enum RaggedRecord: RecordRule {
  static let description = RuleDescription(
    .raggedRecord, .error, .record,
    meaning: BilingualText(
      "Bản ghi thiếu ô, hoặc thừa ô có chữ, so với tiêu đề; bị loại vì có thể mất dấu phân cách.",
      "The record has fewer cells than the header, or filled ones beyond it; it is rejected, since a delimiter may be lost."
    ),
    example: BilingualText(
      "Tiêu đề có 6 cột, bản ghi có 5 ô",
      "6 columns in the header, 5 cells in the record"),
    advice: BilingualText(
      "Kiểm tra dấu phân cách, và đặt ô có dấu phẩy trong ngoặc kép.",
      "Check the delimiters, and quote cells that hold one."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    guard record.isRagged, let header = submission.header else { return nil }
    return finding(
      at: submission.place(of: record), value: String(record.cellCount),
      submission.language(
        "bản ghi có \(record.cellCount) ô nhưng tiêu đề có \(header.headings.count) cột; hãy kiểm "
          + "tra dấu phân cách, và đặt ô chứa dấu đó trong ngoặc kép",
        "the record has \(record.cellCount) cells but the header has \(header.headings.count) "
          + "columns; check the delimiters, and quote cells that hold one"))
  }
}
