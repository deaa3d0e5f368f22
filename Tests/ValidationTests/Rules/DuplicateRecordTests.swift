import Domain
import Testing
import Validation

struct DuplicateRecordTests {
  @Test func `a duplicate in one file is told with the line of the first`() throws {
    try expect(
      pair(.duplicateRecord, "Trồng tỏi,KT,2023,", other: place(line: 2, record: 2)),
      Expected(
        severity: .error, place: place(line: 3, record: 3, column: "Tên mô hình"),
        value: "Trồng tỏi", see: "submissions/2023/an-luu.csv:2",
        vietnamese: "trùng với dòng 2 cùng tệp (“Trồng tỏi”); bản ghi này không được tính, hãy xóa "
          + "một trong hai hoặc ghi rõ tổ chức, thôn nếu là hai mô hình",
        english: "the same as line 2 of this file (“Trồng tỏi”); this record is not counted, "
          + "remove one of the two, or write owner or hamlet if they are two models"))
  }

  @Test func `a duplicate in two files is told with the file of the first`() throws {
    let other = Place(path: "submissions/2023/an-luu-bo-sung.csv", line: 9, record: 9)
    try expect(
      pair(.duplicateRecord, "Trồng tỏi,KT,2023,", other: other),
      Expected(
        severity: .error, place: place(line: 3, record: 3, column: "Tên mô hình"),
        value: "Trồng tỏi", see: "submissions/2023/an-luu-bo-sung.csv:9",
        vietnamese: "trùng với submissions/2023/an-luu-bo-sung.csv:9 (“Trồng tỏi”); bản ghi này "
          + "không được tính, hãy xóa một trong hai hoặc ghi rõ tổ chức, thôn nếu là hai mô hình",
        english: "the same as submissions/2023/an-luu-bo-sung.csv:9 (“Trồng tỏi”); this record is "
          + "not counted, remove one of the two, or write owner or hamlet if they are two models"))
  }

  @Test func `a name that would break the line is shown safely and not endlessly`() throws {
    let name = "A\u{1B}[31m\u{202E}" + String(repeating: "x", count: 100)
    let finding = try pair(.duplicateRecord, "\(name),KT,2023,", other: earlierFile)
      .finding(in: .english)
    let shown = "A\\u{1B}[31m\\u{202E}" + String(repeating: "x", count: 72)
    #expect(
      finding?.message == "the same as submissions/2021/an-luu.csv:7 (“\(shown)…”); this record is "
        + "not counted, remove one of the two, or write owner or hamlet if they are two models")
    #expect(finding?.value == shown + String(repeating: "x", count: 28))
  }
}
