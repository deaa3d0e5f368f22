import Domain
import Testing

/// What a total line declares, and what the records above it come to (SPEC §4).
struct DeclaredTotalTests {
  private func totals(_ body: String) -> [DeclaredTotal] {
    Sample.read(Sample.header + body).totals
  }

  private func declared(_ line: String) -> Int? { totals(line + "\n").first?.declared }

  @Test func `the number of a total is its quantity cell`() {
    #expect(declared("Cộng,7,8,9,5") == 5)
    #expect(declared("Cộng,,,,1.204") == 1_204)
    #expect(declared("Cộng,,,,0") == 0)
    #expect(declared("Cộng,,,,\" 5 \"") == 5)
    #expect(declared("Cộng,,,,999999999999999") == 999_999_999_999_999)
  }

  @Test func `else it is the last cell that is a number`() {
    #expect(declared("Cộng,7,8,9,") == 9)
    #expect(declared("Cộng,7,8,x,-") == 8)
    #expect(declared("Cộng,7,8,9,5 mô hình") == 9)
    #expect(declared("Cộng,7,,,1234567890123456") == 7)
    #expect(declared("Cộng,7") == 7)
    #expect(declared("Cộng,,,,x,6") == 6)
  }

  @Test func `a total without a number is compared with nothing`() {
    #expect(totals("Cộng,,,,\n").isEmpty)
    #expect(totals("Cộng,,,,\"1,5\"\n").isEmpty)
    #expect(totals("Tổng số\n").isEmpty)
  }

  @Test func `the sum is that of the quantities above, blank being one`() {
    let body = "1,a,KT,2023,2\n2,b,KT,2023,\n3,c,KT,2023,1.000\nCộng,,,,1003\n4,d,KT,2023,9\n"
    #expect(
      totals(body) == [
        DeclaredTotal(record: 5, line: 5, declared: 1_003, sum: 1_003, sumSincePrevious: nil)
      ])
  }

  @Test func `unreadable quantities add nothing, rejected records add theirs`() {
    let body =
      "1,a,KT,2023,x\n2,b,KT,2023,0\n3,c,KT,2023,1000001\n4,d,lạ,2023,5\n5,,KT,lạ,7\n6,e,KT,2019,3\n"
      + "7,\"f\"x,KT,2023,10\nCộng,,,,25\n"
    #expect(totals(body).map(\.sum) == [25])
    #expect(totals(body).map(\.isMet) == [true])
  }

  @Test func `ragged records stand apart`() {
    let body = "1,a,KT,2023,2\n2,b,KT,2023\n3,c,KT,2023,5,x\nCộng,,,,2\n"
    #expect(totals(body).map(\.sum) == [2])
  }

  @Test func `short records above a total are data and add up, footers below do not`() {
    let body = "1,a,KT,2023,2\n,,,,3\nTổng,,,,5\n,,,,4\nKý tên,,,,\n"
    let reading = Sample.read(Sample.header + body)
    #expect(reading.kinds == "header 1, total 1, footer 2, data 2")
    #expect(reading.totals.map(\.sum) == [5])
  }

  @Test func `a later total may be of all records or of those since the previous one`() {
    let body =
      "1,a,KT,2023,2\nCộng,,,,2\n2,b,KT,2023,3\n3,c,KT,2023,4\nCộng,,,,7\nTổng cộng,,,,9\n"
    let totals = totals(body)
    #expect(totals.map(\.sum) == [2, 9, 9])
    #expect(totals.map(\.sumSincePrevious) == [nil, 7, nil])
    #expect(totals.map(\.isMet) == [true, true, true])
  }

  @Test func `a total of neither is not met`() {
    #expect(
      totals("1,a,KT,2023,2\nCộng,,,,2\n2,b,KT,2023,3\nCộng,,,,4\n").map(\.isMet) == [true, false])
    #expect(totals("Cộng,,,,0\n").map(\.isMet) == [true])
    #expect(totals("Cộng,,,,1\n").map(\.isMet) == [false])
  }

  @Test func `with nothing but ragged records since the previous total only all of them count`() {
    let totals = totals("1,a,KT,2023,2\nCộng,,,,2\n2,b\nTổng,,,,0\n")
    #expect(totals.map(\.sumSincePrevious) == [nil, nil])
    #expect(totals.map(\.isMet) == [true, false])
  }

  @Test func `a total is never added to a later one`() {
    #expect(totals("1,a,KT,2023,2\nCộng,,,,2\nTổng,,,,2\n").map(\.sum) == [2, 2])
  }

  @Test func `a total's line is where it starts`() {
    let totals = totals("1,\"a\nb\",KT,2023,2\nCộng,,,,2\n")
    #expect(totals.map(\.record) == [3])
    #expect(totals.map(\.line) == [4])
  }

  @Test func `without a quantity column the last number counts, and each record is one`() {
    let reading = Sample.read(
      "Tên mô hình,Lĩnh vực,Năm\na,KT,2023\nb,KT,2023\nTổng số,2,x\n")
    #expect(reading.totals.map(\.declared) == [2])
    #expect(reading.totals.map(\.sum) == [2])
  }

  @Test func `totals of a file that is rejected as a whole are not checked`() {
    let reading = Sample.read("STT,Tên mô hình,Lĩnh vực\n1,a,KT\nTổng cộng,,5\n")
    #expect(reading.kinds == "header 1, total 1, data 1")
    #expect(reading.totals.isEmpty)
  }
}
