import Domain
import Testing
import Validation

struct RaggedRecordTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm,Số lượng\n"

  @Test func `a record with a cell too few is told with both numbers`() throws {
    try expect(
      .raggedRecord, in: Sent(Self.header + "Trồng tỏi KT,2023,2\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2), value: "3",
        vietnamese: "bản ghi có 3 ô nhưng tiêu đề có 4 cột; hãy kiểm tra dấu phân cách, và đặt ô "
          + "chứa dấu đó trong ngoặc kép",
        english: "the record has 3 cells but the header has 4 columns; check the delimiters, and "
          + "quote cells that hold one"))
  }

  @Test(arguments: ["Trồng tỏi,,2023", "Trồng tỏi,KT,2O23,V,dôi", "Trồng tỏi,KT,2023,2,,x"])
  func `a ragged record is rejected for the sender and not judged further`(_ record: String) throws
  {
    let found = try reviewed(Sent(Self.header + record + "\nNuôi dê,KT,2023,2\n"))
    #expect(found.rules == [.raggedRecord])
    #expect(found.review.excluded.map(\.key.ward) == [0])
    #expect(found.count(.rejected) == 1)
    #expect(found.admittedCount == 1)
  }

  @Test(arguments: [
    NearMiss("the width of the header", header + "Trồng tỏi,KT,2023,\n"),
    NearMiss("blank cells beyond it", header + "Trồng tỏi,KT,2023,2,, \n"),
    NearMiss("blank headings at its end", "Tên mô hình,Lĩnh vực,Năm,,\nTrồng tỏi,KT,2023\n"),
    NearMiss("a short total", header + "A,KT,2023,1\nTổng cộng,1\n"),
    NearMiss("a short footer", header + "A,KT,2023,1\nNgười lập biểu\n"),
  ]) func `a record of the right width is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .raggedRecord, in: miss)
    #expect(try reviewed(miss.sent).admittedCount == 1)
  }
}
