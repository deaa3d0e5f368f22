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
  }

  /// What became of each record, by source and row.
  package private(set) var dispositions: [[Disposition]]
  package private(set) var pairs: [Pair] = []
  /// Registered, maintained, and the records of the three dispositions that are decided here.
  package private(set) var figures: Figures
  package private(set) var owners: OwnerTally
  private let sources: [Source]
  private let span: ReportedSpan

  /// Counts all records; `sources` are in the order of counting.
  package init(_ sources: [Source], registers: Registers, span: ReportedSpan) {
    self.sources = sources
    self.span = span
    dispositions = sources.map { Array(repeating: .counted, count: $0.block.count) }
    figures = Figures(wards: registers.wards, fields: registers.fields, years: span.years)
    owners = OwnerTally(registers: registers)
    var tables = WardTables()
    for (ward, rows) in rowsByWard(wardCount: registers.wards.count).enumerated() {
      tables.reset()
      for row in rows { count(row, in: &tables) }
      for disposition in [Disposition.counted, .carriedOver, .duplicate] {
        figures.addRecords(tables.recordCounts[disposition], disposition, ward: ward)
      }
    }
  }

  /// The records that are counted, in the order of counting.
  package var countedRows: some Sequence<RowReference> {
    dispositions.enumerated().lazy.flatMap { block, rows in
      rows.enumerated().lazy.filter { $0.element == .counted }.map { row, _ in
        RowReference(
          block: UInt32(truncatingIfNeeded: block), row: UInt32(truncatingIfNeeded: row))
      }
    }
  }

  private func rowsByWard(wardCount: Int) -> [[RowReference]] {
    var counts = [Int](repeating: 0, count: wardCount)
    for source in sources {
      for ward in source.block.ward { counts[Int(ward)] += 1 }
    }
    var rows = counts.map { count in
      var list: [RowReference] = []
      list.reserveCapacity(count)
      return list
    }
    for (block, source) in sources.enumerated() {
      for (row, ward) in source.block.ward.enumerated() {
        rows[Int(ward)].append(
          RowReference(
            block: UInt32(truncatingIfNeeded: block), row: UInt32(truncatingIfNeeded: row)))
      }
    }
    return rows
  }

  private mutating func count(_ reference: RowReference, in tables: inout WardTables) {
    let source = sources[Int(reference.block)]
    let row = source.block[Int(reference.row)]
    guard let model = tables.models[row.identity] else {
      tables.models[row.identity] = tables.states.count
      tables.states.append(
        ModelState(counted: reference, period: source.period, firstOfPeriod: reference))
      settle(reference, .counted, in: &tables)
      register(row, at: reference, source, in: &tables)
      return
    }
    let counted = sources[Int(tables.states[model].counted.block)]
      .block[Int(tables.states[model].counted.row)]
    if tables.states[model].period == source.period {
      settle(reference, .duplicate, in: &tables)
      add(.duplicateRecord, reference, tables.states[model].firstOfPeriod)
    } else {
      settle(reference, .carriedOver, in: &tables)
      tables.states[model].period = source.period
      tables.states[model].firstOfPeriod = reference
      maintain(row, counted: counted, source, &tables.states[model])
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
    _ reference: RowReference, _ disposition: Disposition, in tables: inout WardTables
  ) {
    dispositions[Int(reference.block)][Int(reference.row)] = disposition
    tables.recordCounts[disposition] += 1
  }

  private mutating func add(_ rule: RuleID, _ row: RowReference, _ other: RowReference) {
    pairs.append(Pair(rule: rule, row: row, other: other))
  }

  /// Enters a counted record into the figures, and looks for one of a like name before it.
  private mutating func register(
    _ row: RecordRow, at reference: RowReference, _ source: Source, in tables: inout WardTables
  ) {
    figures.addRegistered(
      Int(row.quantity), ward: Int(row.ward), field: Int(row.field),
      year: Int(row.registrationYear), quarter: Int(row.registrationQuarter))
    owners.add(
      Int(row.quantity), owner: Int(row.owner), of: source.block,
      block: Int(reference.block), field: Int(row.field))
    if let earlier = tables.looseNames.earliest(
      likeKey: row.looseKey, hamlet: row.hamletKey, adding: reference)
    {
      add(.suspectedDuplicate, reference, earlier)
    }
  }

  /// Counts a carried-over record as a model that is kept up, once a model and reporting year.
  private mutating func maintain(
    _ row: RecordRow, counted: RecordRow, _ source: Source, _ state: inout ModelState
  ) {
    guard let year = source.period?.year, year > Int(counted.registrationYear),
      state.maintainedYear != year, span.years.contains(year)
    else { return }
    state.maintainedYear = year
    if !row.isEnded {
      figures.addMaintained(Int(row.quantity), field: Int(row.field), year: year)
    }
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
  var recordCounts = DispositionCounts()

  mutating func reset() {
    models.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    looseNames.removeAll()
    recordCounts = DispositionCounts()
  }
}
