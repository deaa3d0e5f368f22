import Domain
import Testing

struct DuplicateColumnTests {
  @Test func `two headings for one column are told at the second`() throws {
    try expect(
      .duplicateColumn, in: Sent("Tên mô hình,Lĩnh vực,Năm,Năm đăng ký\nTrồng tỏi,KT,2023,2022\n"),
      Expected(
        severity: .error, place: place(line: 1, record: 1, column: "Năm đăng ký"), value: "year",
        vietnamese:
          "hai tiêu đề “Năm” và “Năm đăng ký” cùng chỉ cột “Năm” (year) nên mọi bản "
          + "ghi trong tệp bị loại; hãy giữ một cột",
        english: "the headings “Năm” and “Năm đăng ký” both mean the column year, so all records "
          + "of the file are rejected; keep one of them"))
  }

  @Test func `one finding for each column, however often it is repeated`() throws {
    let found = try reviewed(
      Sent("Tên mô hình,Lĩnh vực,Năm,Năm,Năm,Quý,quarter\nTrồng tỏi,KT,2O23,,,V,\n"))
    #expect(found.findings.map(\.value) == ["year", "quarter"].sorted { $0 > $1 })
    #expect(found.rules == [.duplicateColumn, .duplicateColumn])
    #expect(found.count(.rejected) == 1)
    #expect(found.admittedCount == 0)
  }

  @Test(arguments: [
    NearMiss("the number column", "STT,TT,Tên mô hình,Lĩnh vực,Năm\n1,1,Trồng tỏi,KT,2023\n"),
    NearMiss(
      "unknown headings", "Tên mô hình,Lĩnh vực,Năm,Kinh phí,Kinh phí\nTrồng tỏi,KT,2023,,\n"),
  ]) func `what may repeat is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .duplicateColumn, in: miss)
    #expect(try reviewed(miss.sent).admittedCount == 1)
  }
}
