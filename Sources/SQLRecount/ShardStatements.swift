import Domain
import GRDB

/// The statements that a thread runs for every shard, compiled once.
struct ShardStatements {
  let begin: Statement
  let commit: Statement
  let insertion: Statement
  let exclusion: Statement
  /// Fills `cube` from the records, the one pass over them.
  let count: Statement
  /// Fills `tally` from `cube`.
  let tally: Statement
  private let clearRecords: Statement
  private let clearCube: Statement
  private let clearTally: Statement
  private let clearWards: Statement
  private let disputeCount: Statement
  private let disputes: Statement
  private let figures: Statement

  init(_ database: Database) throws(SQLRecountError) {
    begin = try Statement("BEGIN", in: database)
    commit = try Statement("COMMIT", in: database)
    clearRecords = try Statement("DELETE FROM placed", in: database)
    clearCube = try Statement("DELETE FROM cube", in: database)
    clearTally = try Statement("DELETE FROM tally", in: database)
    clearWards = try Statement("DELETE FROM ward", in: database)
    let marks = Array(repeating: "?", count: 11).joined(separator: ", ")
    insertion = try Statement("INSERT INTO placed VALUES (\(marks))", in: database)
    exclusion = try Statement(
      """
      INSERT INTO tally VALUES (?, ?, '', 0, 0, 0, ?, 0)
      ON CONFLICT DO UPDATE SET records = records + excluded.records
      """, in: database)
    count = try Statement(ShardStatements.counting, in: database)
    tally = try Statement(ShardStatements.tallying, in: database)
    disputeCount = try Statement("SELECT sum(disputed) FROM cube", in: database)
    disputes = try Statement(
      """
      SELECT place, stated, role FROM recounted WHERE role <> stated
      ORDER BY place LIMIT \(SecondOpinion.disputeLimit)
      """, in: database)
    figures = try Statement(
      """
      SELECT id, value FROM recount_registered
      UNION ALL SELECT id, value FROM recount_maintained
      UNION ALL SELECT id, value FROM recount_records
      UNION ALL SELECT id, value FROM recount_coverage
      """, in: database)
  }

  /// A cell is 4 bits of role, 16 of ward, 8 of field, 16 of year, 3 of quarter, and 16 of the
  /// reporting year of what is maintained.
  private static let counting = """
    INSERT INTO cube
    SELECT ((((role << 16 | ward) << 8 | field) << 16 | year) << 3 | quarter) << 16
        | CASE role WHEN \(RecordRole.maintained.rawValue) THEN reporting_year ELSE 0 END,
      1, quantity, role <> stated
    FROM recounted WHERE true
    ON CONFLICT (cell) DO UPDATE SET records = records + 1,
      quantity = quantity + excluded.quantity, disputed = disputed + excluded.disputed
    """

  private static let tallying = """
    INSERT INTO tally
    SELECT c.cell >> 59, w.code, f.code, c.cell >> 19 & 65535, c.cell >> 16 & 7, c.cell & 65535,
      c.records, c.quantity
    FROM cube c CROSS JOIN ward_number w CROSS JOIN field_number f
    WHERE w.number = c.cell >> 43 & 65535 AND f.number = c.cell >> 35 & 255
    """

  /// Empties the database for the next shard.
  func clear() throws(SQLRecountError) {
    try clearRecords.run()
    try clearCube.run()
    try clearTally.run()
    try clearWards.run()
  }

  /// Adds what was found in the shard; `sources` are by their position in the order of counting.
  func collect(into sums: inout FigureSums, sources: [Int]) throws(SQLRecountError) {
    var figures: [(id: String, value: Int)] = []
    try self.figures.forEachRow { row in figures.append((row.text(0), row.integer(1))) }
    sums.add(figures)
    var count = 0
    try disputeCount.forEachRow { row in count = row.integer(0) }
    if count > 0 { sums.add(try firstDisputes(sources), count: count) }
  }

  private func firstDisputes(
    _ sources: [Int]
  ) throws(SQLRecountError) -> [FigureSums.PlacedDispute] {
    var found: [FigureSums.PlacedDispute] = []
    try disputes.forEachRow { row in
      let (position, number) = row.integer(0)
        .quotientAndRemainder(dividingBy: CountingViews.recordNumberLimit)
      let dispute = SecondOpinion.Dispute(
        source: sources[position - 1], recordNumber: number, stated: role(row.integer(1)),
        recounted: role(row.integer(2)))
      found.append((row.integer(0), dispute))
    }
    return found
  }

  /// Only numbers of roles were put in.
  private func role(_ number: Int) -> RecordRole {
    RecordRole(rawValue: UInt8(truncatingIfNeeded: number)) ?? .rejected
  }
}
