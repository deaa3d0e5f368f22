import Domain
import Testing
import Validation

struct MissingColumnTests {
  @Test func `a missing field column is told at the header with what to do`() throws {
    try expect(
      .missingColumn, in: Sent("Báo cáo\nTên mô hình,Nhóm,Năm,Quý\nTrồng tỏi,KT,2023,\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2), value: "field",
        vietnamese: "thiếu cột “Lĩnh vực” (field) nên mọi bản ghi trong tệp bị loại; hãy thêm cột "
          + "này, hoặc khai tên cột đơn vị dùng vào columns của kheo.yml",
        english: "the column “Lĩnh vực” (field) is missing, so all records of the file are "
          + "rejected; add it, or enter its heading under columns in kheo.yml"))
  }

  @Test func `each missing column has its finding, and no record is judged`() throws {
    let found = try reviewed(Sent("Tên mô hình,Quý,Số lượng\n…,V,2 tổ\nNuôi dê,1,2\n"))
    #expect(found.rules == [.missingColumn, .missingColumn])
    #expect(found.findings.map(\.value) == ["field", "year"])
    #expect(found.count(.rejected) == 2)
    #expect(found.admittedCount == 0)
  }

  @Test(arguments: [Submitter.organization(0), .unknown])
  func `where no ward submits, the ward column is required`(_ submitter: Submitter) throws {
    let found = try reviewed(
      Sent("Tên mô hình,Lĩnh vực,Năm\nTrồng tỏi,KT,2023\n").by(submitter))
    #expect(found.findings(of: .missingColumn).map(\.value) == ["ward"])
    #expect(found.review.excluded.keys.map(\.ward) == [nil])
  }

  @Test func `a column that the settings require is required`() throws {
    let found = try reviewed(
      Sent("Tên mô hình,Lĩnh vực,Năm\nTrồng tỏi,KT,2023\n").requiring(.kind, .ward))
    #expect(found.findings.map(\.value) == ["kind", "ward"])
  }

  @Test(arguments: [
    NearMiss("name, field and year", "Tên mô hình,Lĩnh vực,Năm\nTrồng tỏi,KT,2023\n"),
    NearMiss(
      "no ward in a ward's file", Sent("Tên mô hình,Lĩnh vực,Năm\nA,KT,2023\n").by(.ward(1))),
    NearMiss("no header at all", "Trồng tỏi,KT,2023\n"),
  ]) func `nothing else is required`(_ miss: NearMiss) throws {
    try expectSilence(of: .missingColumn, in: miss)
  }
}
