import Domain
import Testing
import Validation

struct OversizedCellTests {
  private static let limit = 1_048_576
  private static let header = "Tên mô hình,Lĩnh vực,Năm,Ghi chú\n"

  private static func row(_ cell: String) -> String { "Trồng tỏi,KT,2023,\(cell)\n" }

  @Test func `a cell of one byte more than the limit rejects its record`() throws {
    let cell = String(repeating: "x", count: Self.limit + 1)
    let sent = Sent(Self.header + Self.row(cell) + "Nuôi dê,KT,2023,\n")
    try expect(
      .oversizedCell, in: sent,
      Expected(
        severity: .error, place: place(line: 2, record: 2, column: "Ghi chú"), value: "1048577",
        vietnamese:
          "ô thứ 4 có 1048577 byte, quá giới hạn 1048576 byte của một ô, nên không đọc bản ghi này; hãy "
          + "rút ngắn ô đó, kiểm tra dấu ngoặc kép",
        english:
          "cell 4 has 1048577 bytes, beyond the limit of 1048576 bytes for a cell, so the record is not "
          + "read; shorten it, check the quotes"))
    let found = try reviewed(sent)
    #expect(found.rules == [.oversizedCell])
    #expect(found.review.excluded.map(\.key.ward) == [0])
    #expect(found.count(.rejected) == 1 && found.admittedCount == 1)
    #expect(found.reading.flagged.allSatisfy { $0.cells.isEmpty })
  }

  @Test(arguments: [limit - 1, limit])
  func `a cell up to the limit is read, quoted or not`(_ count: Int) throws {
    let cell = String(repeating: "x", count: count)
    let quoted = "\"" + String(repeating: "\"\"", count: count) + "\""
    let found = try reviewed(Sent(Self.header + Self.row(cell) + "Nuôi dê,KT,2023,\(quoted)\n"))
    #expect(found.rules == [])
    #expect(found.admittedCount == 2)
  }

  @Test func `bytes are counted after quotes are undone`() throws {
    let quoted = "\"" + String(repeating: "\"\"", count: Self.limit + 1) + "\""
    let found = try reviewed(Sent(Self.header + Self.row(quoted)))
    #expect(found.findings.map(\.value) == ["1048577"])
  }

  @Test func `of several cells the first is told, and ill-formed bytes beside it`() throws {
    let cell = Array(repeating: UInt8(0xFF), count: Self.limit + 1)
    let record = Array("Trồng tỏi,".utf8) + cell + Array(",2023,".utf8) + cell
    let found = try reviewed(Sent(bytes: Array(Self.header.utf8) + record))
    #expect(found.rules == [.invalidEncoding, .oversizedCell])
    #expect(found.findings(of: .oversizedCell).map(\.place.column) == ["Lĩnh vực"])
  }

  @Test func `a title, a total and a header may have one, too, and it is told`() throws {
    let cell = String(repeating: "x", count: Self.limit + 1)
    let found = try reviewed(
      Sent("Báo cáo \(cell)\n\n" + Self.header + Self.row("") + "Tổng cộng,,,\(cell)\n"))
    #expect(found.findings(of: .oversizedCell).map(\.place.line) == [1, 5])
    #expect(found.admittedCount == 1)
    #expect(found.reading.records[.title] == 1 && found.reading.records[.total] == 1)
    let wide = try reviewed(Sent("Tên mô hình,Lĩnh vực,Năm,\(cell)\n" + Self.row("")))
    #expect(wide.findings(of: .oversizedCell).map(\.place.line) == [1])
    #expect(wide.admittedCount == 1)
    #expect(wide.findings.allSatisfy { $0.message.utf8.count < 1000 })
  }

  @Test func `a short record with one is no footer`() throws {
    let cell = String(repeating: "x", count: Self.limit + 1)
    let found = try reviewed(Sent(Self.header + Self.row("") + "\(cell)\nNgười lập biểu\n"))
    #expect(found.reading.records[.data] == 2 && found.reading.records[.footer] == 1)
    #expect(found.count(.rejected) == 1)
  }
}
