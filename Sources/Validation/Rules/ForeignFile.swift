import Domain

/// `foreign-format`: a submission by its name that is neither CSV nor a workbook by its content.
enum ForeignFile: Rule {
  static let description = RuleDescription(
    .foreignFormat, .error, .submission,
    meaning: BilingualText(
      "Tệp mang tên báo cáo (.xlsx, .csv) nhưng nội dung là loại tệp khác; không đọc được gì.",
      "A file named like a submission (.xlsx, .csv) is of another kind; nothing of it is read."),
    example: BilingualText(
      "Sổ .xls, .ods, tệp PDF hay .zip được đổi đuôi thành .xlsx; sổ có mật khẩu",
      "An .xls, .ods, PDF or .zip file renamed to .xlsx; a workbook with a password"),
    advice: BilingualText(
      "Mở bằng Excel hoặc LibreOffice, lưu thành .xlsx (không đổi đuôi bằng tay) rồi gửi lại.",
      "Open it in Excel or LibreOffice, save it as .xlsx (do not rename it) and send it again."))

  static func check(_ reading: SubmissionReading, in submission: SubmissionContext) -> Finding? {
    guard case .foreign(let format) = reading.fault else { return nil }
    let language = submission.language
    return finding(
      at: Place(path: reading.file.path),
      language(
        "tệp này là \(format.name(in: language)) nên không bản ghi nào được đọc; "
          + format.advice(in: language),
        "this file is \(format.name(in: language)), so that no record is read; "
          + format.advice(in: language)))
  }
}
