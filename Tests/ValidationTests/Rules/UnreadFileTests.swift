import Domain
import Testing
import Validation

struct UnreadFileTests {
  private func found(_ reason: UnreadEntry.Reason, _ language: Language) -> [Finding] {
    WorkspaceReview.unreadFiles(
      [UnreadEntry(path: "submissions/2023/an-luu.xlsx", reason: reason)], in: rules(for: language))
  }

  private func expected(_ vietnamese: String, _ english: String) -> Expected {
    Expected(
      severity: .warning, place: Place(path: "submissions/2023/an-luu.xlsx"),
      vietnamese: vietnamese, english: english)
  }

  @Test func `a file that is not read is told with what to do`() {
    expect(
      .unreadFile,
      expected(
        "không đọc: không phải tệp .csv; nếu là báo cáo, hãy lưu dạng “CSV UTF-8” vào "
          + "submissions/<kỳ>/, nếu không hãy chuyển đi",
        "not read: not a .csv file; if it is a report, save it as “CSV UTF-8” in "
          + "submissions/<period>/, if not, move it away")
    ) { found(.notCSV, $0) }
  }

  @Test func `a folder too deep is told with where its files belong`() {
    expect(
      .unreadFile,
      expected(
        "không đọc: thư mục nằm trong thư mục của kỳ; hãy chuyển các tệp .csv trong đó ra ngay "
          + "submissions/<kỳ>/",
        "not read: a folder inside the folder of a period; move its .csv files right into "
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
    let entries = ["a.xlsx", "b.txt"].map { UnreadEntry(path: $0, reason: .notCSV) }
    let found = WorkspaceReview.unreadFiles(entries, in: rules(for: .english))
    #expect(found.map(\.place.path) == ["a.xlsx", "b.txt"])
    #expect(WorkspaceReview.unreadFiles([], in: rules(for: .english)).isEmpty)
  }
}
