import Domain
import Testing
import Validation

struct UnreadFileTests {
  private func found(_ reason: UnreadEntry.Reason, _ language: Language) -> [Finding] {
    WorkspaceReview.unreadFiles(
      [UnreadEntry(path: "submissions/2023/an-luu.xls", reason: reason)], in: rules(for: language))
  }

  private func expected(_ vietnamese: String, _ english: String) -> Expected {
    Expected(
      severity: .warning, place: Place(path: "submissions/2023/an-luu.xls"),
      vietnamese: vietnamese, english: english)
  }

  @Test func `a file that is not read is told with what to do`() {
    expect(
      .unreadFile,
      expected(
        "không đọc: không phải tệp .xlsx hay .csv; nếu là báo cáo, hãy lưu thành .xlsx hoặc “CSV "
          + "UTF-8” vào submissions/<kỳ>/, nếu không hãy chuyển đi",
        "not read: neither an .xlsx nor a .csv file; if it is a report, save it as .xlsx or “CSV "
          + "UTF-8” in submissions/<period>/, if not, move it away")
    ) { found(.notCSV, $0) }
  }

  @Test func `a file of a known kind is told by its name with what to do`() {
    expect(
      .unreadFile,
      expected(
        "không đọc: đây là sổ Excel kiểu cũ (.xls); nếu là báo cáo, hãy mở bằng Excel hoặc LibreOffice, "
          + "lưu thành “Excel Workbook (.xlsx)” rồi gửi lại; nếu không, hãy chuyển đi",
        "not read: this is an old Excel workbook (.xls); if it is a report, open it in Excel or "
          + "LibreOffice, save it as “Excel Workbook (.xlsx)” and send it again; if not, move it away"
      )
    ) { found(.foreign(.oldWorkbook), $0) }
  }

  @Test func `a folder too deep is told with where its files belong`() {
    expect(
      .unreadFile,
      expected(
        "không đọc: thư mục nằm trong thư mục của kỳ; hãy chuyển các tệp trong đó ra ngay "
          + "submissions/<kỳ>/",
        "not read: a folder inside the folder of a period; move its files right into "
          + "submissions/<period>/")
    ) { found(.folder, $0) }
  }

  @Test func `a name that is no UTF-8 is told as such`() {
    expect(
      .unreadFile,
      expected(
        "không đọc: tên tệp có byte không phải UTF-8; hãy đổi tên tệp theo đơn vị gửi, như "
          + "“an-luu.csv”",
        "not read: the file name holds bytes that are not UTF-8; rename the file after its sender, "
          + "such as “an-luu.csv”")
    ) { found(.nameNotUTF8, $0) }
  }

  @Test func `each unread file has its finding`() {
    let entries = ["a.xls", "b.txt"].map { UnreadEntry(path: $0, reason: .notCSV) }
    let found = WorkspaceReview.unreadFiles(entries, in: rules(for: .english))
    #expect(found.map(\.place.path) == ["a.xls", "b.txt"])
    #expect(WorkspaceReview.unreadFiles([], in: rules(for: .english)).isEmpty)
  }

  @Test func `a name with characters that nobody sees is told as such`() {
    expect(
      .unreadFile,
      expected(
        "không đọc: tên tệp có ký tự điều khiển hoặc ký tự ẩn; hãy đổi tên tệp theo đơn vị gửi, như "
          + "“an-luu.csv”",
        "not read: the file name holds control or hidden characters; rename the file after its "
          + "sender, such as “an-luu.csv”")
    ) { found(.nameHidden, $0) }
  }
}
