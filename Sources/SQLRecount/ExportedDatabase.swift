import GRDB

/// An export opened to be read, as an auditor would.
package struct ExportedDatabase {
  /// One row of the view `difference`.
  package struct Difference: Sendable, Equatable {
    package let kind: String
    package let item: String
    package let stated: String
    package let recounted: String
  }

  private let connection: Connection

  /// Opens the finished database at `path`.
  package init(path: String) throws(SQLRecountError) {
    connection = try Connection(reading: path)
  }

  /// The first rows of the view `difference`, at most `limit`; none when the export agrees with
  /// itself.
  package func differences(limit: Int) throws(SQLRecountError) -> [Difference] {
    try rows("SELECT kind, item, stated, recounted FROM difference LIMIT \(limit)").map {
      Difference(kind: $0[0], item: $0[1], stated: $0[2], recounted: $0[3])
    }
  }

  /// All rows of a query as texts, NULL as a blank.
  package func rows(_ query: String) throws(SQLRecountError) -> [[String]] {
    try connection.access { database throws(SQLRecountError) in
      let statement = try Statement(query, in: database)
      var rows: [[String]] = []
      try statement.forEachRow { row in
        rows.append((0..<row.columnCount).map { row.text($0) })
      }
      return rows
    }
  }
}
