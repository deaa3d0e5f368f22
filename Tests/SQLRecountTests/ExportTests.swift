import Domain
import Foundation
import SQLRecount
import TestSupport
import Testing

struct ExportTests {
  /// Two years of one ward with a record of every disposition.
  static var sample: ExportFixture {
    let (a, b) = (Model("a").with(\.quarter, 2), Model("b").with(\.quantity, 3))
    var later = Sent("an-luu.csv", "2021-Q1", a, a, b.with(\.isEnded, true))
    later.excluded = [
      SecondOpinion.Excluded(ward: 0, disposition: .outOfPeriod, count: 1),
      SecondOpinion.Excluded(ward: nil, disposition: .rejected, count: 2),
    ]
    let finding = Finding(
      severity: .error, rule: .duplicateRecord,
      place: Place(path: later.file.path, line: 3, record: 3, column: "Tên mô hình"),
      value: "a", message: "Trùng với dòng 2", see: "submissions/2021-Q1/an-luu.csv:2")
    return ExportFixture([Sent("an-luu.csv", "2020", a, b), later], findings: [finding])
  }

  private func query(_ fixture: ExportFixture, _ sql: String) throws -> [String] {
    let folder = try TemporaryFolder()
    try fixture.write(to: folder.file("x.db"))
    return try ExportedDatabase(path: folder.file("x.db")).rows(sql).map {
      $0.joined(separator: "|")
    }
  }

  @Test func `nothing differs in a sound export`() throws {
    #expect(try ExportTests.sample.differences() == [])
    #expect(try ExportFixture([]).differences() == [])
  }

  @Test func `nothing differs in random worlds, whose figures are recounted one by one`() throws {
    var dice = Dice(seed: 77)
    for _ in 0..<15 {
      let fixture = ExportFixture(randomWorld(&dice))
      #expect(try fixture.differences() == [])
      #expect(
        try query(fixture, "SELECT id, value FROM recount ORDER BY id")
          == fixture.figures.map { "\($0.id)|\($0.value)" })
    }
  }

  @Test func `records stand with place, disposition and origin`() throws {
    #expect(
      try query(
        ExportTests.sample,
        """
        SELECT s.path, r.line, r.disposition, o.name, r.ward, r.year, r.quarter, r.rules, r.origin
        FROM record r JOIN submission s ON s.id = r.submission JOIN role o ON o.number = r.role
        ORDER BY r.id
        """) == [
          "submissions/2020/an-luu.csv|2|counted|counted|01|2020|2||",
          "submissions/2020/an-luu.csv|3|counted|counted|01|2020|||",
          "submissions/2021-Q1/an-luu.csv|2|carried-over|maintained|01|2020|2||2",
          "submissions/2021-Q1/an-luu.csv|3|duplicate|duplicate|01|2020|2||10000000002",
          "submissions/2021-Q1/an-luu.csv|4|carried-over|carried-over-ended|01|2020|||3",
          "submissions/2021-Q1/an-luu.csv|5|out-of-period|out-of-period|01|2030||out-of-period|",
          "submissions/2021-Q1/an-luu.csv|6|rejected|rejected||||invalid-year,missing-value|",
          "submissions/2021-Q1/an-luu.csv|7|rejected|rejected||||invalid-year,missing-value|",
        ])
  }

  @Test func `registers, submissions, findings and what was exported are there`() throws {
    let rows = try query(
      ExportTests.sample,
      """
      SELECT key || '=' || value FROM meta
      UNION ALL SELECT code || ' ' || is_ward || ' ' || coalesce(valid_to, '-') FROM ward
      UNION ALL SELECT code || ' ' || name FROM organization
      UNION ALL SELECT path || ' ' || submitter || ' ' || state || ' ' || data || ' ' || rejected
        FROM submission
      UNION ALL SELECT severity || ' ' || rule || ' ' || line || ' ' || see FROM finding
      """)
    #expect(
      rows == [
        "cutoff=2024-Q3", "schema=1", "title=Dân vận khéo", "01 1 -", "02 1 -", "03 1 2023-06-30",
        "VP 0 -", "HPN Hội Phụ nữ", "submissions/2020/an-luu.csv 01 read 2 0",
        "submissions/2021-Q1/an-luu.csv 01 read 6 2",
        "error duplicate-record 3 submissions/2021-Q1/an-luu.csv:2",
      ])
  }

  @Test func `texts keep quotes, NUL and everything behind it`() throws {
    var fixture = ExportTests.sample
    let text = "it's \"quoted\"\0 behind\u{1}\\ – 模 🎋"
    fixture.records[0][0].name = text
    fixture.records[0][0].cells = [text, ""]
    #expect(try query(fixture, "SELECT name FROM record WHERE id = 2") == [text])
    let cells = try query(fixture, "SELECT cells FROM record WHERE id = 2")
    #expect(
      cells == [#"["it's \"quoted\"\u0000 behind\u0001\\ – 模 🎋",""]"#])
    #expect(
      try query(fixture, "SELECT json_array_length(cells) FROM record WHERE id = 2") == ["2"])
    #expect(try fixture.differences() == [])
  }

  @Test func `the same rows make the same bytes, in one file`() throws {
    let folder = try TemporaryFolder()
    try ExportTests.sample.write(to: folder.file("a.db"))
    try ExportTests.sample.write(to: folder.file("b.db"))
    #expect(try folder.bytes("a.db") == folder.bytes("b.db"))
    #expect(try folder.names == ["a.db", "b.db"])
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
  func `the tool sqlite3 opens it as it is`() throws {
    let folder = try TemporaryFolder()
    try ExportTests.sample.write(to: folder.file("x.db"))
    let (tool, output) = (Process(), Pipe())
    tool.executableURL = URL(filePath: "/usr/bin/sqlite3")
    tool.arguments = [
      "-readonly", folder.file("x.db"),
      """
      PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT count(*) FROM difference;
      SELECT value FROM recount WHERE id = 'maintained.field=KT.year=2021';
      """,
    ]
    tool.standardOutput = output
    try tool.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    tool.waitUntilExit()
    #expect(text == "ok\n0\n1\n")
  }

  @Test func `a place that cannot be written is told apart`() throws {
    let error = #expect(throws: SQLRecountError.self) {
      try ExportTests.sample.write(to: "/nowhere/x.db")
    }
    #expect(error?.isDiskFull == false)
  }
}
