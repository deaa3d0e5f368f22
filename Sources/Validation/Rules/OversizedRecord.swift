import Domain

/// `oversized-record`: a record of more than 8 MiB.
enum OversizedRecord: RecordRule {
  static let description = RuleDescription(
    .oversizedRecord, .error, .record,
    meaning: BilingualText(
      "Bản ghi lớn hơn 8 MiB; bị loại.",
      "The record is larger than 8 MiB; it is rejected."),
    example: BilingualText(
      "Tệp bị nối thành một dòng duy nhất",
      "A file whose lines were all joined into one"),
    advice: BilingualText(
      "Kiểm tra dấu xuống dòng và dấu ngoặc kép ở chỗ đó.",
      "Check the line ends and the quotes there."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    guard let size = record.anomalies.oversizedRecord else { return nil }
    return finding(
      at: submission.place(of: record), value: String(size),
      submission.language(
        "bản ghi có \(size) byte, quá giới hạn \(SubmissionLimits.recordSize) byte, nên không đọc; hãy kiểm "
          + "tra dấu xuống dòng và dấu ngoặc kép",
        "the record has \(size) bytes, beyond the limit of \(SubmissionLimits.recordSize), and is not read; "
          + "check the line ends and the quotes"))
  }
}
