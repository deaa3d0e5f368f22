import Domain
import TestSupport
import Testing

struct UnreadSheetTests {
  private static let header = HandmadeSheets.rows([["Tên mô hình", "Lĩnh vực", "Năm"]])

  @Test func `another sheet with a header is told with what to do`() throws {
    var sheets = HandmadeSheets()
    sheets.add("2023", rows: Self.header)
    sheets.add("2022", rows: Self.header)
    try expect(
      .unreadSheet, in: Sent(bytes: sheets.bytes),
      Expected(
        severity: .warning, place: place(), value: "2022",
        vietnamese:
          "tờ “2022” cũng có dòng tiêu đề nhưng không được đọc, chỉ đọc tờ “2023”; nếu tờ này là báo "
          + "cáo, hãy lưu nó thành tệp riêng, nếu không, hãy bỏ nó khỏi sổ",
        english:
          "the sheet “2022” has a header, too, and is not read; only “2023” is; if it is a report, save "
          + "it as a file of its own, if not, remove it from the workbook"))
  }

  @Test func `a hidden sheet that is the only one with a header is told to be shown`() throws {
    var sheets = HandmadeSheets([["x"]])
    sheets.add("2022", rows: Self.header, isHidden: true)
    try expect(
      .unreadSheet, in: Sent(bytes: sheets.bytes),
      Expected(
        severity: .warning, place: place(), value: "2022",
        vietnamese:
          "tờ “2022” cũng có dòng tiêu đề nhưng không được đọc vì đang ẩn; nếu tờ này là báo cáo, hãy "
          + "cho hiện ra, nếu không, hãy bỏ nó khỏi sổ",
        english:
          "the sheet “2022” has a header, too, and is not read since it is hidden; if it is a report, "
          + "unhide it, if not, remove it from the workbook"))
  }

  @Test func `sheets without a header are not told`() throws {
    var sheets = HandmadeSheets()
    sheets.add("2023", rows: Self.header)
    sheets.add("Hướng dẫn", rows: HandmadeSheets.rows([["Tên mô hình"]]))
    try expectSilence(of: .unreadSheet, in: NearMiss("notes", Sent(bytes: sheets.bytes)))
  }
}
