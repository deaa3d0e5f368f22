import Domain
import Testing

/// What kind a record is, in the order of SPEC §10.
struct RecordKindTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var body: String
    var kinds: String

    var testDescription: String { name }
  }

  private static let data = "1,Trồng hoa,KT,2023,2\n"

  static let cases = [
    Case(name: "nothing below the header", body: "", kinds: "header 1"),
    Case(name: "a data record", body: data, kinds: "header 1, data 1"),
    Case(
      name: "a line without characters is blank", body: "\n" + data,
      kinds: "blank 1, header 1, data 1"),
    Case(
      name: "cells of white space only are blank", body: ", \u{A0},\t,\u{200B},\u{FEFF}\n" + data,
      kinds: "blank 1, header 1, data 1"),
    Case(name: "blank quotes are blank", body: "\"\",\" \"\n", kinds: "blank 1, header 1"),
    Case(
      name: "a numbering line", body: "1,2,3,4,5\n" + data, kinds: "header 1, numbering 1, data 1"),
    Case(
      name: "numbers in parentheses", body: "(1),(2),(3),(4),(5)\n",
      kinds: "header 1, numbering 1"),
    Case(name: "mixed numbers", body: "1,(2),3,,4\n", kinds: "header 1, numbering 1"),
    Case(name: "two numbers are enough", body: ",1,,2,\n", kinds: "header 1, numbering 1"),
    Case(
      name: "blank records apart", body: "\n,,\n1,2,3,4,5\n",
      kinds: "blank 2, header 1, numbering 1"),
    Case(name: "ten and more", body: "1,2,3,4,5,6,7,8,9,10,11\n", kinds: "header 1, numbering 1"),
    Case(name: "one number is not enough", body: "1,,,,\n" + data, kinds: "header 1, data 2"),
    Case(name: "numbers out of order", body: "1,3,2,4,5\n", kinds: "header 1, data 1"),
    Case(name: "numbers from nought", body: "0,1,2,3,4\n", kinds: "header 1, data 1"),
    Case(name: "numbers from two", body: "2,3,4,5,6\n", kinds: "header 1, data 1"),
    Case(name: "a word among the numbers", body: "1,2,x,4,5\n", kinds: "header 1, data 1"),
    Case(
      name: "numbers with zeros before them", body: "01,02,03,04,05\n", kinds: "header 1, data 1"),
    Case(name: "half a parenthesis", body: "(1,(2,(3,(4,(5\n", kinds: "header 1, data 1"),
    Case(
      name: "a second numbering line is data", body: "1,2,3,4,5\n1,2,3,4,5\n",
      kinds: "header 1, numbering 1, data 1"),
    Case(
      name: "a numbering line below data is data", body: data + "1,2,3,4,5\n",
      kinds: "header 1, data 2"),
    Case(
      name: "a numbering line below a total is data", body: "Cộng,,,,0\n1,2,3,4,5\n",
      kinds: "header 1, total 1, data 1"),
    Case(
      name: "a second header is data", body: "STT,Tên mô hình,Lĩnh vực,Năm,Số lượng\n",
      kinds: "header 1, data 1"),
    Case(name: "a numbering line that is blank first", body: " , \n", kinds: "blank 1, header 1"),
  ]

  @Test(arguments: cases)
  func `a record under the header has the first kind that fits`(_ example: Case) {
    #expect(Sample.read(Sample.header + example.body).kinds == example.kinds)
  }

  @Test(arguments: [
    "Tổng cộng", "TỔNG CỘNG", "tổng cộng:", "Cộng", "CỘNG", "Tổng", "Tổng số", "tổng  số",
    "1. Tổng cộng", "“Tổng số”", "Tô\u{309}ng cô\u{323}ng", "To\u{302}\u{309}ng", "(Cộng)",
    "\u{200B}Cộng", "…cộng…",
  ])
  func `a record whose first filled cell says total is one, wherever that cell stands`(
    _ word: String
  ) {
    for body in ["\(word),,,,2\n", ",,\(word),,2\n", "\(word)\n", "\(word),Trồng,KT,2023,2\n"] {
      #expect(Sample.read(Sample.header + body).kinds == "header 1, total 1", "\(body)")
    }
  }

  @Test(arguments: [
    "Tong cong", "Tổng cộng I", "Tổng hợp", "Cộng đồng", "Tổng kinh phí", "Tổng số:5", "x Tổng",
    "Total", "Tỏng", "chung",
  ])
  func `other words are no total`(_ word: String) {
    let reading = Sample.read(Sample.header + "\"\(word)\",Trồng,KT,2023,2\n")
    #expect(reading.kinds == "header 1, data 1")
  }

  @Test func `a word of a total behind another filled cell makes none`() {
    #expect(Sample.read(Sample.header + "1,Tổng cộng,KT,2023,2\n").kinds == "header 1, data 1")
  }

  @Test func `above the header everything filled is a title, even a total or numbers`() {
    let reading = Sample.read("Báo cáo\nTổng cộng,5\n\n1,2,3\n" + Sample.header + "\n")
    #expect(reading.kinds == "blank 2, header 1, title 3")
  }

  @Test func `without a header every filled record is data, even a total`() {
    let reading = Sample.read("a,b\nTổng cộng,5\n\n1,2,3\nKý tên\n")
    #expect(reading.kinds == "blank 1, data 4")
    #expect(reading.isRejectedAsWhole)
    #expect(reading.totals.isEmpty)
  }

  @Test func `without a header a line that names the delimiter is no data`() {
    #expect(Sample.read("sep=;\na;b\n").kinds == "title 1, data 1")
  }

  @Test func `no bytes, a mark or blank records are no data`() {
    #expect(Sample.read("").kinds == "")
    #expect(Sample.read("\u{FEFF}").kinds == "")
    #expect(Sample.read("\n\r\n , \n").kinds == "blank 3")
  }
}
