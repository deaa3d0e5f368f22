import Domain
import Testing

struct CarriedDownTests {
  private static let header = "STT,Đơn vị,Tên mô hình,Lĩnh vực,Năm,Tổ chức\n"

  @Test func `each cell that is taken from above is told`() throws {
    let sent = Sent(
      Self.header + "1,An Lưu,Trồng tỏi,KT,2023,Hội Phụ nữ\n,,Nuôi ong,KT,2023,\n"
    ).by(.unknown)
    try expect(
      .carriedDown, in: sent,
      Expected(
        severity: .info, place: place(line: 3, record: 3, column: "Tổ chức"), value: "Hội Phụ nữ",
        vietnamese:
          "cột “Tổ chức” để trống nên lấy “Hội Phụ nữ” của nhóm ở trên; hãy ghi rõ nếu không "
          + "phải",
        english:
          "the “Tổ chức” cell is blank and taken as “Hội Phụ nữ” of the group above; write it if "
          + "that is wrong"),
      Expected(
        severity: .info, place: place(line: 3, record: 3, column: "Đơn vị"), value: "An Lưu",
        vietnamese:
          "cột “Đơn vị” để trống nên lấy “An Lưu” của nhóm ở trên; hãy ghi rõ nếu không phải",
        english:
          "the “Đơn vị” cell is blank and taken as “An Lưu” of the group above; write it if that is "
          + "wrong"))
    #expect(try reviewed(sent).admittedCount == 2)
  }

  @Test func `what is wrong above is wrong below`() throws {
    let found = try reviewed(
      Sent(Self.header + "1,Hiệp An,A,KT,2023,\n,,B,KT,2023,\n"))
    #expect(found.findings(of: .wardMismatch).count == 2)
  }

  @Test(arguments: [
    NearMiss("a number of its own", header + "1,An Lưu,A,KT,2023,\n2,,B,KT,2023,\n"),
    NearMiss("no numbers", "Đơn vị,Tên mô hình,Lĩnh vực,Năm\nAn Lưu,A,KT,2023\n,B,KT,2023\n"),
    NearMiss("nothing above", header + ",,A,KT,2023,\n"),
  ]) func `a blank cell that no numbering explains is blank`(_ miss: NearMiss) throws {
    try expectSilence(of: .carriedDown, in: miss)
  }
}
