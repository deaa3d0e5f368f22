import Domain
import GRDB

/// What all shards of a second opinion share.
struct ShardContext: Sendable {
  let sources: [SecondOpinion.Source]
  /// What never came to be counted, by ward, unknown ones last.
  let excluded: [[SecondOpinion.Excluded]]
  let order: [RunDatabase.Place]
  /// Sources by their position in the order of counting, from 0.
  let sourcesInOrder: [Int]
  let registers: Registers
  let years: ClosedRange<Int>

  init(
    sources: [SecondOpinion.Source], excluded: [SecondOpinion.Excluded],
    order: [RunDatabase.Place], registers: Registers, years: ClosedRange<Int>
  ) {
    self.sources = sources
    self.order = order
    sourcesInOrder = order.indices.sorted { order[$0].position < order[$1].position }
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
      let statements = try ShardStatements(database)
      while let (number, shard) = next() {
        try statements.begin.run()
        try statements.clear()
        try RegisterRows(database).insert(wards: context.registers.wards[shard.wards])
        try insert(shard.runs, with: statements.insertion)
        try statements.count.run()
        try statements.tally.run()
        let unknown = context.registers.wards.count
        for ward in Array(shard.wards) + (number == 0 ? [unknown] : []) {
          try insert(context.excluded[ward], with: statements.exclusion)
        }
        try statements.collect(into: &sums, sources: context.sourcesInOrder)
        try statements.commit.run()
      }
      return sums
    }
  }

  /// Puts records in.
  ///
  /// They go in by identity since SQLite appends faster than it inserts; what it finds does not
  /// depend on that, for `placed` keeps its own order.
  private func insert(
    _ runs: [ShardPlan.Run], with statement: Statement
  ) throws(SQLRecountError) {
    var rows: [PlacedRow] = []
    rows.reserveCapacity(runs.reduce(0) { $0 + $1.rows.count })
    for run in runs {
      PlacedRow.append(
        run.rows, of: context.sources[Int(run.source)], at: context.order[Int(run.source)],
        to: &rows)
    }
    var order = rows.indices.map { (low: rows[$0].low, index: $0) }
    order.sort { $0.low < $1.low }
    for (_, index) in order { try rows[index].insert(with: statement) }
  }

  private func insert(
    _ excluded: [SecondOpinion.Excluded], with statement: Statement
  ) throws(SQLRecountError) {
    for entry in excluded {
      let role: RecordRole = entry.disposition == .rejected ? .rejected : .outOfPeriod
      statement.bind(Int64(role.rawValue), at: 1)
      try statement.bind(entry.ward.map { context.registers.wards[$0].code } ?? "", at: 2)
      statement.bind(Int64(entry.count), at: 3)
      try statement.run()
    }
  }
}
