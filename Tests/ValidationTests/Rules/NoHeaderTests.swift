import Domain
import Testing
import Validation

struct NoHeaderTests {
  private let sent = Sent("Trồng tỏi,KT,2023\nNuôi dê,KT,\n\n")

  @Test func `a file without a header is told with how many records it costs`() throws {
    try expect(
      .noHeader, in: sent,
      Expected(
        severity: .error, place: place(),
        vietnamese: "không tìm thấy dòng tiêu đề trong 30 dòng đầu nên 2 bản ghi bị loại; hãy thêm "
          + "dòng có “Tên mô hình” và ít nhất hai cột khác (“Lĩnh vực”, “Năm”)",
        english: "there is no header among the first 30 records, so all 2 data records are "
          + "rejected; add one with “Tên mô hình” and at least two more columns (“Lĩnh vực”, “Năm”)"
      ))
  }

  @Test func `without a header all records are rejected for the sender, and none is judged`() throws
  {
    let found = try reviewed(sent)
    #expect(found.rules == [.noHeader])
    #expect(found.count(.rejected) == 2)
    #expect(found.review.excluded.keys.map(\.ward) == [0])
    #expect(found.admittedCount == 0)
  }

  @Test func `a header below thirty records is not looked for`() throws {
    let titles = String(repeating: "Báo cáo\n", count: 30)
    let found = try reviewed(Sent(titles + "Tên mô hình,Lĩnh vực,Năm\nTrồng tỏi,KT,2023\n"))
    #expect(found.rules == [.noHeader])
    #expect(found.count(.rejected) == 32)
  }

  @Test(arguments: [
    NearMiss(
      "the thirtieth record",
      String(repeating: "Báo cáo\n", count: 29) + "Tên mô hình,Lĩnh vực,Năm\nTrồng tỏi,KT,2023\n"),
    NearMiss("ids", "name,field,year\nTrồng tỏi,KT,2023\n"),
    NearMiss("the number column counts", "STT,Tên mô hình,Năm\n1,Trồng tỏi,2023\n"),
    NearMiss("any letter case", "TÊN MÔ HÌNH,lĩnh vực,NĂM\nTrồng tỏi,KT,2023\n"),
  ]) func `a header that is there is found`(_ miss: NearMiss) throws {
    try expectSilence(of: .noHeader, in: miss)
  }
}
