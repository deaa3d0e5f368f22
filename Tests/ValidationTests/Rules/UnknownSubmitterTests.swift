import Domain
import Testing

struct UnknownSubmitterTests {
  private let sent = Sent("Tên mô hình,Lĩnh vực,Năm,Đơn vị\nTrồng tỏi,KT,2023,An Lưu\n")
    .by(.unknown, path: "submissions/2023/an-luuu.csv")

  @Test func `a file name that nobody has is told with what to do`() throws {
    try expect(
      .unknownSubmitter, in: sent,
      Expected(
        severity: .error, place: Place(path: "submissions/2023/an-luuu.csv"),
        vietnamese: "không có xã, phường hay tổ chức nào mang tên tệp “an-luuu.csv”; có phải "
          + "“an-luu.csv”? Hãy đổi tên tệp theo đơn vị gửi (như “an-luu.csv”), hoặc thêm tên này vào aliases trong registers",
        english: "no ward or organization has the file name “an-luuu.csv”; did you mean "
          + "“an-luu.csv”? Rename the file after its sender (such as “an-luu.csv”), or add the name to the aliases in registers"
      ))
  }

  @Test func `records of an unknown submitter count when they name their ward`() throws {
    let found = try reviewed(sent)
    #expect(found.rules == [.unknownSubmitter])
    #expect(found.admittedCount == 1)
    #expect(found.count(.rejected) == 0)
  }

  @Test(arguments: [
    NearMiss("a ward's file", "Tên mô hình,Lĩnh vực,Năm\nTrồng tỏi,KT,2023\n"),
    NearMiss(
      "an organization's file",
      Sent("Tên mô hình,Lĩnh vực,Năm,Đơn vị\nTrồng tỏi,KT,2023,An Lưu\n").by(.organization(0))),
    NearMiss(
      "a file looked at outside a workspace",
      Sent("Tên mô hình,Lĩnh vực,Năm\nTrồng tỏi,KT,2023\n").by(.unspecified)),
  ]) func `a known submitter is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .unknownSubmitter, in: miss)
  }
}
