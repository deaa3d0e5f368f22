import Domain
import Testing
import Validation

struct UnknownWardTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm,Đơn vị\n"

  @Test func `a misspelt ward is told with the nearest spelling`() throws {
    try expect(
      .unknownWard, in: Sent(Self.header + "Trồng tỏi,KT,2023,Hiệp Ân\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Đơn vị"), value: "Hiệp Ân",
        vietnamese: "không có xã, phường nào tên “Hiệp Ân”; có phải “Hiệp An”?",
        english: "no ward is named “Hiệp Ân”; did you mean “Hiệp An”?"))
  }

  @Test func `a ward like no other is told with where the names are`() throws {
    try expect(
      .unknownWard, in: Sent(Self.header + "Trồng tỏi,KT,2023,Hải Dương\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Đơn vị"), value: "Hải Dương",
        vietnamese: "không có xã, phường nào tên “Hải Dương”; hãy ghi tên hoặc mã như trong "
          + "registers/wards.csv",
        english: "no ward is named “Hải Dương”; write a name or code of registers/wards.csv"))
  }

  @Test(arguments: [("An Lư", "An Lưu"), ("An Lưuu", "An Lưu"), ("1O675", "10675")])
  func `one insertion, deletion or substitution is near`(_ written: String, _ meant: String) throws
  {
    let found = try reviewed(Sent(Self.header + "A,KT,2023,\(written)\n"), in: .english)
    #expect(
      found.findings.map(\.message) == ["no ward is named “\(written)”; did you mean “\(meant)”?"])
  }

  @Test func `two edits are not near`() throws {
    let found = try reviewed(Sent(Self.header + "A,KT,2023,An Lưuuu\n"), in: .english)
    #expect(found.findings.map { $0.message.contains("did you mean") } == [false])
  }

  @Test func `an unknown ward is rejected for an unknown ward`() throws {
    let found = try reviewed(Sent(Self.header + "Trồng tỏi,KT,2023,-\n"))
    #expect(found.rules == [.unknownWard])
    #expect(found.review.excluded.map(\.key.ward) == [nil])
  }

  @Test(arguments: [
    NearMiss("an alias", Sent(header + "A,KT,2023,p hiệp an\n").by(.ward(1))),
    NearMiss("another body", Sent(header + "A,KT,2023,Văn phòng Thị uỷ\n").by(.ward(3))),
    NearMiss("a blank cell", header + "A,KT,2023,\n"),
    NearMiss("a dash where the ward is required", Sent(header + "A,KT,2023,-\n").by(.unknown)),
  ]) func `a ward of the register is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .unknownWard, in: miss)
  }
}
