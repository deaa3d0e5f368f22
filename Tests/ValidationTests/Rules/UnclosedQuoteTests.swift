import Domain
import Testing

struct UnclosedQuoteTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm\n"

  @Test func `a quote that is never closed is told where it opens`() throws {
    try expect(
      .unclosedQuote, in: Sent(Self.header + "A,KT,2023\n\"Trồng tỏi,KT,2023\nB,KT,2023\n"),
      Expected(
        severity: .error, place: place(line: 3, record: 3),
        vietnamese: "dấu ngoặc kép (\") mở ở dòng này mà không đóng; hãy thêm dấu đóng hoặc bỏ dấu "
          + "mở",
        english: "a quotation mark (\") is opened on this line and never closed; close it or "
          + "remove it"))
  }

  @Test func `the line is that of the quote, not that of its record`() throws {
    let found = try reviewed(
      Sent("Tên mô hình,Lĩnh vực,Năm,Ghi chú\n\"A\nB\",KT,2023,\"mở\nC,KT,2023,\n"))
    #expect(found.rules == [.unclosedQuote])
    #expect(found.findings.map(\.place) == [place(line: 3, record: 2)])
  }

  @Test func `nothing after an unclosed quote is lost`() throws {
    let found = try reviewed(Sent(Self.header + "\"Trồng tỏi,KT,2023\nA,KT,2023\nB,KT,2023\n"))
    #expect(found.count(.rejected) == 1)
    #expect(found.admittedCount == 2)
  }

  @Test(arguments: [
    NearMiss("a line end inside quotes", header + "\"Trồng\ntỏi\",KT,2023\n"),
    NearMiss("an empty quoted cell", header + "A,KT,2023\n\"\",KT,2023\n"),
    NearMiss("a quote closed at the end of the file", header + "A,KT,\"2023\""),
  ]) func `a quote that is closed is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .unclosedQuote, in: miss)
  }
}
