import Domain
import Testing

struct InvalidQuarterTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm,Quý\n"

  @Test func `a quarter that is none is told with how to write one`() throws {
    try expect(
      .invalidQuarter, in: Sent(Self.header + "Trồng tỏi,KT,2023,V\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Quý"), value: "V",
        vietnamese: "“V” không phải một quý (mô hình “Trồng tỏi”); hãy ghi 1, 2, 3, 4 hoặc I, II, "
          + "III, IV",
        english: "“V” is no quarter (model “Trồng tỏi”); write 1, 2, 3, 4 or I, II, III, IV"))
  }

  @Test func `a quarter unlike that of the year cell is told with both`() throws {
    try expect(
      .invalidQuarter, in: Sent(Self.header + "Trồng tỏi,KT,Quý II/2023,3\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Quý"), value: "3",
        vietnamese: "quý “3” khác quý 2 của ô “Năm” (“Quý II/2023”) (mô hình “Trồng tỏi”); hãy sửa "
          + "một trong hai ô",
        english: "quarter “3” differs from quarter 2 of the “Năm” cell (“Quý II/2023”) (model "
          + "“Trồng tỏi”); correct one of the two"))
  }

  @Test(arguments: ["0", "5", "IIII", "quý", "quýI", "Q 1", "-", "1,5", "quý một"])
  func `anything but the forms is rejected`(_ quarter: String) throws {
    let found = try reviewed(Sent(Self.header + "A,KT,2023,\"\(quarter)\"\n"))
    #expect(found.rules == [.invalidQuarter])
    #expect(found.count(.rejected) == 1)
  }

  @Test(arguments: ["1", "4", "i", "IV", "Q3", "qii", "quý 3", "Quý III", "QÚY 2", ""])
  func `the forms are read`(_ quarter: String) throws {
    #expect(try reviewed(Sent(Self.header + "A,KT,2023,\(quarter)\n")).rules.isEmpty)
  }

  @Test(arguments: [
    NearMiss("the same quarter twice", header + "A,KT,Quý II/2023,Q2\n"),
    NearMiss("a quarter in the year cell only", header + "A,KT,8/2023,\n"),
    NearMiss("a year that cannot be read", header + "A,KT,2O23,3\n"),
  ]) func `quarters that agree are no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .invalidQuarter, in: miss)
  }
}
