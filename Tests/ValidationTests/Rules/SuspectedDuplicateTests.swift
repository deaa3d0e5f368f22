import Domain
import Testing

struct SuspectedDuplicateTests {
  @Test func `a like name is told with the earliest that fits`() throws {
    try expect(
      pair(.suspectedDuplicate, "Trồng tói,KT,2023,", other: place(line: 2, record: 2)),
      Expected(
        severity: .warning, place: place(line: 3, record: 3, column: "Tên mô hình"),
        value: "Trồng tói", see: "submissions/2023/an-luu.csv:2",
        vietnamese: "“Trồng tói” có thể là một với dòng 2 cùng tệp (tên giống nhau, hoặc chỉ khác "
          + "dấu, khoảng trắng); đang tính cả hai: nếu là một, hãy ghi tên, thôn, tổ chức giống "
          + "nhau; nếu là hai, hãy ghi rõ thôn của mỗi mô hình; hoặc ghi quyết định vào decisions.csv",
        english: "“Trồng tói” may be the same as line 2 of this file (the names are the same, or "
          + "differ in diacritics or spaces only); both are counted: if they are one, write name, "
          + "hamlet and owner the same; if they are two, write the hamlet of each; or write the "
          + "decision into decisions.csv"))
  }
}
