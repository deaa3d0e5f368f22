import Domain
import Testing

struct InvalidYearTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm\n"

  @Test func `a year that is none is told with how to write one`() throws {
    try expect(
      .invalidYear, in: Sent(Self.header + "Trồng tỏi,KT,31/02/2023\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Năm"), value: "31/02/2023",
        vietnamese: "“31/02/2023” không phải năm, quý hay ngày có thật (mô hình “Trồng tỏi”); hãy "
          + "ghi dạng 2023, Quý III/2023 hoặc 15/08/2023",
        english: "“31/02/2023” is no year, quarter or real day (model “Trồng tỏi”); write it as "
          + "2023, Quý III/2023 or 15/08/2023"))
  }

  @Test(arguments: ["2O23", "23", "2020-2022", "2023.", "Q5/2023", "13/2023", "29/02/2023", "٢٠٢٣"])
  func `anything but the forms is rejected`(_ year: String) throws {
    let found = try reviewed(Sent(Self.header + "A,KT,\(year)\n"))
    #expect(found.rules == [.invalidYear])
    #expect(found.count(.rejected) == 1)
  }

  @Test(arguments: [
    "2023", "Năm 2023", "2023-Q3", "Q3/2023", "Quý III/2023", "quý 3/2023", "QÚY III năm 2023",
    "8/2023", "tháng 8/2023", "Tháng  08 năm 2023", "15/08/2023", "2023-08-15", "29/02/2024",
  ]) func `the forms are read`(_ year: String) throws {
    let found = try reviewed(Sent(Self.header + "A,KT,\(year)\n"))
    #expect(found.rules.isEmpty)
    #expect(found.admittedCount == 1)
  }

  @Test(arguments: [
    NearMiss("a blank cell, which is missing", header + "Trồng tỏi,KT,\n"),
    NearMiss("a year outside the period", header + "A,KT,0001\n"),
  ]) func `what another rule says is not said twice`(_ miss: NearMiss) throws {
    try expectSilence(of: .invalidYear, in: miss)
  }
}
