import Domain
import Testing

struct InvalidQuantityTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm,Số lượng\n"

  @Test func `a quantity that is none is told with how to write one`() throws {
    try expect(
      .invalidQuantity, in: Sent(Self.header + "Trồng tỏi,KT,2023,2 tổ\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Số lượng"), value: "2 tổ",
        vietnamese: "“2 tổ” không phải số nguyên từ 1 đến 1.000.000 (mô hình “Trồng tỏi”); hãy ghi "
          + "như 12 hoặc 1.200, hoặc để trống nếu là 1",
        english: "“2 tổ” is no whole number from 1 to 1,000,000 (model “Trồng tỏi”); write it as "
          + "12 or 1.200, or leave it blank for 1"))
  }

  @Test(arguments: [
    "0", "-1", "1000001", "1,200", "1.5", "0.120", "1.200 300", "1.20", ".200", "1e3", "½", "-",
    "99999999999999999999",
  ]) func `anything but the forms is rejected`(_ quantity: String) throws {
    let found = try reviewed(Sent(Self.header + "A,KT,2023,\"\(quantity)\"\n"))
    #expect(found.rules == [.invalidQuantity])
    #expect(found.count(.rejected) == 1)
  }

  @Test(arguments: [
    ("", 1), ("1", 1), ("007", 7), ("1.200", 1200), ("12 000", 12000), ("1\u{A0}000", 1000),
    ("1\u{202F}000\u{202F}000", 1_000_000), ("1000000", 1_000_000),
  ]) func `the forms are read`(_ quantity: String, _ value: Int) throws {
    let found = try reviewed(Sent(Self.header + "A,KT,2023,\(quantity)\n"))
    #expect(found.rules.isEmpty)
    #expect(found.reading.block.rows.map { Int($0.quantity) } == [value])
  }
}
