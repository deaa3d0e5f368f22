import Domain
import Testing

struct StrayQuoteTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm\n"

  @Test func `a quote in the wrong place is told on its record`() throws {
    try expect(
      .strayQuote, in: Sent(Self.header + "Mô hình \"Trồng tỏi\",KT,2023\n"),
      Expected(
        severity: .error, place: place(line: 2, record: 2),
        vietnamese: "có dấu ngoặc kép (\") đứng sai chỗ; hãy bao cả ô trong ngoặc kép và viết đôi "
          + "dấu bên trong (\"\"), hoặc thay bằng “ ”",
        english: "a quotation mark (\") stands in the wrong place; quote the whole cell and double "
          + "the marks inside (\"\"), or use “ ”"))
  }

  @Test(arguments: ["Nuôi \"dê,KT,2023", "\"Nuôi\" dê,KT,2023"])
  func `a stray quote rejects its record and no other`(_ record: String) throws {
    let found = try reviewed(Sent(Self.header + record + "\nTrồng tỏi,KT,2023\n"))
    #expect(found.rules == [.strayQuote])
    #expect(found.count(.rejected) == 1)
    #expect(found.admittedCount == 1)
  }

  @Test(arguments: [
    NearMiss("doubled quotes in a quoted cell", header + "\"Mô hình \"\"A\"\"\",KT,2023\n"),
    NearMiss("Vietnamese quotes", header + "Mô hình “A”,KT,2023\n"),
    NearMiss("a title", "Báo cáo \"Dân vận khéo\"\n" + header + "A,KT,2023\n"),
    NearMiss("a footer", header + "A,KT,2023\nNgười \"lập\" biểu,,\n"),
  ]) func `a quote in its place, or in a title or footer, is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .strayQuote, in: miss)
    #expect(try reviewed(miss.sent).admittedCount == 1)
  }
}
