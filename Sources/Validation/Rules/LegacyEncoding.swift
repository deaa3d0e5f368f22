import Domain

/// `legacy-encoding`: a file in an encoding from before Unicode, or without the mark that tells its own.
enum LegacyEncoding: Rule {
  static let description = RuleDescription(
    .legacyEncoding, .warning, .submission,
    meaning: BilingualText(
      "Tệp dùng bảng mã cũ, hoặc từng bị đọc nhầm bảng mã; kheo nhận ra và đã chuyển sang Unicode.",
      "The file is in an old encoding, or was once misread; kheo recognised it and read it as Unicode."
    ),
    example: BilingualText(
      "Tệp gõ bằng phông .VnTime (TCVN3)",
      "A file typed in .VnTime fonts (TCVN3)"),
    advice: BilingualText(
      "Xem lại dấu và chữ hoa của các tên, rồi gửi lại tệp dạng “CSV UTF-8”.",
      "Check the diacritics and capitals of the names, and send the file as “CSV UTF-8”."))

  static func check(_ reading: SubmissionReading, in submission: SubmissionContext) -> Finding? {
    guard let encoding = reading.textEncoding, encoding.isLegacy else { return nil }
    let name = encoding.name(in: submission.language)
    if !encoding.isOldFont {
      return finding(
        at: Place(path: reading.file.path), value: encoding.rawValue,
        submission.language(
          "bảng mã của tệp là \(name), kheo đã nhận ra và đọc đúng; lần sau trong Excel hãy chọn Lưu dưới dạng "
            + "“CSV UTF-8”",
          "the encoding of the file is \(name), which kheo recognised and read; the next time choose Save As "
            + "“CSV UTF-8” in Excel"))
    }
    return finding(
      at: Place(path: reading.file.path), value: encoding.rawValue,
      submission.language(
        "bảng mã của tệp là \(name), đã được chuyển sang Unicode; hãy xem lại dấu và chữ hoa của "
          + "các tên, rồi chuyển mã tệp sang Unicode (bằng công cụ chuyển mã như UniKey), đổi phông, và trong Excel chọn "
          + "Lưu dưới dạng “CSV UTF-8”",
        "the encoding of the file is \(name), and it was read as Unicode; check the diacritics and "
          + "capitals of the names, then convert the text to Unicode (with a tool such as UniKey), change the font, "
          + "and choose Save As “CSV UTF-8” in Excel"))
  }
}
