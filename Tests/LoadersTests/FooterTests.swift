import Domain
import Testing

/// Which short records are footers (SPEC §4, §10).
struct FooterTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var body: String
    var kinds: String

    var testDescription: String { name }
  }

  private static let data = "1,Trồng hoa,KT,2023,2\n"
  private static let total = "Tổng cộng,,,,2\n"

  static let cases = [
    Case(
      name: "one filled cell below the data", body: data + "Người lập,,,,\n",
      kinds: "header 1, footer 1, data 1"),
    Case(
      name: "two filled cells", body: data + "Người lập,,,,Chủ tịch\n",
      kinds: "header 1, footer 1, data 1"),
    Case(
      name: "three filled cells are data", body: data + "Người lập,x,,,Chủ tịch\n",
      kinds: "header 1, data 2"),
    Case(
      name: "two cells only, ragged as they are", body: data + "Kinh Môn,15 tháng 8\n",
      kinds: "header 1, footer 1, data 1"),
    Case(
      name: "blank records between", body: data + "\nNgười lập\n,,\nKý tên\n",
      kinds: "blank 2, header 1, footer 2, data 1"),
    Case(
      name: "between data they are data", body: data + ",Trồng cây,,,\n" + data,
      kinds: "header 1, data 3"),
    Case(
      name: "three filled cells below a footer call it back",
      body: data + "x,,,,\ny,,,,\nz,x,,,y\nKý tên\n", kinds: "header 1, footer 1, data 4"),
    Case(
      name: "directly under the header", body: "Người lập,,,,\n",
      kinds: "header 1, footer 1"),
    Case(
      name: "under a numbering line", body: "1,2,3,4,5\nNgười lập,,,,\n",
      kinds: "header 1, numbering 1, footer 1"),
    Case(
      name: "below the total", body: data + total + "Người lập,,,,\n",
      kinds: "header 1, total 1, footer 1, data 1"),
    Case(
      name: "below the total, before data", body: data + total + "Người lập,,,,\n" + data,
      kinds: "header 1, total 1, footer 1, data 2"),
    Case(
      name: "above the total they are data", body: data + ",Trồng cây,,,\n" + total,
      kinds: "header 1, total 1, data 2"),
    Case(
      name: "between two totals they are data", body: data + total + "II,,,,\n" + data + total,
      kinds: "header 1, total 2, data 3"),
    Case(
      name: "below the last of two totals",
      body: data + total + "II,,,,\n" + total + "Ký tên\n",
      kinds: "header 1, total 2, footer 1, data 2"),
    Case(name: "a field makes data", body: data + ",,KT,,\n", kinds: "header 1, data 2"),
    Case(
      name: "a field's name makes data", body: data + ",Trồng cây,Kinh tế,,\n",
      kinds: "header 1, data 2"),
    Case(
      name: "a year makes data", body: data + ",Trồng cây,,Năm 2023,\n",
      kinds: "header 1, data 2"),
    Case(
      name: "a year that is none makes none", body: data + ",Kinh Môn,,ngày 15/8,\n",
      kinds: "header 1, footer 1, data 1"),
    Case(
      name: "a year in another column makes none", body: data + ",2023,,,\n",
      kinds: "header 1, footer 1, data 1"),
    Case(
      name: "a field makes data below the total, too", body: data + total + ",,VH-XH,,\n",
      kinds: "header 1, total 1, data 2"),
    Case(
      name: "data by its field does not call a footer back",
      body: data + "Người lập,,,,\n,,KT,,\n", kinds: "header 1, footer 1, data 2"),
  ]

  @Test(arguments: cases)
  func `a short record is a footer or data as the contract says`(_ example: Case) {
    #expect(Sample.read(Sample.header + example.body).kinds == example.kinds)
  }

  @Test func `footers are told from data also in a file that is rejected as a whole`() {
    let reading = Sample.read(
      "STT,Tên mô hình,Lĩnh vực\n1,Trồng hoa,KT\n,,KT\nNgười lập,,\n")
    #expect(reading.isRejectedAsWhole)
    #expect(reading.kinds == "header 1, footer 1, data 2")
  }

  @Test func `a stray quote in a footer or title is no finding, an unclosed one is`() {
    let body = "Tên “Khéo\"\n\"x\n" + Sample.header + FooterTests.data
    let reading = Sample.read(body + "Người \"lập\",,,,\n\"Ký tên,,,,\n")
    #expect(reading.kinds == "header 1, title 2, footer 2, data 1")
    #expect(reading.flagged.map(\.kind) == [.title, .footer])
    #expect(reading.flagged.map(\.anomalies.unclosedQuoteLine) == [2, 6])
    #expect(reading.flagged.allSatisfy { !$0.anomalies.hasStrayQuote && !$0.isJudged })
  }

  @Test func `a stray quote in a header, numbering line, total or data is a finding`() {
    let reading = Sample.read(
      "STT,Tên mô hình,Lĩnh vực,Năm,Số lượng,\"\"x\n\"1\" ,2,3,4,5,6\n\"1\"a,b,KT,2023,1,\n"
        + "Cộng,,,,1,a\"b\n")
    #expect(reading.kinds == "header 1, numbering 1, total 1, data 1")
    #expect(reading.flagged.map(\.number) == [1, 2, 3, 4])
    #expect(reading.flagged.map(\.anomalies.hasStrayQuote) == [true, true, true, true])
  }
}
