import Domain
import Testing

struct DeclaredTotalMismatchTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm,Số lượng\n"

  @Test func `a wrong total is told with both numbers`() throws {
    try expect(
      .declaredTotalMismatch,
      in: Sent(Self.header + "Trồng tỏi,KT,2023,2\nNuôi dê,KT,2023,\nTổng cộng,,,4\n"),
      Expected(
        severity: .error, place: place(line: 4, record: 4), value: "4",
        vietnamese: "dòng tổng cộng ghi 4 nhưng các dòng trên cộng lại là 3 (tất cả); "
          + "hãy tìm dòng thiếu hoặc thừa, hoặc sửa dòng tổng",
        english: "the total line says 4 but the records above it come to 3 (all); "
          + "find the record that is missing or too many, or correct the total"))
  }

  @Test func `a total with no record since the last one is told without a third number`() throws {
    try expect(
      .declaredTotalMismatch,
      in: Sent(Self.header + "Trồng tỏi,KT,2023,2\nCộng,,,2\nTổng số,,,5\n"),
      Expected(
        severity: .error, place: place(line: 4, record: 4), value: "5",
        vietnamese: "dòng tổng cộng ghi 5 nhưng các dòng trên cộng lại là 2 (tất cả); hãy tìm dòng "
          + "thiếu hoặc thừa, hoặc sửa dòng tổng",
        english: "the total line says 5 but the records above it come to 2 (all); find the record "
          + "that is missing or too many, or correct the total"))
  }

  @Test func `a wrong total rejects no record`() throws {
    let found = try reviewed(Sent(Self.header + "Trồng tỏi,KT,2023,2\nTổng,,,4\n"))
    #expect(found.rules == [.declaredTotalMismatch])
    #expect(found.admittedCount == 1)
  }

  @Test(arguments: [
    NearMiss("the sum", header + "Trồng tỏi,KT,2023,2\nNuôi dê,KT,2023,\nTổng cộng,,,3\n"),
    NearMiss("no number", header + "Trồng tỏi,KT,2023,2\nTổng cộng,,,\n"),
    NearMiss("a subtotal", header + "A,KT,2023,2\nCộng,,,2\nB,KT,2023,3\nCộng,,,3\n"),
    NearMiss("a grand total", header + "A,KT,2023,2\nCộng,,,2\nB,KT,2023,3\nTổng,,,5\n"),
    NearMiss("rejected records too", header + "A,KT,,2\nB,XX,2023,3\nTổng cộng,,,5\n"),
    NearMiss("ragged records apart", header + "A,KT,2023,2\nB,KT,2023\nTổng cộng,,,2\n"),
    NearMiss("unreadable quantities apart", header + "A,KT,2023,2\nB,KT,2023,2 tổ\nTổng,,,2\n"),
    NearMiss(
      "a file rejected as a whole", "Tên mô hình,Nhóm,Năm,Số lượng\nA,KT,2023,2\nTổng cộng,,,9\n"),
  ]) func `a total that the records come to is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .declaredTotalMismatch, in: miss)
  }

  @Test func `a number on a section row that its records do not come to is told`() throws {
    try expect(
      .declaredTotalMismatch,
      in: Sent("STT,Tên mô hình,Năm,SL\nI,Lĩnh vực kinh tế,,3\n1,Trồng tỏi,2023,2\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2), value: "3",
        vietnamese:
          "dòng đầu mục ghi 3 nhưng các dòng trong mục cộng lại là 2; hãy tìm dòng thiếu hoặc "
          + "thừa, hoặc sửa số ở đầu mục",
        english:
          "the section row says 3 but the records of its section come to 2; find the record that "
          + "is missing or too many, or correct the section row"))
  }
}
