import Domain
import GRDB

/// The statements that a thread runs for every shard, compiled once.
struct ShardStatements {
  let begin: Statement
  let commit: Statement
  let insertion: Statement
  let exclusion: Statement
  /// Fills `tally` from the records, the one pass over them.
  let tally: Statement
  private let clearRecords: Statement
  private let clearTally: Statement
  private let clearWards: Statement
  private let disputeCount: Statement
  private let disputes: Statement
  private let figures: Statement

  init(_ database: Database) throws(SQLRecountError) {
    begin = try Statement("BEGIN", in: database)
    commit = try Statement("COMMIT", in: database)
    clearRecords = try Statement("DELETE FROM record", in: database)
    clearTally = try Statement("DELETE FROM tally", in: database)
    clearWards = try Statement("DELETE FROM ward", in: database)
    let marks = Array(repeating: "?", count: 11).joined(separator: ", ")
    insertion = try Statement("INSERT INTO record VALUES (\(marks))", in: database)
    exclusion = try Statement(
      "INSERT INTO tally (ward, role, records, quantity, disputed) VALUES (?, ?, ?, 0, 0)",
      in: database)
    tally = try Statement(ShardStatements.tallying, in: database)
    disputeCount = try Statement("SELECT sum(disputed) FROM tally", in: database)
    disputes = try Statement(
      """
      SELECT submission, number, stated, role FROM recounted WHERE role <> stated
      ORDER BY submission, number LIMIT \(SecondOpinion.disputeLimit)
      """, in: database)
    figures = try Statement(
      """
      SELECT id, value FROM recount_registered
      UNION ALL SELECT id, value FROM recount_maintained
      UNION ALL SELECT id, value FROM recount_records
      UNION ALL SELECT id, value FROM recount_coverage
      """, in: database)
  }

  /// The tally of an export, sorted by one number instead of six columns: 16 bits of ward, 8 of
  /// field, 16 of year, 3 of quarter, 4 of role, 16 of reporting year.
  private static let tallying = """
    INSERT INTO tally
    SELECT w.code, f.code, t.year, t.quarter, t.role, t.maintained_year, t.records, t.quantity,
      t.disputed
    FROM (\(CountingViews.tallySelection(
      groupedBy: """
        ((((ward << 8 | field) << 16 | year) << 3 | quarter) << 4 | role) << 16 | reporting_year
        """))) t
      CROSS JOIN ward_number w CROSS JOIN field_number f
    WHERE w.number = t.ward AND f.number = t.field
    """

  /// Empties the database for the next shard.
  func clear() throws(SQLRecountError) {
    try clearRecords.run()
    try clearTally.run()
    try clearWards.run()
  }

  /// Adds what was found in the shard.
  func collect(into sums: inout FigureSums) throws(SQLRecountError) {
    var figures: [(id: String, value: Int)] = []
    try self.figures.forEachRow { row in figures.append((row.text(0), row.integer(1))) }
    sums.add(figures)
    var count = 0
    try disputeCount.forEachRow { row in count = row.integer(0) }
    if count > 0 { sums.add(try firstDisputes(), count: count) }
  }

  private func firstDisputes() throws(SQLRecountError) -> [SecondOpinion.Dispute] {
    var found: [SecondOpinion.Dispute] = []
    try disputes.forEachRow { row in
      found.append(
        SecondOpinion.Dispute(
          source: row.integer(0), recordNumber: row.integer(1), stated: role(row.integer(2)),
          recounted: role(row.integer(3))))
    }
    return found
  }

  /// Only numbers of roles were put in.
  private func role(_ number: Int) -> RecordRole {
    RecordRole(rawValue: UInt8(truncatingIfNeeded: number)) ?? .rejected
  }
}
