import Domain

/// `unread-file`: something under `submissions/` that is no submission (SPEC §2).
enum UnreadFile: Rule {
  static let description = RuleDescription(
    .unreadFile, .warning, .workspace,
    meaning: BilingualText(
      "Trong submissions có tệp không phải .xlsx hay .csv, hoặc thư mục nằm sâu hơn một kỳ; không đọc.",
      "There is a file under submissions that is neither .xlsx nor .csv, or a folder deeper than a period; it is not read."
    ),
    example: BilingualText(
      "submissions/2023/an-luu.xls",
      "submissions/2023/an-luu.xls"),
    advice: BilingualText(
      "Nếu là báo cáo, lưu lại thành .xlsx hoặc “CSV UTF-8” ngay trong thư mục của kỳ; nếu không, chuyển đi chỗ khác.",
      "If it is a report, save it as .xlsx or “CSV UTF-8” right in the folder of its period; if not, move it away."
    ))

  static func check(_ entry: UnreadEntry, in language: Language) -> Finding {
    finding(at: Place(path: entry.path), message(entry.reason, language))
  }

  private static func message(_ reason: UnreadEntry.Reason, _ language: Language) -> String {
    switch reason {
    case .notCSV:
      language(
        "không đọc: không phải tệp .xlsx hay .csv; nếu là báo cáo, hãy lưu thành .xlsx hoặc “CSV "
          + "UTF-8” vào submissions/<kỳ>/, nếu không hãy chuyển đi",
        "not read: neither an .xlsx nor a .csv file; if it is a report, save it as .xlsx or “CSV "
          + "UTF-8” in submissions/<period>/, if not, move it away")
    case .foreign(let format):
      language(
        "không đọc: đây là \(format.name(in: language)); nếu là báo cáo, \(format.advice(in: language)); nếu "
          + "không, hãy chuyển đi",
        "not read: this is \(format.name(in: language)); if it is a report, \(format.advice(in: language)); "
          + "if not, move it away")
    case .folder:
      language(
        "không đọc: thư mục nằm trong thư mục của kỳ; hãy chuyển các tệp trong đó ra ngay "
          + "submissions/<kỳ>/",
        "not read: a folder inside the folder of a period; move its files right into "
          + "submissions/<period>/")
    case .nameHidden:
      language(
        "không đọc: tên tệp có ký tự điều khiển hoặc ký tự ẩn; hãy đổi tên tệp theo đơn vị gửi, như "
          + "“an-luu.csv”",
        "not read: the file name holds control or hidden characters; rename the file after its "
          + "sender, such as “an-luu.csv”")
    case .nameNotUTF8:
      language(
        "không đọc: tên tệp có byte không phải UTF-8; hãy đổi tên tệp theo đơn vị gửi, như “an-luu.csv”",
        "not read: the file name holds bytes that are not UTF-8; rename the file after its sender, "
          + "such as “an-luu.csv”")
    }
  }
}
