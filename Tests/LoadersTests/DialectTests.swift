import Domain
import Testing

@testable import Loaders

/// Which delimiter a submission is read with (SPEC §3).
struct DialectTests {
  private func delimiter(_ text: String) -> String { Sample.read(text).delimiter }

  @Test func `each delimiter is found by the header it gives`() {
    for (delimiter, name) in [(",", ","), (";", ";"), ("\t", "tab"), ("|", "|")] {
      let text = ["Tên mô hình", "Lĩnh vực", "Năm", "Ghi chú\nTrồng hoa", "KT", "2023", "\n"]
        .joined(separator: delimiter)
      #expect(self.delimiter(text) == name)
      #expect(Sample.read(text).header?.columns == [.name, .field, .year, .note])
    }
  }

  @Test func `the delimiter that recognises most distinct columns decides`() {
    // Three columns by commas; four by semicolons, further down.
    let text = "Tên mô hình,Lĩnh vực,Năm\nTên mô hình;Lĩnh vực;Năm;Quý\n"
    #expect(delimiter(text) == ";")
    #expect(Sample.read(text).header?.record == 2)
  }

  @Test func `columns that repeat count once`() {
    let text = "Tên mô hình,Lĩnh vực,Năm,Năm,Năm\nTên mô hình|Lĩnh vực|Năm|Quý\n"
    #expect(delimiter(text) == "|")
  }

  @Test(arguments: [(",", ";", ","), (";", "\t", ";"), ("\t", "|", "tab"), ("|", ",", ",")])
  func `of two that recognise as many the first in the contract's order decides`(
    _ first: String, _ second: String, _ expected: String
  ) {
    let header = ["Tên mô hình", "Lĩnh vực", "Năm"]
    let text = header.joined(separator: first) + "\n" + header.joined(separator: second) + "\n"
    #expect(delimiter(text) == expected)
  }

  @Test func `a comma is taken, and not told, where no header is`() {
    let reading = Sample.read("a;b;c\n1;2;3\n")
    #expect(reading.delimiter.isEmpty)
    #expect(reading.header == nil)
  }

  @Test(arguments: ["sep=", "SEP=", "Sep=", "sEp="])
  func `a first line that names the delimiter decides, and is a title`(_ prefix: String) {
    // Without the first line the commas would recognise more columns.
    let body = "Tên mô hình,Lĩnh vực,Năm,Quý\nTên mô hình;Lĩnh vực;Năm\nTrồng hoa;KT;2023\n"
    #expect(delimiter(body) == ",")
    for end in ["\n", "\r", "\r\n"] {
      let reading = Sample.read("\(prefix);\(end)\(body)")
      #expect(reading.delimiter == ";")
      #expect(reading.header?.record == 3)
      #expect(reading.kinds == "header 1, title 2, data 1")
    }
  }

  @Test(arguments: [("sep=,", ","), ("sep=;", ";"), ("sep=\t", "tab"), ("sep=|", "|")])
  func `a text of that line alone has its delimiter and no data`(_ line: String, _ name: String) {
    let reading = Sample.read(line)
    #expect(reading.delimiter == name)
    #expect(reading.kinds == "title 1")
  }

  @Test(arguments: [
    "sep=:\n", "sep=\n", "sep=;;\n", "sep=; \n", " sep=;\n", "sep =;\n", "\"sep=;\"\n", "\nsep=;\n",
    "sep:;\n", "sepx;\n", "sép=;\n", "sep=;x\n",
  ])
  func `a line that says anything else does not decide`(_ line: String) {
    let body = "Tên mô hình,Lĩnh vực,Năm,Quý\nTên mô hình;Lĩnh vực;Năm\n"
    #expect(delimiter(line + body) == ",")
  }

  @Test func `a byte-order mark may stand before the line that decides`() {
    let text = "\u{FEFF}sep=|\nTên mô hình|Lĩnh vực|Năm\n"
    #expect(delimiter(text) == "|")
    #expect(Sample.read(text).encoding == .utf8WithMark)
  }

  @Test func `such a line further down is data`() {
    #expect(Sample.read(Sample.header + "sep=;,a,KT,2023,\n").kinds == "header 1, data 1")
  }

  @Test func `a register's delimiter is found however many blank records come first`() throws {
    let text = String(repeating: "\n", count: 40) + "code;name;aliases\nHPN;Hội Phụ nữ;\n"
    let file = try RegisterFile(
      SubmissionText(Array(text.utf8)), path: "registers/organizations.csv",
      required: ["code", "name"], optional: ["aliases"])
    #expect(file.rows.map { $0["name"] } == ["Hội Phụ nữ"])
    #expect(file.rows.map(\.line) == [42])
  }
}
