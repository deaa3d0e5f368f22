import Domain
import Testing

@testable import Audit

struct FigureTableTests {
  private func table(_ text: String) -> FigureTable { FigureTable(Array(text.utf8)) }

  @Test func `figures are read back as they were written`() {
    let table = table("figure,value\ncoverage,3\nregistered,42\nregistered.ward=x,0\n")
    #expect(table.faults == [])
    #expect(
      table.entries == [
        FigureValue(id: "coverage", value: 3), FigureValue(id: "registered", value: 42),
        FigureValue(id: "registered.ward=x", value: 0),
      ])
  }

  @Test(
    arguments: [
      ("", [.wrongHeader(text: "")]),
      ("figure,value", [.noLineEnd]),
      ("a,1\n", [.wrongHeader(text: "a,1")]),
      ("\u{FEFF}figure,value\n", [.wrongHeader(text: "\\u{FEFF}figure,value")]),
      ("figure,value\r\n", [.wrongHeader(text: "figure,value\\u{D}")]),
      ("figure,value\na,1\n\n", [.malformedLine(3, text: "")]),
      ("figure,value\n,1\n", [.malformedLine(2, text: ",1")]),
      ("figure,value\na,\n", [.malformedLine(2, text: "a,")]),
      ("figure,value\na,01\n", [.malformedLine(2, text: "a,01")]),
      ("figure,value\na,-1\n", [.malformedLine(2, text: "a,-1")]),
      ("figure,value\na,1,2\n", [.malformedLine(2, text: "a,1,2")]),
      (
        "figure,value\na,9223372036854775808\n",
        [.malformedLine(2, text: "a,9223372036854775808")]
      ),
      ("figure,value\nb,1\na,1\n", [.outOfOrder(3, id: "a")]),
      ("figure,value\na,1\na,1\n", [.repeated(3, id: "a")]),
      ("figure,value\na,1\nb,2", [.noLineEnd]),
    ] as [(String, [FigureTableFault])])
  func `what kheo does not write is a fault`(_ text: String, _ faults: [FigureTableFault]) {
    #expect(table(text).faults == faults)
  }

  @Test func `faults are counted, and the first told`() {
    let table = table("figure,value\n" + String(repeating: "x\n", count: 1000))
    #expect(table.faultCount == 1000)
    #expect(table.faults.count == 20)
  }

  @Test func `each differing figure is named with both values`() {
    let table = table("figure,value\na,1\nb,2\nd,4\n")
    let expected = [
      FigureValue(id: "d", value: 5), FigureValue(id: "c", value: 3),
      FigureValue(id: "a", value: 1), FigureValue(id: "a", value: 1),
    ]
    #expect(
      table.compare(expected: expected) == [
        FigureDifference(id: "b", expected: nil, found: 2),
        FigureDifference(id: "c", expected: 3, found: nil),
        FigureDifference(id: "d", expected: 5, found: 4),
      ])
    #expect(table.compare(expected: table.entries.reversed()) == [])
  }

  @Test func `a repeated figure hides no other value`() {
    let twice = table("figure,value\na,1\na,2\n")
    let expected = [FigureValue(id: "a", value: 1)]
    #expect(
      twice.compare(expected: expected) == [FigureDifference(id: "a", expected: 1, found: 2)])
  }

  @Test func `ids that look alike are different ids`() {
    let expected = [FigureValue(id: "\u{E1}", value: 1)]
    #expect(
      figureDifferences(expected: expected, found: [FigureValue(id: "a\u{301}", value: 1)]).count
        == 2)
  }

  @Test func `differences say both values`() {
    let cases: [(FigureDifference, String, String)] = [
      (
        FigureDifference(id: "a", expected: 1, found: 2), "a: tính lại được 1, báo cáo ghi 2",
        "a: recounted 1, the release says 2"
      ),
      (
        FigureDifference(id: "a", expected: 1, found: nil),
        "a: tính lại được 1, báo cáo không có con số này",
        "a: recounted 1, the release has no such figure"
      ),
      (
        FigureDifference(id: "a", expected: nil, found: 2),
        "a: báo cáo ghi 2, tính lại không có con số này",
        "a: the release says 2, the recount has no such figure"
      ),
    ]
    for (difference, vietnamese, english) in cases {
      #expect(difference.message(in: .vietnamese) == vietnamese)
      #expect(difference.message(in: .english) == english)
    }
  }

  @Test func `faults say where, what, and what to do`() {
    let cases: [(FigureTableFault, String, String)] = [
      (
        .wrongHeader(text: "a"),
        "figures.csv:1: dòng tiêu đề phải là “figure,value”, nhưng là “a”; hãy lấy lại bản gốc",
        "figures.csv:1: the header must be “figure,value”, but is “a”; fetch the original"
      ),
      (
        .malformedLine(2, text: "a"),
        "figures.csv:2: không phải “mã con số,số nguyên”: “a”; hãy lấy lại bản gốc",
        "figures.csv:2: not “figure id,whole number”: “a”; fetch the original"
      ),
      (
        .outOfOrder(2, id: "a"),
        "figures.csv:2: “a” không đứng đúng thứ tự; hãy lấy lại bản gốc",
        "figures.csv:2: “a” is out of order; fetch the original"
      ),
      (
        .repeated(2, id: "a"),
        "figures.csv:2: “a” được ghi lần thứ hai; hãy lấy lại bản gốc",
        "figures.csv:2: “a” stands there a second time; fetch the original"
      ),
      (
        .noLineEnd,
        "figures.csv: dòng cuối không có ký tự xuống dòng: tệp bị cắt cụt; hãy lấy lại bản gốc",
        "figures.csv: the last line has no line end: the file is cut off; fetch the original"
      ),
    ]
    for (fault, vietnamese, english) in cases {
      #expect(fault.message(in: .vietnamese) == vietnamese)
      #expect(fault.message(in: .english) == english)
    }
  }
}
