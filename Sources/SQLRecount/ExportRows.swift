import Domain
import GRDB

/// Fills the tables that only an export has.
struct ExportRows {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func insert(meta: [(String, String)]) throws(SQLRecountError) {
    let statement = try Statement("INSERT INTO meta VALUES (?, ?)", in: database)
    for (key, value) in meta {
      try statement.bind(key, at: 1)
      try statement.bind(value, at: 2)
      try statement.run()
    }
  }

  func insert(figures: [(id: String, value: Int)]) throws(SQLRecountError) {
    let statement = try Statement("INSERT INTO figure VALUES (?, ?)", in: database)
    for figure in figures {
      try statement.bind(figure.id, at: 1)
      statement.bind(figure.value, at: 2)
      try statement.run()
    }
  }

  func insert(_ models: SettledModels) throws(SQLRecountError) {
    let statement = try Statement("INSERT INTO same_model VALUES (?, ?, ?, ?)", in: database)
    let rows = models.joins.map { [$0.high, $0.low, $1.high, $1.low] }
    for row in rows.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      for (index, word) in row.enumerated() {
        statement.bind(Int(bitPattern: UInt(word)), at: Int32(index) + 1)
      }
      try statement.run()
    }
  }

  func insert(decisions: [Provenance.Decision]) throws(SQLRecountError) {
    let statement = try Statement(
      "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", in: database)
    for decision in decisions {
      statement.bind(decision.line, at: 1)
      try statement.bind(decision.first, at: 2)
      try statement.bind(decision.second, at: 3)
      try statement.bind(decision.ward, at: 4)
      try statement.bind(decision.decision, at: 5)
      try statement.bind(decision.reason, at: 6)
      try statement.bind(decision.who, at: 7)
      try statement.bind(decision.date, at: 8)
      try statement.bind(decision.state, at: 9)
      statement.bind(decision.records, at: 10)
      try statement.run()
    }
  }

  func insert(findings: FindingList) throws(SQLRecountError) {
    let statement = try Statement(
      "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", in: database)
    for finding in findings {
      try statement.bind(finding.severity.rawValue, at: 1)
      try statement.bind(finding.rule.rawValue, at: 2)
      try statement.bind(finding.place.path, at: 3)
      statement.bind(finding.place.line, at: 4)
      statement.bind(finding.place.record, at: 5)
      try statement.bind(finding.place.column, at: 6)
      try statement.bind(finding.value, at: 7)
      try statement.bind(finding.tableMessage, at: 8)
      try statement.bind(finding.see, at: 9)
      try statement.run()
    }
  }

  /// Enters the data records of a submission.
  func insert(
    _ records: [ExportedRecord], submission: Int, registers: Registers
  ) throws(SQLRecountError) {
    let marks = Array(repeating: "?", count: 24).joined(separator: ", ")
    let statement = try Statement("INSERT INTO record VALUES (\(marks))", in: database)
    for record in records {
      statement.bind(ExportRows.id(submission, record.trace.number), at: 1)
      statement.bind(submission, at: 2)
      try ExportRows.bind(record.trace, registers, to: statement)
      try ExportRows.bind(record, to: statement)
      try statement.run()
    }
  }

  /// The id of a record, from which its submission and number can be read.
  private static func id(_ submission: Int, _ recordNumber: Int) -> Int {
    submission * CountingViews.recordNumberLimit + recordNumber
  }

  private static func bind(
    _ trace: TracedRecord, _ registers: Registers, to statement: Statement
  ) throws(SQLRecountError) {
    statement.bind(trace.number, at: 3)
    statement.bind(trace.line, at: 4)
    try statement.bind(trace.role.disposition.rawValue, at: 5)
    statement.bind(Int64(trace.role.rawValue), at: 6)
    try statement.bind(trace.ward.map { registers.wards[$0].code }, at: 7)
    try statement.bind(trace.field.map { registers.fields[$0].code }, at: 8)
    statement.bind(trace.year, at: 9)
    statement.bind(trace.quarter, at: 10)
    statement.bind(trace.quantity, at: 11)
    statement.bind(trace.isEnded ? 1 : 0, at: 12)
    statement.bind(trace.identity.map { Int(bitPattern: UInt($0.high)) }, at: 13)
    statement.bind(trace.identity.map { Int(bitPattern: UInt($0.low)) }, at: 14)
    try statement.bind(trace.rules.map(\.rawValue).joined(separator: ","), at: 16)
  }

  private static func bind(
    _ record: ExportedRecord, to statement: Statement
  ) throws(SQLRecountError) {
    statement.bind(record.origin.map { id($0.submission, $0.recordNumber) }, at: 15)
    try statement.bind(record.name, at: 17)
    try statement.bind(record.hamlet, at: 18)
    try statement.bind(record.owner, at: 19)
    try statement.bind(record.status, at: 20)
    try statement.bind(record.nameKey, at: 21)
    try statement.bind(record.hamletKey, at: 22)
    try statement.bind(record.ownerKey, at: 23)
    var cells: [UInt8] = []
    appendJSON(record.cells, to: &cells)
    try statement.bind(String(decoding: cells, as: UTF8.self), at: 24)
  }
}
