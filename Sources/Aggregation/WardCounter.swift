package import Domain

/// The counting of SPEC §6: which records are models, which only report them again.
///
/// Records are counted ward by ward, since an identity never spans two wards: the tables stay
/// small, and wards can be counted at the same time. A counter's tables are emptied and used again
/// for ward after ward; several threads have one each.
package struct WardCounter {
  private let span: ReportedSpan
  private let settled: SettledModels
  private let tracesOrigins: Bool
  private let emptyFigures: WardFigures
  private var models = ModelTable()
  private var looseNames = LooseNames()
  private var nearNames = NearNames()
  private var owners: WardOwners
  /// Of identities that decisions joined: the first record of the latest period, as it was sent.
  private var firstSent: [ModelIdentity: (period: Period?, row: RowReference)] = [:]
  /// What is known of the ward that is being counted.
  private var count: WardCount

  /// `settled` is what decisions make of the models.
  ///
  /// `tracesOrigins` keeps for each record the one that it repeats: 8 bytes a record.
  package init(
    registers: Registers, span: ReportedSpan, settled: SettledModels = SettledModels(),
    tracesOrigins: Bool = false
  ) {
    self.span = span
    self.settled = settled
    self.tracesOrigins = tracesOrigins
    emptyFigures = WardFigures(fieldCount: registers.fields.count, years: span.years)
    owners = WardOwners(fieldCount: registers.fields.count)
    count = WardCount(ward: 0, figures: emptyFigures)
  }

  /// Counts the records of a ward; `sources` are in the order of counting.
  package mutating func count(ward: Int, _ sources: [WardSource]) -> WardCount {
    reset(ward: ward, rowCount: sources.reduce(0) { $0 + $1.count })
    for source in sources { count(source) }
    count.nearCandidates = nearNames.candidates(settled)
    count.owners = owners.tallies
    return count
  }

  private mutating func reset(ward: Int, rowCount: Int) {
    count = WardCount(ward: ward, figures: emptyFigures)
    models.reset(rowCount: rowCount)
    looseNames.reset(rowCount: rowCount)
    nearNames.removeAll()
    owners.removeAll()
    firstSent.removeAll()
  }

  private mutating func count(_ source: WardSource) {
    owners.enter(source.block.owners)
    var roles: [RecordRole] = []
    roles.reserveCapacity(source.count)
    var origins: [RowReference] = []
    source.block.rows.withUnsafeBufferPointer { rows in
      for position in 0..<source.count {
        let row = source.rows.map { Int($0[position]) } ?? position
        let reference = RowReference(block: source.number, row: row)
        let (role, origin) = count(rows[row], at: reference, source.period)
        roles.append(role)
        if tracesOrigins { origins.append(origin) }
        count.records[role.disposition.index] += 1
      }
    }
    count.roles.append(roles)
    if tracesOrigins { count.origins.append(origins) }
  }

  /// What becomes of a record, and which one it repeats: itself when it is counted.
  private mutating func count(
    _ row: RecordRow, at reference: RowReference, _ period: Period?
  ) -> (role: RecordRole, origin: RowReference) {
    let identity = settled.model(of: row.identity)
    let isJoined = settled.isJoined(row.identity)
    let twin = isJoined ? twin(of: row, at: reference, period) : nil
    let (index, isNew) = models.enter(identity, row, at: reference, period)
    if isNew {
      register(row, at: reference, as: identity)
      return (.counted, reference)
    }
    let model = models[index]
    let result: (RecordRole, RowReference)
    if model.period == period {
      result = (.duplicate, model.firstOfPeriod)
      // Where a person decided that two are one, only the same one sent again is a mistake.
      if let first = isJoined ? twin : model.firstOfPeriod {
        add(.duplicateRecord, reference, first)
      }
    } else {
      models[index].period = period
      models[index].firstOfPeriod = reference
      result = (maintain(row, index, period), model.counted)
    }
    if row.field != model.field { add(.fieldConflict, reference, model.counted) }
    if row.registrationYear != model.registrationYear {
      add(.yearChanged, reference, model.counted)
    }
    if row.quantity != model.quantity { add(.quantityChanged, reference, model.counted) }
    return result
  }

  private mutating func add(_ rule: RuleID, _ row: RowReference, _ other: RowReference) {
    count.pairs.append(CountedPair(rule: rule, row: row, other: other))
  }

  /// The record of the same identity, decisions apart, that came first in the same period; enters
  /// this one if there is none.
  private mutating func twin(
    of row: RecordRow, at reference: RowReference, _ period: Period?
  ) -> RowReference? {
    if let first = firstSent[row.identity], first.period == period { return first.row }
    firstSent[row.identity] = (period, reference)
    return nil
  }

  /// Enters a counted record into the figures, and looks for one of a like name before it.
  private mutating func register(
    _ row: RecordRow, at reference: RowReference, as identity: ModelIdentity
  ) {
    count.figures.addRegistered(
      Int(row.quantity), field: Int(row.field), year: Int(row.registrationYear),
      quarter: Int(row.registrationQuarter))
    owners.add(Int(row.quantity), owner: Int(row.owner), field: Int(row.field))
    let earlier = looseNames.earliest(
      like: LooseNames.Entry(row, at: reference, as: identity), settled)
    if let earlier { add(.suspectedDuplicate, reference, earlier) }
    nearNames.add(row, at: reference, as: identity, isSuspected: earlier != nil)
  }

  /// Counts a carried-over record as a model that is kept up, once a model and reporting year;
  /// what it is worth.
  private mutating func maintain(_ row: RecordRow, _ index: Int, _ period: Period?) -> RecordRole {
    guard let year = period?.year, span.years.contains(year) else { return .carriedOverOutside }
    guard year > Int(models[index].registrationYear) else { return .carriedOverEarly }
    guard models[index].maintainedYear != year else { return .carriedOverAgain }
    models[index].maintainedYear = year
    if row.isEnded { return .carriedOverEnded }
    count.figures.addMaintained(Int(row.quantity), field: Int(row.field), year: year)
    return .maintained
  }
}

/// What one submission has of a ward.
package struct WardSource: Sendable {
  package var block: RecordBlock
  /// The number of the submission in the order of counting.
  package var number: Int
  /// The rows of the ward, in order; nothing when all are.
  package var rows: [UInt32]?
  package var period: Period?

  package init(block: RecordBlock, number: Int, rows: [UInt32]? = nil, period: Period?) {
    self.block = block
    self.number = number
    self.rows = rows
    self.period = period
  }

  var count: Int { rows?.count ?? block.count }
}
