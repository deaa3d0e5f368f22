import Domain

/// `unread-file`: something under `submissions/` that is no submission (SPEC §2).
enum UnreadFile: Rule {
  static let description = RuleDescription(
    .unreadFile, .warning, .workspace,
    meaning: BilingualText(
      "Trong submissions có tệp không phải .csv, hoặc thư mục nằm sâu hơn một kỳ; không đọc.",
      "There is a file under submissions that is no .csv, or a folder deeper than a period; it is not read."
    ),
    example: BilingualText(
      "submissions/2023/an-luu.xlsx",
      "submissions/2023/an-luu.xlsx"),
    advice: BilingualText(
      "Nếu là báo cáo, lưu lại dạng “CSV UTF-8” ngay trong thư mục của kỳ; nếu không, chuyển đi chỗ khác.",
      "If it is a report, save it as “CSV UTF-8” right in the folder of its period; if not, move it away."
    ))

  static func check(_ path: String, in language: Language) -> Finding {
    finding(
      at: Place(path: path),
      language(
        "không đọc: không phải tệp .csv đặt ngay trong thư mục của kỳ; nếu là báo cáo, hãy lưu "
          + "dạng “CSV UTF-8” vào submissions/<kỳ>/, nếu không hãy chuyển đi",
        "not read: no .csv file right in the folder of a period; if it is a report, save it as "
          + "“CSV UTF-8” in submissions/<period>/, if not, move it away"))
  }
}
