import Domain
import Testing

@testable import Audit

struct ReleaseTablesTests {
  private let findingsHeader =
    "\u{FEFF}severity,rule,path,line,record,column,value,message,see\r\n"

  @Test func `findings are read back as they were before they were made harmless`() throws {
    let rows = try ReleaseTables.findings(Array(SmallRelease.findings.utf8))
    #expect(
      rows == [
        FindingRow(
          severity: .error, rule: "missing-value", path: "submissions/2024-Q3/an-luu.csv", line: 4,
          record: 3, column: "Năm", value: "-", message: "thiếu \"Năm\"", see: ""),
        FindingRow(
          severity: .warning, rule: "unread-file", path: "submissions/a.txt", line: nil,
          record: nil, column: "", value: "", message: "không đọc", see: ""),
      ])
  }

  @Test(arguments: [
    ("'=1", "=1"), ("'+84", "+84"), ("'@x", "@x"), ("'\tx", "\tx"), ("\"'\rx\"", "\rx"),
    ("\"'=\"\"a\"\"\"", "=\"a\""), ("'a", "'a"), ("''=", "''="), ("'", "'"),
    ("\"a\r\nb\"", "a\r\nb"),
  ])
  func `an apostrophe is taken off where one was put`(_ written: String, _ value: String) throws {
    let text = "\(findingsHeader)info,r,p,1,1,c,\(written),m,s\r\n"
    let row = try #require(try ReleaseTables.findings(Array(text.utf8)).first)
    #expect(Array(row.value.utf8) == Array(value.utf8))
  }

  @Test func `columns are found by name, and unknown ones passed over`() throws {
    let text =
      "\u{FEFF}see,mới,value,column,record,line,path,rule,severity,message\r\n"
      + "s,x,v,c,2,1,p,r,info,m\r\n"
    #expect(
      try ReleaseTables.findings(Array(text.utf8)) == [
        FindingRow(
          severity: .info, rule: "r", path: "p", line: 1, record: 2, column: "c", value: "v",
          message: "m", see: "s")
      ])
  }

  @Test func `submissions are read back`() throws {
    let rows = try ReleaseTables.submissions(Array(SmallRelease.submissions.utf8))
    #expect(
      rows == [
        SubmissionRow(
          path: "submissions/2024-Q3/an-luu.csv", period: "2024-Q3", submitter: "10675",
          isRead: true, bytes: 120, sha256: hash("c"), encoding: "utf-8-bom", delimiter: ";",
          records: [1, 0, 2, 0, 1, 0, 9], dispositions: [5, 2, 1, 1, 0]),
        SubmissionRow(
          path: "submissions/2024-Q4/an-luu.csv", period: "2024-Q4", submitter: "10675",
          isRead: false, bytes: nil, sha256: "", encoding: "", delimiter: "",
          records: Array(repeating: 0, count: 7), dispositions: Array(repeating: 0, count: 5)),
      ])
  }

  @Test(
    arguments: [
      ("", 1, .noByteOrderMark), ("a", 1, .noByteOrderMark),
      ("\u{FEFF}", 1, .missingColumn("severity")),
      ("\u{FEFF}severity,rule\r\n", 1, .missingColumn("path")),
      (
        "\u{FEFF}severity,rule,path,line,record,column,value,message,see,see\r\n", 1,
        .repeatedColumn("see")
      ),
      ("\u{FEFF}severity,rule\n", 1, .lineEnd),
      ("+info,r,p,1,1,c,v,m,s", 2, .lineEnd), ("+info,r,p,1,1,c,v,m,s\r", 2, .lineEnd),
      ("+info,r,p,1,1,c,v,m\r\n", 2, .cellCount(8, expected: 9)),
      ("+info,r,p,1,1,c,\"v\"x,m,s\r\n", 2, .quotes),
      ("+info,r,p,1,1,c,v,m,s\r\ninfo,r,p,1,1,c,\"v,m,s\r\n", 3, .quotes),
      ("+info,r,p,x,1,c,v,m,s\r\n", 2, .value("line", text: "x")),
      ("+info,r,p,1,01,c,v,m,s\r\n", 2, .value("record", text: "01")),
      ("+bad,r,p,1,1,c,v,m,s\r\n", 2, .value("severity", text: "bad")),
    ] as [(String, Int, TableError.Reason)])
  func `what kheo does not write is refused with its line`(
    _ text: String, _ line: Int, _ reason: TableError.Reason
  ) {
    let text = text.hasPrefix("+") ? findingsHeader + text.dropFirst() : text
    #expect(throws: TableError(fileName: "findings.csv", lineNumber: line, reason: reason)) {
      try ReleaseTables.findings(Array(text.utf8))
    }
  }

  @Test func `bytes that are no UTF-8 are refused`() {
    let bytes = Array("\(findingsHeader)info,r,p,1,1,c,".utf8) + [0xC3] + Array(",m,s\r\n".utf8)
    #expect(throws: TableError(fileName: "findings.csv", lineNumber: 2, reason: .notUTF8)) {
      try ReleaseTables.findings(bytes)
    }
  }

  @Test(arguments: [
    ("read,120", "lost,120", "state", "lost"), (",120,", ",,", "bytes", ""),
    (",120,", ",-,", "bytes", "-"),
    ("an-luu.csv,2024-Q3", "an-luu.csv,2024-Q5", "period", "2024-Q5"),
    (hash("c"), "c", "sha256", "c"), (";,1,", ";,,", "header", ""),
  ])
  func `a submission that contradicts itself is refused`(
    _ old: String, _ new: String, _ column: String, _ text: String
  ) {
    let changed = replacing(old, with: new, in: SmallRelease.submissions)
    let reason = TableError.Reason.value(column, text: text)
    #expect(throws: TableError(fileName: "submissions.csv", lineNumber: 2, reason: reason)) {
      try ReleaseTables.submissions(Array(changed.utf8))
    }
  }

  @Test func `provenance is read back`() throws {
    let provenance = try ReleaseTables.provenance(Array(SmallRelease.provenance.utf8))
    #expect(provenance.cutoff == "2024-Q3")
    #expect(provenance.sources.map(\.path) == ["kheo.yml", "registers/wards.csv"])
    #expect(provenance.submissions.map(\.state) == ["read", "not due"])
  }

  @Test(
    arguments: [
      ("\"schema\" : 1", "\"schema\" : 2", .schema(2)),
      ("\"schema\" : 1", "\"schema\" : \"1\"", .notProvenance),
      ("\"generator\"", "\"generation\"", .notProvenance),
      ("{\n", "", .notProvenance),
      ("\"2024-Q3\",\n  \"gen", "\"2024\",\n  \"gen", .value("cutoff", text: "2024")),
      ("\"from\" : 2020", "\"from\" : 2025", .value("period", text: "2025–2024")),
      ("\"from\" : 2020", "\"from\" : 99999999999999999999", .notProvenance),
    ] as [(String, String, TableError.Reason)])
  func `a provenance that cannot be used is refused`(
    _ old: String, _ new: String, _ reason: TableError.Reason
  ) {
    let changed = replacing(old, with: new, in: SmallRelease.provenance)
    #expect(throws: TableError(fileName: "provenance.json", lineNumber: nil, reason: reason)) {
      try ReleaseTables.provenance(Array(changed.utf8))
    }
  }

  private func replacing(_ old: String, with new: String, in text: String) -> String {
    guard let range = text.firstRange(of: old) else { return text }
    var changed = text
    changed.replaceSubrange(range, with: new)
    return changed
  }

  @Test func `each fault says where, what, and what to do`() {
    let cases: [(TableError.Reason, String, String)] = [
      (.noByteOrderMark, "thiếu dấu BOM ở đầu tệp", "the byte-order mark is missing"),
      (.missingColumn("a"), "thiếu cột “a”", "the column “a” is missing"),
      (.repeatedColumn("a"), "cột “a” có hai lần", "the column “a” stands there twice"),
      (
        .cellCount(1, expected: 9), "dòng có 1 ô, phải là 9 như dòng tiêu đề",
        "a record of 1 cell, not of 9 as the header"
      ),
      (.quotes, "dấu ngoặc kép đặt sai", "a quote is out of place"),
      (
        .lineEnd, "dòng không kết thúc bằng CR LF", "the record does not end with CR LF"
      ),
      (.notUTF8, "có byte không phải UTF-8", "there are bytes that are not UTF-8"),
      (.value("a", text: "b"), "“a” không thể là “b”", "“a” cannot be “b”"),
      (.tooLarge(limit: 9), "tệp lớn hơn 9 byte", "the file is larger than 9 bytes"),
      (
        .notProvenance, "không đọc được xuất xứ của báo cáo (JSON hỏng hoặc thiếu mục)",
        "no record of a release's origin (broken JSON, or something is missing)"
      ),
    ]
    for (reason, vietnamese, english) in cases {
      let error = TableError(fileName: "t.csv", lineNumber: 7, reason: reason)
      #expect(
        error.message(in: .vietnamese) == "t.csv:7: \(vietnamese); hãy lấy lại bản gốc của báo cáo")
      #expect(error.message(in: .english) == "t.csv:7: \(english); fetch the original release")
    }
    let later = TableError(fileName: "provenance.json", lineNumber: nil, reason: .schema(2))
    #expect(
      later.message(in: .vietnamese)
        == "provenance.json: dạng ghi số 2, phiên bản này chỉ đọc được dạng số 1; "
        + "hãy dùng phiên bản kheo mới hơn")
    #expect(
      later.message(in: .english)
        == "provenance.json: schema 2, and this version reads schema 1 only; "
        + "use a later version of kheo")
  }
}
