import Domain
import Testing
import Validation

struct WardInferredTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm,Đơn vị\n"

  @Test func `a blank ward is told with the ward it counts for`() throws {
    try expect(
      .wardInferred, in: Sent(Self.header + "Trồng tỏi,KT,2023,\n"),
      Expected(
        severity: .info, place: place(line: 2, record: 2, column: "Đơn vị"),
        vietnamese:
          "cột “Đơn vị” để trống nên tính cho đơn vị nộp, Phường An Lưu; hãy ghi rõ nếu là "
          + "đơn vị khác",
        english: "the “Đơn vị” cell is blank, so the record counts for its sender, Phường An Lưu; "
          + "write the ward if it is another"))
  }

  @Test func `an inferred ward rejects nothing`() throws {
    let found = try reviewed(Sent(Self.header + "Trồng tỏi,KT,2023,\n").by(.ward(1)))
    #expect(found.rules == [.wardInferred])
    #expect(found.review.admitted.map(\.ward) == [1])
  }

  @Test(arguments: [
    NearMiss("a ward that is written", header + "Trồng tỏi,KT,2023,An Lưu\n"),
    NearMiss("no such column", "Tên mô hình,Lĩnh vực,Năm\nTrồng tỏi,KT,2023\n"),
    NearMiss("settings that require it", Sent(header + "A,KT,2023,\n").requiring(.ward)),
    NearMiss("an organization's file", Sent(header + "A,KT,2023,\n").by(.organization(0))),
    NearMiss("a dash, which is no blank", header + "Trồng tỏi,KT,2023,-\n"),
  ]) func `only a blank cell under a column in a ward's file is inferred`(_ miss: NearMiss) throws {
    try expectSilence(of: .wardInferred, in: miss)
  }
}
