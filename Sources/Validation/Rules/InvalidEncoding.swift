import Domain

/// `invalid-encoding`: ill-formed UTF-8 or UTF-16 in a record (SPEC §3).
enum InvalidEncoding: RecordRule {
  static let description = RuleDescription(
    .invalidEncoding, .error, .record,
    meaning: BilingualText(
      "Bản ghi có byte không phải UTF-8 (hoặc UTF-16 có dấu BOM); bị loại.",
      "The record holds bytes that are not UTF-8 (or UTF-16 with its mark); it is rejected."),
    example: BilingualText(
      "Tệp lưu bằng bảng mã TCVN3 hay VNI",
      "A file saved in TCVN3 or VNI"),
    advice: BilingualText(
      "Mở tệp, chọn lưu lại dạng “CSV UTF-8”, và kiểm tra dấu tiếng Việt.",
      "Open the file, save it as “CSV UTF-8”, and check the Vietnamese letters."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    guard record.anomalies.isIllFormed else { return nil }
    return finding(
      at: submission.place(of: record),
      submission.language(
        "có byte không phải UTF-8, chữ ở dòng này không đọc được; hãy lưu lại tệp dạng “CSV UTF-8” "
          + "rồi gửi lại",
        "there are bytes that are not UTF-8, so this record cannot be read; save the file as "
          + "“CSV UTF-8” and send it again"))
  }
}
