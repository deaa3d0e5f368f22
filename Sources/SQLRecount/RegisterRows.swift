import Domain
import GRDB

/// Fills the tables of registers, years, roles and submissions; the same for both databases.
struct RegisterRows {
  let database: Database

  init(_ database: Database) { self.database = database }

  func insert(wards: some Sequence<Ward>) throws(SQLRecountError) {
    let statement = try Statement("INSERT INTO ward VALUES (?, ?, ?, ?, ?, ?)", in: database)
    for ward in wards {
      try statement.bind(ward.code, at: 1)
      try statement.bind(ward.name, at: 2)
      try statement.bind(ward.kindText, at: 3)
      statement.bind(ward.kind == nil ? 0 : 1, at: 4)
      try statement.bind(ward.validFrom.map(text), at: 5)
      try statement.bind(ward.validTo.map(text), at: 6)
      try statement.run()
    }
  }

  func insert(fields: [Field]) throws(SQLRecountError) {
    let statement = try Statement("INSERT INTO field VALUES (?, ?, ?)", in: database)
    for field in fields {
      try statement.bind(field.code, at: 1)
      try statement.bind(field.vietnameseName, at: 2)
      try statement.bind(field.englishName, at: 3)
      try statement.run()
    }
  }

  func insert(organizations: [Organization]) throws(SQLRecountError) {
    let statement = try Statement("INSERT INTO organization VALUES (?, ?)", in: database)
    for organization in organizations {
      try statement.bind(organization.code, at: 1)
      try statement.bind(organization.name, at: 2)
      try statement.run()
    }
  }

  func insert(years: ClosedRange<Int>) throws(SQLRecountError) {
    let statement = try Statement("INSERT INTO year VALUES (?)", in: database)
    for year in years {
      statement.bind(year, at: 1)
      try statement.run()
    }
  }

  func insertRoles() throws(SQLRecountError) {
    let statement = try Statement("INSERT INTO role VALUES (?, ?, ?, ?)", in: database)
    for role in RecordRole.allCases {
      statement.bind(Int(role.rawValue), at: 1)
      try statement.bind(role.name, at: 2)
      try statement.bind(role.disposition.rawValue, at: 3)
      try statement.bind(role.vietnameseName, at: 4)
      try statement.run()
    }
  }

  /// Enters submissions with ids that go on from `firstID`.
  func insert(
    _ submissions: [SubmissionOutcome], firstID: Int, registers: Registers
  ) throws(SQLRecountError) {
    let marks = Array(repeating: "?", count: 24).joined(separator: ", ")
    let statement = try Statement("INSERT INTO submission VALUES (\(marks))", in: database)
    for (offset, submission) in submissions.enumerated() {
      try RegisterRows.bind(submission, id: firstID + offset, registers, to: statement)
      try statement.run()
    }
  }

  private static func bind(
    _ submission: SubmissionOutcome, id: Int, _ registers: Registers,
    to statement: Statement
  ) throws(SQLRecountError) {
    let file = submission.file
    statement.bind(id, at: 1)
    try statement.bind(file.path, at: 2)
    try statement.bind(file.period?.description, at: 3)
    statement.bind(file.period?.year, at: 4)
    statement.bind(file.period?.quarter, at: 5)
    try statement.bind(registers.code(of: file.submitter), at: 6)
    try statement.bind(file.submitter.ward.map { registers.wards[$0].code }, at: 7)
    try statement.bind(file.isDue ? "read" : "not due", at: 8)
    statement.bind(submission.byteCount, at: 9)
    try statement.bind(submission.sha256, at: 10)
    try statement.bind(submission.encoding?.rawValue, at: 11)
    try statement.bind(submission.delimiter, at: 12)
    for (offset, kind) in RecordKind.inColumns.enumerated() {
      statement.bind(submission.records[kind], at: 13 + Int32(offset))
    }
    for disposition in Disposition.allCases {
      statement.bind(submission.dispositions[disposition], at: 20 + Int32(disposition.index))
    }
  }
}

/// `YYYY-MM-DD`.
private func text(_ day: CalendarDay) -> String {
  func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
  return "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
}
