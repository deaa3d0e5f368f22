import Domain
import Testing

struct QuantityChangedTests {
  @Test func `another quantity is told with both numbers`() throws {
    try expect(
      pair(
        .quantityChanged, "Trồng tỏi,KT,2023,", quantity: 1, other: earlierFile, otherQuantity: 3),
      Expected(
        severity: .warning, place: place(line: 3, record: 3, column: "Số lượng"),
        see: "submissions/2021/an-luu.csv:7",
        vietnamese: "“Trồng tỏi” ghi số lượng 1, bản ghi được tính ở submissions/2021/an-luu.csv:7 "
          + "ghi 3; hãy sửa nếu ghi sai, hoặc đăng ký riêng phần mới thêm",
        english: "“Trồng tỏi” has the quantity 1, the counted record, "
          + "submissions/2021/an-luu.csv:7, has 3; correct it if it is a slip, or register what is "
          + "new in a record of its own"))
  }
}
