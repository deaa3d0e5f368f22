import Domain
import Testing

struct OutOfPeriodTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm,Quý\n"

  @Test func `a year outside the period is told with the period`() throws {
    try expect(
      .outOfPeriod, in: Sent(Self.header + "Trồng tỏi,KT,Năm 2025,\n"),
      Expected(
        severity: .warning, place: place(line: 2, record: 2, column: "Năm"), value: "Năm 2025",
        vietnamese: "“Năm 2025” nằm ngoài giai đoạn 2020–2024, số liệu đến quý III/2024 (mô hình "
          + "“Trồng tỏi”), nên không tính; hãy sửa nếu ghi sai",
        english: "“Năm 2025” is outside the period 2020–2024 up to Q3 2024 (model “Trồng tỏi”), "
          + "so it is not counted; correct it if it is wrong"))
  }

  @Test(arguments: ["2019,", "2025,", "2024,4", "Quý IV/2024,", "1/10/2024,"])
  func `before, after, and a later quarter of the last year are out of period`(
    _ cells: String
  )
    throws
  {
    let found = try reviewed(Sent(Self.header + "A,KT,\(cells)\nB,KT,2023,\n"))
    #expect(found.rules == [.outOfPeriod])
    #expect(found.count(.outOfPeriod) == 1)
    #expect(found.count(.rejected) == 0)
    #expect(found.admittedCount == 1)
  }

  @Test func `the quarter of the submission period counts as known`() throws {
    var sent = Sent(Self.header + "A,KT,2024,\n").sent(for: Period(year: 2024, quarter: 4))
    #expect(try reviewed(sent).rules == [.outOfPeriod])
    sent.period = Period(year: 2024)
    #expect(try reviewed(sent).rules.isEmpty)
  }

  @Test func `a rejected record is not also out of period`() throws {
    let found = try reviewed(Sent(Self.header + "A,XX,2025,\n"))
    #expect(found.rules == [.unknownField])
    #expect(found.count(.rejected) == 1)
    #expect(found.count(.outOfPeriod) == 0)
  }

  @Test(arguments: [
    NearMiss("the first year", header + "A,KT,2020,1\n"),
    NearMiss("the cut-off itself", header + "A,KT,2024,3\n"),
    NearMiss("the last year without a quarter", header + "A,KT,2024,\n"),
  ]) func `what is in the period is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .outOfPeriod, in: miss)
    #expect(try reviewed(miss.sent).admittedCount == 1)
  }
}
