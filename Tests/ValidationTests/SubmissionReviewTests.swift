import Domain
import Testing
import Validation

/// What the rules do together.
struct SubmissionReviewTests {
  @Test func `every faulty cell of a record has its finding`() throws {
    let found = try reviewed(
      Sent(
        "Tên mô hình,Lĩnh vực,Năm,Quý,Số lượng,Đơn vị\n…,Môi trường,2O23,V,2 tổ,Hải Dương\n"))
    #expect(
      found.rules == [
        .invalidQuantity, .invalidQuarter, .invalidYear, .missingValue, .unknownField, .unknownWard,
      ])
    #expect(found.count(.rejected) == 1)
  }

  @Test func `errors of bytes and quotes stand beside those of the cells`() throws {
    let bytes =
      Array("Tên mô hình,Lĩnh vực,Năm,Quý\nA \"x\" ".utf8) + [0xFF] + Array(",XX,,1\n".utf8)
    let found = try reviewed(Sent(bytes: bytes))
    #expect(found.rules == [.invalidEncoding, .missingValue, .strayQuote, .unknownField])
    #expect(found.count(.rejected) == 1)
  }

  @Test func `a record with several errors is rejected once`() throws {
    let found = try reviewed(Sent("Tên mô hình,Lĩnh vực,Năm\n,XX,2O23\nA,KT,2023\n"))
    #expect(found.count(.rejected) == 1)
    #expect(found.reading.records[.data] == 2)
    #expect(found.admittedCount == 1)
  }

  @Test(arguments: [
    NearMiss("an info", "Tên mô hình,Lĩnh vực,Năm,Đơn vị,Khác\nA,KT,2023,,\n"),
    NearMiss(
      "a warning",
      Sent("Tên mô hình,Lĩnh vực,Năm\nA,KT,2020\n").by(.ward(1))),
    NearMiss("a wrong total", "Tên mô hình,Lĩnh vực,Năm,SL\nA,KT,2023,2\nTổng,,,9\n"),
    NearMiss(
      "an unknown submitter", Sent("Tên mô hình,Lĩnh vực,Năm,Xã\nA,KT,2023,VP\n").by(.unknown)),
    NearMiss(
      "a stray quote in the header", "\"Tên\" mô hình,Lĩnh vực,Năm\nA,KT,2023\n"),
  ]) func `what rejects nothing leaves the record to be counted`(_ miss: NearMiss) throws {
    let found = try reviewed(miss.sent)
    #expect(!found.findings.isEmpty)
    #expect(found.count(.rejected) == 0)
    #expect(found.admittedCount == 1)
  }

  @Test(arguments: [
    NearMiss("no header", "A,KT,\n\"A\" b,KT,2023\n\"B,XX,2O23\n"),
    NearMiss(
      "a missing column", "Tên mô hình,Nhóm,Năm,Quý\nA,,,V,x,y\n\"A\" b,KT,2023,\n\"B,,2023,1\n"),
    NearMiss(
      "a column twice",
      "Tên mô hình,Lĩnh vực,Năm,Năm\nA,,,V,x,y\n\"A\" b,KT,2023,\n\"B,XX,2O23,1\n"),
  ]) func `a file rejected as a whole tells of bytes and quotes only`(_ whole: NearMiss) throws {
    let found = try reviewed(whole.sent)
    let ofRecords = found.findings.filter { ($0.place.line ?? 1) > 1 }.map(\.rule)
    #expect(ofRecords == [.strayQuote, .unclosedQuote])
    #expect(found.count(.rejected) == 3)
    #expect(found.admittedCount == 0)
  }

  @Test func `records are excluded under the ward where they count`() throws {
    let found = try reviewed(
      Sent(
        """
        Tên mô hình,Lĩnh vực,Năm,Đơn vị
        A,XX,2023,Hiệp An
        B,XX,2023,
        C,KT,2023,Hải Dương
        D,KT
        E,KT,2025,Hiệp An

        """
      ).by(.organization(0)))
    let excluded = Dictionary(
      uniqueKeysWithValues: found.review.excluded.map {
        ("\($0.key.disposition.rawValue) \($0.key.ward ?? -1)", $0.value)
      })
    #expect(excluded == ["rejected 1": 1, "rejected -1": 3, "out-of-period 1": 1])
  }
}
