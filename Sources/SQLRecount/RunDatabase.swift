import Domain
import GRDB

/// The database of a second opinion that knows the run as a whole: submissions, findings, and
/// every row of the registers, but no record.
struct RunDatabase {
  /// Where a source stands in the order of counting.
  struct Place: Sendable {
    var position: Int
    /// Grows with the submission period.
    var moment: Int
  }

  private let submissions: [SubmissionOutcome]
  private let findingCounts: [Severity: Int]
  private let registers: Registers

  init(
    submissions: [SubmissionOutcome], findingCounts: [Severity: Int], registers: Registers
  ) {
    self.submissions = submissions
    self.findingCounts = findingCounts
    self.registers = registers
  }

  /// The order of counting of files, in the order in which they are given.
  func countingOrder(of files: [SubmissionFile]) throws(SQLRecountError) -> [Place] {
    let connection = try Connection()
    try connection.execute(Schema.submission)
    try connection.execute(CountingViews.countingOrder)
    return try connection.access { database throws(SQLRecountError) in
      try RegisterRows(database).insert(
        files.map { SubmissionOutcome(file: $0) }, firstID: 0, registers: registers)
      let selection = try Statement(
        "SELECT position, moment FROM counting_order ORDER BY submission", in: database)
      var places: [Place] = []
      try selection.forEachRow { row in
        places.append(Place(position: row.integer(0), moment: row.integer(1)))
      }
      return places
    }
  }

  /// The figures about submissions and findings.
  func figures() throws(SQLRecountError) -> [(id: String, value: Int)] {
    let connection = try Connection()
    for sql in Schema.registers + [
      Schema.submission, "CREATE TABLE finding_tally (severity TEXT, findings INTEGER)",
      FigureViews.submissions, FigureViews.findings,
    ] { try connection.execute(sql) }
    return try connection.access { database throws(SQLRecountError) in
      let rows = RegisterRows(database)
      try rows.insert(wards: registers.wards)
      try rows.insert(submissions, firstID: 0, registers: registers)
      try insertFindingCounts(database)
      let selection = try Statement(
        """
        SELECT id, value FROM recount_submissions UNION ALL SELECT id, value FROM recount_findings
        """, in: database)
      var figures: [(id: String, value: Int)] = []
      try selection.forEachRow { row in figures.append((row.text(0), row.integer(1))) }
      return figures
    }
  }

  private func insertFindingCounts(_ database: Database) throws(SQLRecountError) {
    let statement = try Statement("INSERT INTO finding_tally VALUES (?, ?)", in: database)
    for severity in Severity.allCases {
      try statement.bind(severity.rawValue, at: 1)
      statement.bind(findingCounts[severity] ?? 0, at: 2)
      try statement.run()
    }
  }
}
