import Domain
import Foundation
import Loaders
import Testing

/// What of `submissions/` is read, what is not, and in which order (SPEC §2, §6).
struct WorkspaceLoaderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("submissions")
  }

  private func list(_ names: [String]) throws -> SubmissionFolder {
    for name in names { try folder.write("x".utf8, to: "submissions/\(name)") }
    let registers = try RegisterFolder().load()
    return try WorkspaceLoader.submissions(inputs: folder.path, submitters: registers.submitters)
  }

  @Test func `submissions stand in periods or directly, csv in any letter case`() throws {
    let listed = try list(["2023/an-luu.csv", "2024-Q3/An Lưu.CSV", "x.cSv"])
    #expect(
      listed.files == [
        SubmissionFile(path: "submissions/x.cSv", period: nil, submitter: .unknown, isDue: true),
        SubmissionFile(
          path: "submissions/2023/an-luu.csv", period: Period(year: 2023), submitter: .ward(0),
          isDue: true),
        SubmissionFile(
          path: "submissions/2024-Q3/An Lưu.CSV", period: Period(year: 2024, quarter: 3),
          submitter: .ward(0), isDue: true),
      ])
    #expect(listed.unread.isEmpty)
  }

  @Test func `workbooks are submissions, and stand where a text of that name would`() throws {
    let listed = try list([
      "2023/an-luu.xlsx", "2023/an-luu.csv", "2023/an-luu-bo-sung.XLSX", "2023/~$an-luu.xlsx",
      "2023/.xlsx",
    ])
    #expect(
      listed.files.map(\.path) == [
        "submissions/2023/an-luu.csv", "submissions/2023/an-luu.xlsx",
        "submissions/2023/an-luu-bo-sung.XLSX",
      ])
    #expect(listed.files.allSatisfy { $0.submitter == .ward(0) })
    #expect(listed.unread.isEmpty)
  }

  @Test func `a file of another kind is told by its content`() throws {
    try folder.write("%PDF-1.4".utf8, to: "submissions/a.pdf")
    try folder.write(
      [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18), to: "submissions/b.zip")
    #expect(
      try list(["c.txt"]).unread.map(\.reason) == [
        .foreign(.portableDocument), .foreign(.archive), .notCSV,
      ])
  }

  @Test(arguments: [1, 2, 3]) func `as many submissions as the limit are listed, and no more`(
    _ limit: Int
  ) throws {
    for name in ["a.csv", "2023/b.csv"] { try folder.write("x".utf8, to: "submissions/\(name)") }
    let submitters = try RegisterFolder().load().submitters
    func listed() throws(LoadError) -> Int {
      try WorkspaceLoader.submissions(
        inputs: folder.path, submitters: submitters, fileLimit: limit
      ).files.count
    }
    if limit > 1 {
      #expect(try listed() == 2)
      return
    }
    let error = #expect(throws: LoadError.self) { try listed() }
    #expect(
      error?.message(in: .vietnamese)
        == "submissions: lỗi: có 2 tệp nộp, quá giới hạn 1 tệp; hãy chia bộ hồ sơ theo địa bàn, hoặc chuyển các kỳ "
        + "cũ sang bộ hồ sơ khác")
    #expect(
      error?.message(in: .english)
        == "submissions: error: there are 2 submissions, beyond the limit of 1; split the workspace by area, or "
        + "move old periods into another workspace")
  }

  @Test func `names that begin with a point or a tilde are skipped, folders too`() throws {
    let listed = try list([
      ".a.csv", "~$a.csv", ".git/a.csv", "~x/a.csv", "2023/.b.csv", "2023/~b.csv", "2023/.x/b.csv",
    ])
    #expect(listed.files.isEmpty && listed.unread.isEmpty)
  }

  @Test func `other files and deeper folders are not read, and told in order`() throws {
    let listed = try list([
      "a.xls", "csv", "a.csv.bak", "2023/b.txt", "2023/deeper/c.csv", "2023/x.csv/c.csv",
      "2023/b.csv ", "2023/acsv",
    ])
    #expect(listed.files.isEmpty)
    #expect(
      listed.unread.map(\.path) == [
        "submissions/2023/acsv", "submissions/2023/b.csv ", "submissions/2023/b.txt",
        "submissions/2023/deeper", "submissions/2023/x.csv", "submissions/a.csv.bak",
        "submissions/a.xls", "submissions/csv",
      ])
  }

  @Test(arguments: [
    "2023 ", "2023-q3", "2023-Q5", "2023Q3", "23", "quý 3", "20233", "2023-Q3.csv", "２０２３",
    "2023-Q0", "x",
  ])
  func `a folder that is not named after a period stops the run`(_ name: String) throws {
    try folder.makeFolder("submissions/\(name)")
    let error = try #require(throws: LoadError.self) { try list([]) }
    #expect(
      error.message(in: .vietnamese)
        == "submissions/\(name): lỗi: thư mục này không mang tên một kỳ; hãy đổi thành năm (2023) hoặc quý (2024-Q3)"
    )
    #expect(
      error.message(in: .english)
        == "submissions/\(name): error: this folder is not named after a period; rename it to a "
        + "year (2023) or a quarter (2024-Q3)")
  }

  @Test func `without a folder of submissions there are none`() throws {
    let empty = try TemporaryFolder()
    let listed = try WorkspaceLoader.submissions(
      inputs: empty.path, submitters: SubmitterTable())
    #expect(listed.files.isEmpty)
    #expect(listed.unread.isEmpty)
  }

  @Test func `the order is that of counting: none, quarters, their year, paths bytewise`() throws {
    let listed = try list([
      "2023/b.csv", "2023/a.csv", "2023/a-b.csv", "2023/B.csv", "2023-Q4/z.csv", "2023-Q1/z.csv",
      "2024-Q1/a.csv", "z.csv", "2023/a.CSV", "2023/á.csv", "2022/z.csv",
    ])
    #expect(
      listed.files.map(\.path)
        == [
          "z.csv", "2022/z.csv", "2023-Q1/z.csv", "2023-Q4/z.csv", "2023/B.csv", "2023/a.CSV",
          "2023/a.csv", "2023/a-b.csv", "2023/b.csv", "2023/á.csv", "2024-Q1/a.csv",
        ].map { "submissions/\($0)" })
  }

  @Test func `periods that end after the cut-off are not due`() throws {
    let listed = try list(["a.csv", "2023/a.csv", "2024-Q2/a.csv", "2024-Q3/a.csv", "2024/a.csv"])
    let due = listed.files(through: Quarter(year: 2024, number: 2)).filter(\.isDue)
    #expect(
      due.map(\.path) == ["a.csv", "2023/a.csv", "2024-Q2/a.csv"].map { "submissions/\($0)" })
    #expect(listed.files(through: Quarter(year: 2024, number: 4)).filter(\.isDue).count == 5)
  }

  @Test func `the latest quarter is the last of the latest period with a submission`() throws {
    try folder.makeFolder("submissions/2025")
    #expect(try list([]).latestQuarter == nil)
    #expect(try list(["a.csv"]).latestQuarter == nil)
    #expect(try list(["2023-Q2/a.csv"]).latestQuarter == Quarter(year: 2023, number: 2))
    #expect(try list(["2023/a.csv"]).latestQuarter == Quarter(year: 2023, number: 4))
  }

  @Test func `a name that is no UTF-8 is told, not read`() throws {
    let listed = try list(["2023/a.csv"])
    #expect(listed.files.count == 1)
    let path = Array("\(folder.path)/submissions/2023/".utf8) + [0xFF] + Array(".csv\0".utf8)
    let isWritten = path.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { name in
        guard let address = name.baseAddress, let file = fopen(address, "w") else { return false }
        return fclose(file) == 0
      }
    }
    try #require(isWritten)
    #expect(try list([]).files.count == 1)
    #expect(
      try list([]).unread == [
        UnreadEntry(path: "submissions/2023/\u{FFFD}.csv", reason: .nameNotUTF8)
      ])
  }

  @Test func `a name with control or hidden characters is not read, and shown escaped`() throws {
    try folder.write("x".utf8, to: "submissions/2023/a\u{1B}[31m.csv")
    try folder.write("x".utf8, to: "submissions/b\u{200B}.xlsx")
    try folder.write("x".utf8, to: "submissions/c\n.csv")
    let listed = try list([])
    #expect(listed.files.isEmpty)
    #expect(
      listed.unread == [
        UnreadEntry(path: "submissions/2023/a\\u{1B}[31m.csv", reason: .nameHidden),
        UnreadEntry(path: "submissions/b\\u{200B}.xlsx", reason: .nameHidden),
        UnreadEntry(path: "submissions/c\\u{A}.csv", reason: .nameHidden),
      ])
  }
}
