import Domain
import Foundation
import Testing
import Writers

struct CSVWriterTests {
  private func file(_ name: String, _ change: (inout Report) -> Void) throws -> String {
    var report = SampleReport(findingCount: 0).make()
    change(&report)
    let bytes = try release(report, in: TemporaryFolder())[name, default: []]
    return String(decoding: bytes, as: UTF8.self)
  }

  struct CellCase {
    var value: String
    var written: String
  }

  @Test(arguments: [
    CellCase(value: "", written: ""), CellCase(value: "a b", written: "a b"),
    CellCase(value: "a,b", written: "\"a,b\""), CellCase(value: "a\"b", written: "\"a\"\"b\""),
    CellCase(value: "a\nb", written: "\"a\nb\""), CellCase(value: "=1+1", written: "'=1+1"),
    CellCase(value: "+84", written: "'+84"), CellCase(value: "-", written: "'-"),
    CellCase(value: "@x", written: "'@x"), CellCase(value: "\tx", written: "'\tx"),
    CellCase(value: "\rx", written: "\"'\rx\""),
    CellCase(value: "=\"a\"", written: "\"'=\"\"a\"\"\""),
    CellCase(value: "a=1", written: "a=1"), CellCase(value: " =1", written: " =1"),
    CellCase(value: "a;b'c", written: "a;b'c"),
  ])
  func `cells are quoted where needed, and formulas made harmless`(_ test: CellCase) throws {
    let text = try file("findings.csv") {
      $0.findings = FindingList([
        Finding(
          severity: .error, rule: .missingValue,
          place: Place(path: "submissions/a.csv", line: 3, record: 2, column: "Năm"),
          value: test.value, message: "m", see: "")
      ])
      $0.figures.findingCounts = [.error: 1]
    }
    #expect(
      Array(text.utf8)
        == Array(
          ("\u{FEFF}severity,rule,path,line,record,column,value,message,see\r\n"
            + "error,missing-value,submissions/a.csv,3,2,Năm,\(test.written),m,\r\n").utf8))
  }

  @Test func `submissions have the columns and states of the contract`() throws {
    let lines = try file("submissions.csv") { _ in }.components(separatedBy: "\r\n")
    #expect(
      lines[0]
        == "\u{FEFF}path,period,submitter,state,bytes,sha256,encoding,delimiter,header,blank,title,numbering,total,footer,data,counted,carried-over,duplicate,rejected,out-of-period"
    )
    let sum = String(repeating: "c3", count: 32)
    #expect(
      lines[2]
        == "submissions/2020/w10678.csv,2020,10678,read,2049,\(sum),utf-8,\",\",1,0,1,0,0,0,2,1,1,0,0,0"
    )
    #expect(
      lines[lines.count - 2]
        == "submissions/2024-Q4/an-luu.csv,2024-Q4,10675,not due,,,,,0,0,0,0,0,0,0,0,0,0,0,0")
    #expect(lines.last == "")
  }

  @Test func `figures are ids and whole numbers, sorted bytewise`() throws {
    let text = try file("figures.csv") { _ in }
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "figure,value")
    #expect(lines.contains("registered,458"))
    #expect(lines.contains("registered.field=KT,60"))
    let ids = lines.dropFirst().map { String($0.prefix { $0 != "," }) }
    #expect(ids == ids.sorted(by: bytesPrecede))
    #expect(!text.contains("\r"))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `provenance names inputs and arguments, and neither clock nor machine`() throws {
    let text = try file("provenance.json") { $0.cutoffArgument = Period(year: 2024, quarter: 3) }
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      object.keys.sorted() == [
        "arguments", "cutoff", "generator", "period", "records", "schema", "sources",
        "submissions", "version",
      ])
    #expect(object["arguments"] as? [String: String] == ["language": "vi", "through": "2024-Q3"])
    #expect(text.contains("\"path\" : \"submissions/2020/w10675.csv\""))
    #expect(!text.contains("/tmp"))
    #expect(text.hasSuffix("}\n"))
  }
}
