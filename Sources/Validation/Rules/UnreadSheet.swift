import Domain

/// `unread-sheet`: another sheet of a workbook that has a header, too.
enum UnreadSheet: Rule {
  static let description = RuleDescription(
    .unreadSheet, .warning, .submission,
    meaning: BilingualText(
      "Sổ còn tờ khác cũng có dòng tiêu đề; chỉ tờ hiện đầu tiên có tiêu đề được đọc.",
      "Another sheet of the workbook has a header, too; only the first one that is shown is read."),
    example: BilingualText(
      "Tờ “2022” đứng sau tờ “2023” trong cùng sổ",
      "A sheet “2022” behind the sheet “2023” of one workbook"),
    advice: BilingualText(
      "Nếu tờ đó cũng là báo cáo, lưu thành tệp riêng; nếu không, bỏ nó khỏi sổ.",
      "If that sheet is a report, too, save it as a file of its own; if not, remove it."))

  static func check(_ reading: SubmissionReading, in submission: SubmissionContext) -> [Finding] {
    guard let sheet = reading.sheet else { return [] }
    let isRead = sheet.headerRecord > 0
    return sheet.unreadSheets.map { name in
      finding(
        at: Place(path: reading.file.path), value: name,
        submission.language(
          "tờ \(quoted(name)) cũng có dòng tiêu đề nhưng không được đọc"
            + (isRead ? ", chỉ đọc tờ \(quoted(sheet.name))" : " vì đang ẩn")
            + "; nếu tờ này là báo cáo, hãy \(isRead ? "lưu nó thành tệp riêng" : "cho hiện ra"), nếu "
            + "không, hãy bỏ nó khỏi sổ",
          "the sheet \(quoted(name)) has a header, too, and is not read"
            + (isRead ? "; only \(quoted(sheet.name)) is" : " since it is hidden")
            + "; if it is a report, \(isRead ? "save it as a file of its own" : "unhide it"), if not, "
            + "remove it from the workbook"))
    }
  }
}
