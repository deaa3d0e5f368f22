import Domain

/// `empty-submission`: received, but without a data record (SPEC §3).
enum EmptySubmission: Rule {
  static let description = RuleDescription(
    .emptySubmission, .warning, .submission,
    meaning: BilingualText(
      "Tệp đã nhận nhưng không có bản ghi dữ liệu nào.",
      "The file was received but holds no data record."),
    example: BilingualText(
      "Tệp chỉ có dòng tiêu đề",
      "A file with a header and nothing else"),
    advice: BilingualText(
      "Hỏi lại đơn vị: kỳ này không có mô hình nào, hay gửi nhầm tệp?",
      "Ask the sender: is there nothing to report, or is it the wrong file?"))

  static func check(_ reading: SubmissionReading, in submission: SubmissionContext) -> Finding? {
    guard reading.records[.data] == 0, reading.fault == nil else { return nil }
    return finding(
      at: Place(path: reading.file.path),
      submission.language(
        "tệp không có bản ghi nào; hãy hỏi đơn vị: kỳ này không có mô hình hay gửi nhầm tệp",
        "the file holds no record; ask the sender whether there is nothing to report or it is "
          + "the wrong file"))
  }
}
