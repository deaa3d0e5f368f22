import Domain
import Testing
import Validation

struct OversizedRecordTests {
  private static let limit = 8_388_608
  /// Nine cells for the filling, so that none is beyond its own limit.
  private static let header = "Tên mô hình,Lĩnh vực,Năm,A,B,C,D,E,F,G,H,I\n"

  /// A record of `count` bytes.
  private static func record(of count: Int) -> String {
    let start = "Trồng tỏi,KT,2023"
    var (text, left) = (start, count - start.utf8.count - 9)
    for _ in 0..<9 {
      let cell = min(left, 1_000_000)
      text += "," + String(repeating: "x", count: cell)
      left -= cell
    }
    return text + "\n"
  }

  @Test func `a record of one byte more than the limit is rejected`() throws {
    let sent = Sent(Self.header + Self.record(of: Self.limit + 1))
    try expect(
      .oversizedRecord, in: sent,
      Expected(
        severity: .error, place: place(line: 2, record: 2), value: "8388609",
        vietnamese:
          "bản ghi có 8388609 byte, quá giới hạn 8388608 byte, nên không đọc; hãy kiểm tra dấu xuống "
          + "dòng và dấu ngoặc kép",
        english:
          "the record has 8388609 bytes, beyond the limit of 8388608, and is not read; check the line ends "
          + "and the quotes"))
    let found = try reviewed(sent)
    #expect(found.findings.filter { $0.severity == .error }.map(\.rule) == [.oversizedRecord])
    #expect(found.review.excluded.map(\.key.ward) == [0])
    #expect(found.count(.rejected) == 1 && found.admittedCount == 0)
  }

  @Test(arguments: [limit - 1, limit])
  func `a record up to the limit is read`(_ count: Int) throws {
    let found = try reviewed(Sent(Self.header + Self.record(of: count)))
    #expect(found.rules.allSatisfy { $0 == .unknownColumn })
    #expect(found.admittedCount == 1)
  }

  @Test func `a header beyond the limit is none`() throws {
    let found = try reviewed(
      Sent("Tên mô hình,Lĩnh vực,Năm," + Self.record(of: Self.limit) + "a,KT,2023\n"))
    #expect(found.rules == [.noHeader, .oversizedRecord])
    #expect(found.count(.rejected) == 2)
  }
}
