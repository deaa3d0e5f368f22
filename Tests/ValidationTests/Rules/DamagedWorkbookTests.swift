import Domain
import TestSupport
import Testing

struct DamagedWorkbookTests {
  @Test func `a workbook that cannot be read is told with why`() throws {
    try expect(
      .damagedWorkbook,
      in: Sent(bytes: HandmadeSheets(rows: "<row r=\"2\"/><row r=\"1\"/>").bytes),
      Expected(
        severity: .error, place: place(),
        vietnamese:
          "sổ này bị hỏng hoặc không trọn vẹn, nên không bản ghi nào được đọc; hãy mở "
          + "bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi gửi lại",
        english:
          "this workbook is damaged, so that no record is read (xl/worksheets/sheet0.xml: row 1); open "
          + "it in Excel or LibreOffice, save it as .xlsx and send it again"))
  }

  @Test func `half a download is damaged, and nothing else is said of it`() throws {
    let whole = HandmadeSheets([["Tên mô hình", "Lĩnh vực", "Năm"], ["a", "KT", "2023"]]).bytes
    let found = try reviewed(Sent(bytes: Array(whole.prefix(whole.count / 2))))
    #expect(found.rules == [.damagedWorkbook])
    #expect(found.reading.encoding == .workbook)
  }

  @Test func `a whole workbook is not`() throws {
    try expectSilence(
      of: .damagedWorkbook,
      in: NearMiss(
        "whole", Sent(rows: [["Tên mô hình", "Lĩnh vực", "Năm"], ["a", "KT", "2023"]])))
  }
}
