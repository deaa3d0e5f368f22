import Domain
import Testing

struct UnknownColumnTests {
  @Test func `a heading that is not recognised is told by name`() throws {
    try expect(
      .unknownColumn,
      in: Sent("Tên mô hình,Lĩnh vực,Năm,Kinh phí (triệu đồng)\nTrồng tỏi,KT,2023,5\n"),
      Expected(
        severity: .info, place: place(line: 1, record: 1, column: "Kinh phí (triệu đồng)"),
        vietnamese: "không nhận ra cột “Kinh phí (triệu đồng)” nên không dùng; nếu cần, hãy khai "
          + "tên này vào columns của kheo.yml",
        english: "the column “Kinh phí (triệu đồng)” is not recognised and not used; if it "
          + "matters, enter the heading under columns in kheo.yml"))
  }

  @Test func `a heading within one edit of a known one is told as a slip`() throws {
    try expect(
      .unknownColumn, in: Sent("Tên mô hình,Lĩnh vực,Năm,Ghi chu\nTrồng tỏi,KT,2023,\n"),
      Expected(
        severity: .info, place: place(line: 1, record: 1, column: "Ghi chu"),
        vietnamese:
          "không nhận ra cột “Ghi chu” nên không dùng; có phải “Ghi chú”? Hãy sửa tiêu đề",
        english: "the column “Ghi chu” is not recognised and not used; did you mean “Ghi chú”? "
          + "Correct the heading"))
  }

  @Test func `a blank heading before the last is told by its position`() throws {
    try expect(
      .unknownColumn, in: Sent("Tên mô hình,,Lĩnh vực,Năm\nTrồng tỏi,,KT,2023\n"),
      Expected(
        severity: .info, place: place(line: 1, record: 1),
        vietnamese: "cột thứ 2 không có tiêu đề nên không được dùng; hãy ghi tiêu đề nếu cần",
        english: "column 2 has no heading and is not used; give it one if it matters"))
  }

  @Test func `each unknown heading has its finding, and none rejects a record`() throws {
    let found = try reviewed(Sent("Tên mô hình,Lĩnh vực,Năm,B,B,A\nTrồng tỏi,KT,2023,,,\n"))
    #expect(found.findings.map(\.place.column) == ["A", "B", "B"])
    #expect(found.admittedCount == 1)
  }

  @Test(arguments: [
    NearMiss("blank headings at the end", "Tên mô hình,Lĩnh vực,Năm,,\nTrồng tỏi,KT,2023,,\n"),
    NearMiss(
      "columns that are known and not counted",
      "Tên mô hình,Lĩnh vực,Năm,Loại,Chủ thể,Cấp công nhận,Ghi chú\nTrồng tỏi,KT,2023,,,,\n"),
  ]) func `a heading that is known is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .unknownColumn, in: miss)
  }
}
