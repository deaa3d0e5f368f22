import Domain
import Testing
import Validation

struct WardMismatchTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm,Đơn vị\n"

  @Test func `a ward that is not the sender is told with both`() throws {
    try expect(
      .wardMismatch, in: Sent(Self.header + "Trồng tỏi,KT,2023,P. Hiệp An\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Đơn vị"), value: "P. Hiệp An",
        vietnamese:
          "ghi Phường Hiệp An trong tệp của Phường An Lưu (mô hình “Trồng tỏi”); hãy sửa ô "
          + "này, hoặc chuyển dòng sang tệp của Hiệp An",
        english: "names Phường Hiệp An in the file of Phường An Lưu (model “Trồng tỏi”); correct "
          + "the cell, or move the record to the file of Hiệp An"))
  }

  @Test func `a mismatch is rejected for the ward that its cell names`() throws {
    let found = try reviewed(Sent(Self.header + "Trồng tỏi,KT,2023,10735\n"))
    #expect(found.rules == [.wardMismatch])
    #expect(found.review.excluded.map(\.key.ward) == [1])
    #expect(found.count(.rejected) == 1)
  }

  @Test(arguments: [
    NearMiss("its name", header + "Trồng tỏi,KT,2023,an lưu\n"),
    NearMiss("its kind and name", header + "Trồng tỏi,KT,2023,Phường An Lưu\n"),
    NearMiss("its code", header + "Trồng tỏi,KT,2023,10675\n"),
    NearMiss(
      "another ward for an organization", Sent(header + "A,KT,2023,VP\n").by(.organization(0))),
    NearMiss("another ward for an unknown sender", Sent(header + "A,KT,2023,VP\n").by(.unknown)),
    NearMiss("a ward that nobody knows", header + "A,KT,2023,Hải Dương\n"),
  ]) func `the ward of the sender is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .wardMismatch, in: miss)
  }
}
