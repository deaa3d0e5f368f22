package import Domain
import GRDB

/// One data record as an export shows it, with its texts.
package struct ExportedRecord: Sendable {
  package var trace: TracedRecord
  /// The submission (by its place among those added, from 0) and the number of the record that
  /// `trace.origin` points to.
  package var origin: (submission: Int, recordNumber: Int)?
  /// As written; blank where there is no such column.
  package var name: String
  package var hamlet: String
  package var owner: String
  package var status: String
  /// As compared (SPEC §5).
  package var nameKey: String
  package var hamletKey: String
  /// The code of a known organization, else its match key.
  package var ownerKey: String
  /// Every cell of the record, trimmed and in NFC.
  package var cells: [String]

  package init(
    trace: TracedRecord, origin: (submission: Int, recordNumber: Int)? = nil, name: String,
    hamlet: String, owner: String, status: String, nameKey: String, hamletKey: String,
    ownerKey: String, cells: [String]
  ) {
    self.trace = trace
    self.origin = origin
    self.name = name
    self.hamlet = hamlet
    self.owner = owner
    self.status = status
    self.nameKey = nameKey
    self.hamletKey = hamletKey
    self.ownerKey = ownerKey
    self.cells = cells
  }
}

/// A run as one SQLite database that an auditor can query with any tool.
///
/// Rows are written as they come, and memory does not grow with them. The file is complete only
/// after `finish`; before, or after an error, it is worth nothing and is to be removed. The same
/// rows make the same bytes.
package struct DatabaseExport: ~Copyable {
  /// `kheo` as four bytes: what `file` and SQLite call the application id.
  private static let applicationID = 0x6B68_656F

  private let connection: Connection
  private let registers: Registers
  private var submissionCount = 0

  /// Creates the database at `path`, where no file is yet.
  ///
  /// `meta` is what the caller wants to be known of the run; the keys `schema` and `cutoff` are
  /// added here.
  package init(
    path: String, meta: [(key: String, value: String)], registers: Registers, span: ReportedSpan
  ) throws(SQLRecountError) {
    self.registers = registers
    connection = try DatabaseExport.create(path: path, meta: meta, registers, span)
  }

  /// Creates the file with all definitions and registers; the transaction stays open.
  private static func create(
    path: String, meta: [(key: String, value: String)], _ registers: Registers,
    _ span: ReportedSpan
  ) throws(SQLRecountError) -> Connection {
    let connection = try Connection(creating: path)
    try connection.execute("PRAGMA application_id = \(applicationID)")
    try connection.execute("PRAGMA user_version = \(Schema.version)")
    try connection.execute("BEGIN")
    for sql in definitions { try connection.execute(sql) }
    let own = [("schema", "\(Schema.version)"), ("cutoff", span.cutoff.description)]
    try connection.access { database throws(SQLRecountError) in
      let rows = RegisterRows(database)
      try rows.insert(wards: registers.wards)
      try rows.insert(fields: registers.fields)
      try rows.insert(organizations: registers.organizations)
      try rows.insert(years: span.years)
      try rows.insertRoles()
      try ExportRows(database).insert(meta: own + meta)
    }
    return connection
  }

  private static var definitions: [String] {
    Schema.registers + [Schema.submission] + Schema.wideTables
      + [
        CountingViews.countingOrder, CountingViews.placed, CountingViews.recounted,
        CountingViews.tally,
        CountingViews.findingTally,
      ] + FigureViews.all + DifferenceViews.all
  }

  /// Adds a submission; they are numbered from 0 as they come.
  package mutating func add(_ submission: SubmissionOutcome) throws(SQLRecountError) {
    let (id, registers) = (submissionCount, registers)
    try connection.access { database throws(SQLRecountError) in
      try RegisterRows(database).insert([submission], firstID: id, registers: registers)
    }
    submissionCount += 1
  }

  /// Adds data records of the submission that was added last; some thousand at a time.
  package mutating func add(records: [ExportedRecord]) throws(SQLRecountError) {
    let (id, registers) = (submissionCount - 1, registers)
    try connection.access { database throws(SQLRecountError) in
      try ExportRows(database).insert(records, submission: id, registers: registers)
    }
  }

  /// Adds decisions, and which models they join.
  package mutating func add(
    decisions: [DecisionOutcome], _ models: SettledModels
  ) throws(SQLRecountError) {
    try connection.access { database throws(SQLRecountError) in
      let rows = ExportRows(database)
      try rows.insert(models)
      try rows.insert(decisions: decisions.map { Provenance.Decision($0) })
    }
  }

  /// Adds findings, in the order in which they are to be listed.
  package mutating func add(findings: FindingList) throws(SQLRecountError) {
    try connection.access { database throws(SQLRecountError) in
      try ExportRows(database).insert(findings: findings)
    }
  }

  /// Adds the published figures, and closes the file with everything on the disk.
  package consuming func finish(
    figures: [(id: String, value: Int)]
  ) throws(SQLRecountError) {
    try connection.access { database throws(SQLRecountError) in
      try ExportRows(database).insert(figures: figures)
    }
    try connection.execute("COMMIT")
    try connection.close()
  }
}
