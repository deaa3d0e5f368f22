import Domain
import Testing
import Validation

struct UnreadFileTests {
  @Test func `a file that is not read is told with what to do`() {
    expect(
      .unreadFile,
      Expected(
        severity: .warning, place: Place(path: "submissions/2023/an-luu.xlsx"),
        vietnamese: "không đọc: không phải tệp .csv đặt ngay trong thư mục của kỳ; nếu là báo cáo, "
          + "hãy lưu dạng “CSV UTF-8” vào submissions/<kỳ>/, nếu không hãy chuyển đi",
        english: "not read: no .csv file right in the folder of a period; if it is a report, save "
          + "it as “CSV UTF-8” in submissions/<period>/, if not, move it away")
    ) { WorkspaceReview.unreadFiles(["submissions/2023/an-luu.xlsx"], in: rules(for: $0)) }
  }

  @Test func `each unread file has its finding`() {
    let found = WorkspaceReview.unreadFiles(["a.xlsx", "b.txt"], in: rules(for: .english))
    #expect(found.map(\.place.path) == ["a.xlsx", "b.txt"])
    #expect(WorkspaceReview.unreadFiles([], in: rules(for: .english)).isEmpty)
  }
}
