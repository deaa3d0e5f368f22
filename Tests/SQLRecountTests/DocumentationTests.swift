import FoundationEssentials
import SQLRecount
import Testing

/// `Documentation/Database.md` against a database as it is written.
struct DocumentationTests {
  private static let page: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    let path = parts.dropLast(3).joined(separator: "/") + "/Documentation/Database.md"
    return (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }()

  private func opened(
    _ body: (ExportedDatabase) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    try ExportTests.sample.write(to: folder.file("x.db"))
    try body(ExportedDatabase(path: folder.file("x.db")))
  }

  @Test func `the page names every table, view and column of a record`() throws {
    try opened { database in
      let names = try database.rows(
        "SELECT name FROM sqlite_master UNION SELECT name FROM pragma_table_info('record')")
      for name in names.joined() where !name.hasPrefix("sqlite_") {
        #expect(Self.page.contains("`\(name)`"), "\(name)")
      }
    }
  }

  @Test func `every query of the page finds something`() throws {
    let blocks = Self.page.split(separator: "```sql\n", omittingEmptySubsequences: false)
    let block = try #require(blocks.dropFirst().first?.split(separator: "```").first)
    let queries = block.split(separator: ";\n")
    #expect(queries.count == 5)
    try opened { database in
      for query in queries {
        // The sample has no record of 2023; that of 2020 stands for it.
        let query = query.replacing("= 2023", with: "= 2020")
        let rows = try database.rows(String(query))
        #expect(!rows.isEmpty, "\(query)")
      }
    }
  }

  @Test func `tables and views say in both languages what they are`() throws {
    try opened { database in
      for definition in try database.rows("SELECT sql FROM sqlite_master").joined()
      where !definition.isEmpty {
        let comment = definition.split(separator: "\n").dropFirst().first ?? ""
        #expect(comment.contains("-- ") && comment.contains(" / "), "\(definition)")
      }
    }
  }
}
