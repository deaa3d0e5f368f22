package import Domain

/// The counting of SPEC §6: which records are models, which only report them again.
///
/// Records are counted ward by ward, since an identity never spans two wards: the tables stay
/// small, and a ward's records stay in the order of counting.
package struct Counting: Sendable {
  /// The admitted records of one submission and the period it was sent for.
  package struct Source: Sendable {
    package var block: RecordBlock
    package var period: Period?

    package init(block: RecordBlock, period: Period?) {
      self.block = block
      self.period = period
    }
  }

  /// A record that a rule has a word on, and the one it is compared with.
  package struct Pair: Sendable, Equatable {
    package var rule: RuleID
    package var row: RowReference
    package var other: RowReference

    package init(rule: RuleID, row: RowReference, other: RowReference) {
      self.rule = rule
      self.row = row
      self.other = other
    }
  }

  /// What became of each record, by source and row.
  package private(set) var roles: [[RecordRole]]
  /// By source and row: of a carried-over record the counted one, of a duplicate the first of its
  /// period, of a counted one itself; empty unless the records are traced.
  package private(set) var origins: [[RowReference]] = []
  package private(set) var pairs: [Pair] = []
  /// Counted models whose names may be near an earlier one's; who has the texts decides.
  package private(set) var nearCandidates: [NearCandidates] = []
  /// Registered, maintained, and the records of the three dispositions that are decided here.
  package private(set) var figures: Figures
  package private(set) var owners: OwnerTally
  private let sources: [Source]
  private let span: ReportedSpan
  private let settled: SettledModels

  /// Counts all records; `sources` are in the order of counting.
  ///
  /// `settled` is what decisions make of them.
  /// `tracesOrigins` keeps for each record the one that it repeats: 8 bytes a record.
  package init(
    _ sources: [Source], registers: Registers, span: ReportedSpan,
    settled: SettledModels = SettledModels(), tracesOrigins: Bool = false
  ) {
    self.sources = sources
    self.settled = settled
    self.span = span
    roles = sources.map { Array(repeating: .counted, count: $0.block.count) }
    if tracesOrigins {
      origins = sources.indices.map { block in
        (0..<sources[block].block.count).map { RowReference(block: block, row: $0) }
      }
    }
    figures = Figures(wards: registers.wards, fields: registers.fields, years: span.years)
    owners = OwnerTally(registers: registers)
    var tables = WardTables()
    for (ward, rows) in rowsByWard(wardCount: registers.wards.count).enumerated() {
      tables.reset()
      for row in rows { count(row, in: &tables) }
      nearCandidates += tables.nearNames.candidates(settled)
      for disposition in [Disposition.counted, .carriedOver, .duplicate] {
        figures.addRecords(tables.recordCounts[disposition], disposition, ward: ward)
      }
    }
  }

  /// The records that are counted, in the order of counting.
  package var countedRows: some Sequence<RowReference> {
    roles.enumerated().lazy.flatMap { block, rows in
      rows.enumerated().lazy.filter { $0.element == .counted }.map { row, _ in
        RowReference(block: block, row: row)
      }
    }
  }

  private func rowsByWard(wardCount: Int) -> [[RowReference]] {
    var counts = [Int](repeating: 0, count: wardCount)
    for source in sources {
      for row in source.block.rows { counts[Int(row.ward)] += 1 }
    }
    var rows = counts.map { count in
      var list: [RowReference] = []
      list.reserveCapacity(count)
      return list
    }
    for (block, source) in sources.enumerated() {
      for (row, record) in source.block.rows.enumerated() {
        rows[Int(record.ward)].append(RowReference(block: block, row: row))
      }
    }
    return rows
  }

  private mutating func count(_ reference: RowReference, in tables: inout WardTables) {
    // The source itself is not copied: it holds a dozen arrays.
    let period = sources[Int(reference.block)].period
    let row = sources[Int(reference.block)].block[Int(reference.row)]
    let identity = settled.model(of: row.identity)
    let twin = settled.isJoined(row.identity) ? tables.enter(row, at: reference, period) : nil
    guard let model = tables.models[identity] else {
      tables.models[identity] = tables.states.count
      tables.states.append(
        ModelState(counted: reference, period: period, firstOfPeriod: reference))
      settle(reference, .counted, of: reference, in: &tables)
      register(row, at: reference, as: identity, in: &tables)
      return
    }
    let counted = sources[Int(tables.states[model].counted.block)]
      .block[Int(tables.states[model].counted.row)]
    if tables.states[model].period == period {
      settle(reference, .duplicate, of: tables.states[model].firstOfPeriod, in: &tables)
      // Where a person decided that two are one, only the same one sent again is a mistake.
      if !settled.isJoined(row.identity) {
        add(.duplicateRecord, reference, tables.states[model].firstOfPeriod)
      } else if let twin {
        add(.duplicateRecord, reference, twin)
      }
    } else {
      tables.states[model].period = period
      tables.states[model].firstOfPeriod = reference
      let role = maintain(row, counted: counted, period, &tables.states[model])
      settle(reference, role, of: tables.states[model].counted, in: &tables)
    }
    if row.field != counted.field {
      add(.fieldConflict, reference, tables.states[model].counted)
    }
    if row.registrationYear != counted.registrationYear {
      add(.yearChanged, reference, tables.states[model].counted)
    }
    if row.quantity != counted.quantity {
      add(.quantityChanged, reference, tables.states[model].counted)
    }
  }

  private mutating func settle(
    _ reference: RowReference, _ role: RecordRole, of origin: RowReference,
    in tables: inout WardTables
  ) {
    roles[Int(reference.block)][Int(reference.row)] = role
    if !origins.isEmpty { origins[Int(reference.block)][Int(reference.row)] = origin }
    tables.recordCounts[role.disposition] += 1
  }

  private mutating func add(_ rule: RuleID, _ row: RowReference, _ other: RowReference) {
    pairs.append(Pair(rule: rule, row: row, other: other))
  }

  /// Enters a counted record into the figures, and looks for one of a like name before it.
  private mutating func register(
    _ row: RecordRow, at reference: RowReference, as identity: ModelIdentity,
    in tables: inout WardTables
  ) {
    figures.addRegistered(
      Int(row.quantity), ward: Int(row.ward), field: Int(row.field),
      year: Int(row.registrationYear), quarter: Int(row.registrationQuarter))
    owners.add(
      Int(row.quantity), owner: Int(row.owner), of: sources[Int(reference.block)].block,
      block: Int(reference.block), field: Int(row.field))
    let earlier = tables.looseNames.earliest(
      like: LooseNames.Entry(row, at: reference, as: identity), settled)
    if let earlier { add(.suspectedDuplicate, reference, earlier) }
    tables.nearNames.add(row, at: reference, as: identity, isSuspected: earlier != nil)
  }

  /// Counts a carried-over record as a model that is kept up, once a model and reporting year;
  /// what it is worth.
  private mutating func maintain(
    _ row: RecordRow, counted: RecordRow, _ period: Period?, _ state: inout ModelState
  ) -> RecordRole {
    guard let year = period?.year, span.years.contains(year) else {
      return .carriedOverOutside
    }
    guard year > Int(counted.registrationYear) else { return .carriedOverEarly }
    guard state.maintainedYear != year else { return .carriedOverAgain }
    state.maintainedYear = year
    if row.isEnded { return .carriedOverEnded }
    figures.addMaintained(Int(row.quantity), field: Int(row.field), year: year)
    return .maintained
  }
}

/// What is known of one model while its records pass.
private struct ModelState {
  let counted: RowReference
  /// The submission period of its latest record, and its first record in that period.
  var period: Period?
  var firstOfPeriod: RowReference
  /// The last reporting year of which a carried-over record was taken.
  var maintainedYear: Int?
}

/// The tables of one ward, emptied and used again for the next.
private struct WardTables {
  var models: [ModelIdentity: Int] = [:]
  var states: [ModelState] = []
  var looseNames = LooseNames()
  var nearNames = NearNames()
  /// Of identities that decisions joined: the first record of the latest period, as it was sent.
  private var firstSent: [ModelIdentity: ModelState] = [:]
  var recordCounts = DispositionCounts()

  mutating func reset() {
    models.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    looseNames.removeAll()
    nearNames.removeAll()
    firstSent.removeAll()
    recordCounts = DispositionCounts()
  }

  /// The record of the same identity, decisions apart, that came first in the same period; enters
  /// this one if there is none.
  mutating func enter(
    _ row: RecordRow, at reference: RowReference, _ period: Period?
  ) -> RowReference? {
    if let state = firstSent[row.identity], state.period == period {
      return state.firstOfPeriod
    }
    firstSent[row.identity] = ModelState(
      counted: reference, period: period, firstOfPeriod: reference)
    return nil
  }
}
