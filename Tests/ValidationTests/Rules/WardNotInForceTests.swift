import Domain
import Testing

struct WardNotInForceTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm,Đơn vị\n"

  @Test func `a year before the founding is told with the ward`() throws {
    try expect(
      .wardNotInForce, in: Sent(Self.header + "Trồng tỏi,KT,2021,Hiệp An\n").by(.ward(1)),
      Expected(
        severity: .warning, place: place(line: 2, record: 2, column: "Đơn vị"), value: "10735",
        vietnamese:
          "Phường Hiệp An không có hiệu lực ngày nào trong năm 2021 (mô hình “Trồng tỏi”); "
          + "hãy kiểm tra năm và đơn vị, hoặc valid_from, valid_to trong wards.csv",
        english: "Phường Hiệp An was in force on no day of 2021 (model “Trồng tỏi”); check the "
          + "year and the ward, or valid_from and valid_to in wards.csv"))
  }

  @Test func `a ward not in force rejects nothing`() throws {
    let found = try reviewed(Sent(Self.header + "A,KT,2022,Hoành Sơn\n").by(.organization(0)))
    #expect(found.rules == [.wardNotInForce])
    #expect(found.admittedCount == 1)
  }

  @Test func `it stands also on records that are rejected, out of period, or of the sender`() throws
  {
    let rejected = try reviewed(Sent(Self.header + "A,,2021,Hiệp An\n").by(.unknown))
    #expect(
      rejected.rules == [.missingValue, .unknownSubmitter, .wardNotInForce].sorted(by: before))
    let outside = try reviewed(Sent(Self.header + "A,KT,2018,Hiệp An\n").by(.ward(1)))
    #expect(outside.rules == [.outOfPeriod, .wardNotInForce])
    let inferred = try reviewed(Sent("Tên mô hình,Lĩnh vực,Năm\nA,KT,2021\n").by(.ward(1)))
    #expect(inferred.rules == [.wardNotInForce])
  }

  /// The finding about the file has no line and comes first.
  private func before(_ left: RuleID, _ right: RuleID) -> Bool {
    if left == .unknownSubmitter || right == .unknownSubmitter { return left == .unknownSubmitter }
    return left.rawValue < right.rawValue
  }

  @Test(arguments: [
    NearMiss("one day of the first year", Sent(header + "A,KT,2022,Hiệp An\n").by(.ward(1))),
    NearMiss("one day of the last year", Sent(header + "A,KT,2021,Hoành Sơn\n").by(.ward(2))),
    NearMiss("a ward without dates", header + "A,KT,2020,An Lưu\n"),
    NearMiss("a year that cannot be read", Sent(header + "A,KT,2O21,Hiệp An\n").by(.ward(1))),
    NearMiss(
      "a blank cell that is required",
      Sent(header + "A,KT,2021,\n").by(.ward(1)).requiring(.ward)),
    NearMiss("a ragged record", Sent(header + "A,KT,2021\n").by(.ward(1))),
  ]) func `a ward in force on a day of the year is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .wardNotInForce, in: miss)
  }
}
