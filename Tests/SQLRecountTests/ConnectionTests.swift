import Domain
import Testing

@testable import SQLRecount

struct ConnectionTests {
  @Test func `a full disk is told apart`() throws {
    let connection = try Connection()
    try connection.execute("CREATE TABLE t (x); PRAGMA max_page_count = 3")
    let error = #expect(throws: SQLRecountError.self) {
      try connection.execute("INSERT INTO t VALUES (zeroblob(100000))")
    }
    #expect(error?.isDiskFull == true)
    #expect(error?.message == "database or disk is full")
  }

  @Test func `a broken statement says what is wrong`() throws {
    let connection = try Connection()
    let error = #expect(throws: SQLRecountError.self) {
      try connection.access { database throws(SQLRecountError) in
        _ = try Statement("SELECT 1 FROM absent", in: database)
      }
    }
    #expect(error?.message == "no such table: absent")
    #expect(error?.isDiskFull == false)
  }

  @Test func `blank texts stay apart from none`() throws {
    let found = try Connection().access { database throws(SQLRecountError) in
      let statement = try Statement("SELECT typeof(?1), typeof(?2), typeof(?3)", in: database)
      try statement.bind("", at: 1)
      try statement.bind(String?.none, at: 2)
      statement.bind(Int?.none, at: 3)
      var types: [String] = []
      try statement.forEachRow { row in types = (0..<row.columnCount).map { row.text($0) } }
      return types
    }
    #expect(found == ["text", "null", "null"])
  }

  @Test func `control characters and quotes are escaped in JSON`() {
    func json(_ texts: [String]) -> String {
      var bytes: [UInt8] = []
      appendJSON(texts, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(json([]) == "[]")
    #expect(json(["a\tb", "\"\\", "Ê"]) == #"["a\u0009b","\"\\","Ê"]"#)
  }
}
