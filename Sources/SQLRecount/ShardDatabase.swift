import Domain
import GRDB

/// What all shards of a second opinion share.
struct ShardContext: Sendable {
  let sources: [SecondOpinion.Source]
  /// What never came to be counted, by ward, unknown ones last.
  let excluded: [[SecondOpinion.Excluded]]
  let order: [RunDatabase.Place]
  let registers: Registers
  let years: ClosedRange<Int>

  init(
    sources: [SecondOpinion.Source], excluded: [SecondOpinion.Excluded],
    order: [RunDatabase.Place], registers: Registers, years: ClosedRange<Int>
  ) {
    self.sources = sources
    self.order = order
    self.registers = registers
    self.years = years
    var lists = Array(repeating: [SecondOpinion.Excluded](), count: registers.wards.count + 1)
    for entry in excluded { lists[entry.ward ?? registers.wards.count].append(entry) }
    self.excluded = lists
  }
}

/// The database of one thread, filled with one shard after another.
struct ShardDatabase {
  private let connection: Connection
  private let context: ShardContext

  init(_ context: ShardContext) throws(SQLRecountError) {
    self.context = context
    connection = try Connection()
    let views = [CountingViews.recounted] + FigureViews.ofWards
    for sql in Schema.registers + Schema.narrowTables + views { try connection.execute(sql) }
    try connection.access { database throws(SQLRecountError) in
      let registers = context.registers
      let rows = RegisterRows(database)
      try rows.insert(fields: registers.fields)
      try rows.insert(years: context.years)
      try rows.insertRoles()
      let order = try Statement("INSERT INTO counting_order VALUES (?, ?, ?)", in: database)
      for (source, place) in context.order.enumerated() {
        order.bind(source, at: 1)
        order.bind(place.position, at: 2)
        order.bind(place.moment, at: 3)
        try order.run()
      }
      try ShardDatabase.insert(registers.fields.map(\.code), into: "field_number", database)
      try ShardDatabase.insert(registers.wards.map(\.code), into: "ward_number", database)
    }
  }

  private static func insert(
    _ codes: [String], into table: String, _ database: Database
  ) throws(SQLRecountError) {
    let statement = try Statement("INSERT INTO \(table) VALUES (?, ?)", in: database)
    for (number, code) in codes.enumerated() {
      statement.bind(number, at: 1)
      try statement.bind(code, at: 2)
      try statement.run()
    }
  }

  /// Counts the shards that `next` gives, until it gives no more.
  ///
  /// The first shard also takes the records of unknown wards.
  func count(
    _ next: () -> (number: Int, shard: ShardPlan.Shard)?
  ) throws(SQLRecountError) -> FigureSums {
    try connection.access { database throws(SQLRecountError) in
      var sums = FigureSums()
      let clock = ContinuousClock(); var ts = [Duration](repeating: .zero, count: 5); var t = clock.now
      func lap(_ i: Int) { let n = clock.now; ts[i] += n - t; t = n }
      defer { print(ts) }
      let statements = try ShardStatements(database)
      while let (number, shard) = next() {
        try statements.begin.run()
        try statements.clear()
        try RegisterRows(database).insert(wards: context.registers.wards[shard.wards])
        lap(0)
        for run in shard.runs { try insert(run, with: statements.insertion) }
        lap(1)
        try statements.tally.run()
        lap(2)
        let unknown = context.registers.wards.count
        for ward in Array(shard.wards) + (number == 0 ? [unknown] : []) {
          try insert(context.excluded[ward], with: statements.exclusion)
        }
        try statements.collect(into: &sums)
        lap(3)
        try statements.commit.run()
        lap(4)
      }
      return sums
    }
  }

  private func insert(
    _ run: ShardPlan.Run, with statement: Statement
  ) throws(SQLRecountError) {
    let source = context.sources[Int(run.source)]
    let (block, roles) = (source.block, source.roles)
    statement.bind(Int64(run.source), at: 1)
    for row in Int(run.rows.lowerBound)..<Int(run.rows.upperBound) {
      let record = block[row]
      statement.bind(Int64(record.recordNumber), at: 2)
      statement.bind(Int64(roles[row].rawValue), at: 3)
      statement.bind(Int64(record.ward), at: 4)
      statement.bind(Int64(record.field), at: 5)
      statement.bind(Int64(record.registrationYear), at: 6)
      statement.bind(Int64(record.registrationQuarter), at: 7)
      statement.bind(Int64(record.quantity), at: 8)
      statement.bind(record.isEnded ? 1 : 0, at: 9)
      statement.bind(Int64(bitPattern: record.identity.high), at: 10)
      statement.bind(Int64(bitPattern: record.identity.low), at: 11)
      try statement.run()
    }
  }

  private func insert(
    _ excluded: [SecondOpinion.Excluded], with statement: Statement
  ) throws(SQLRecountError) {
    for entry in excluded {
      let role: RecordRole = entry.disposition == .rejected ? .rejected : .outOfPeriod
      try statement.bind(entry.ward.map { context.registers.wards[$0].code }, at: 1)
      statement.bind(Int64(role.rawValue), at: 2)
      statement.bind(Int64(entry.count), at: 3)
      try statement.run()
    }
  }
}
