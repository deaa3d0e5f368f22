import Domain
import Vietnamese

/// `damaged-workbook`: a workbook that cannot be read.
enum DamagedWorkbook: Rule {
  static let description = RuleDescription(
    .damagedWorkbook, .error, .submission,
    meaning: BilingualText(
      "Sổ .xlsx bị hỏng hoặc vượt giới hạn; không đọc được gì.",
      "An .xlsx workbook is damaged or beyond the limits; nothing of it is read."),
    example: BilingualText(
      "Tệp tải về dở dang",
      "A file that was only half downloaded"),
    advice: BilingualText(
      "Xin lại tệp, mở thử bằng Excel hoặc LibreOffice, lưu lại rồi gửi.",
      "Ask for the file again, try to open it in Excel or LibreOffice, save it and send that."))

  static func check(_ reading: SubmissionReading, in submission: SubmissionContext) -> Finding? {
    guard case .damagedWorkbook(let reason) = reading.fault else { return nil }
    return finding(
      at: Place(path: reading.file.path),
      submission.language(
        "sổ này bị hỏng hoặc không trọn vẹn, nên không bản ghi nào được đọc; hãy mở bằng Excel hoặc "
          + "LibreOffice, lưu lại thành .xlsx rồi gửi lại",
        "this workbook is damaged, so that no record is read (\(displayed(reason))); open it in Excel or "
          + "LibreOffice, save it as .xlsx and send it again"))
  }
}
