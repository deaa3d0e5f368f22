/// The published numbers of a run, as dense tables over the rows of the registers and the years of
/// the period (SPEC §7).
///
/// Indexes are register indexes and offsets from the first year.
package struct Figures: Sendable, Equatable {
  /// Wards that were expected to submit for a period, and that did.
  package struct Reporting: Sendable, Equatable {
    package var period: Period
    package var expected: Int
    package var received: Int

    package init(period: Period, expected: Int, received: Int) {
      self.period = period
      self.expected = expected
      self.received = received
    }
  }

  package let wards: [Ward]
  package let fields: [Field]
  package let years: ClosedRange<Int>

  /// Σ quantity of counted records, `[ward][field][year]` in one array.
  private var registered: [Int]
  /// Σ quantity of counted records, `[field][year][quarter]`; quarter 0 is unknown.
  private var registeredByQuarter: [Int]
  /// Σ quantity of models kept up, `[field][year]`.
  private var maintained: [Int]
  /// Records by disposition, one entry a ward, and a last one for unknown wards.
  private var records: [DispositionCounts]
  /// One entry per due period for which anyone submitted, in order.
  package var reporting: [Reporting] = []
  package var findingCounts: [Severity: Int] = [:]

  package init(wards: [Ward], fields: [Field], years: ClosedRange<Int>) {
    self.wards = wards
    self.fields = fields
    self.years = years
    registered = Array(repeating: 0, count: wards.count * fields.count * years.count)
    registeredByQuarter = Array(repeating: 0, count: fields.count * years.count * 5)
    maintained = Array(repeating: 0, count: fields.count * years.count)
    records = Array(repeating: DispositionCounts(), count: wards.count + 1)
  }

  // MARK: Adding

  /// Adds what was counted in a ward.
  package mutating func add(_ figures: WardFigures, ward: Int) {
    for cell in maintained.indices {
      for quarter in 0..<5 {
        let quantity = figures.registeredByQuarter[cell * 5 + quarter]
        registeredByQuarter[cell * 5 + quarter] += quantity
        registered[ward * maintained.count + cell] += quantity
      }
      maintained[cell] += figures.maintained[cell]
    }
  }

  /// Adds `count` records of a disposition; `ward` is nothing when it is unknown.
  package mutating func addRecords(_ count: Int, _ disposition: Disposition, ward: Int?) {
    records[ward ?? wards.count][disposition] += count
  }

  // MARK: Asking

  /// Σ quantity of counted records, over everything that is not given.
  package func registered(ward: Int? = nil, field: Int? = nil, year: Int? = nil) -> Int {
    var sum = 0
    for w in ward.map({ $0..<$0 + 1 }) ?? wards.indices {
      for f in field.map({ $0..<$0 + 1 }) ?? fields.indices {
        let base = (w * fields.count + f) * years.count
        for y in year.map({ $0...$0 }) ?? years { sum += registered[base + y - years.lowerBound] }
      }
    }
    return sum
  }

  /// Σ quantity of counted records of a year and quarter (0: unknown).
  package func registered(field: Int? = nil, year: Int, quarter: Int) -> Int {
    (field.map { $0..<$0 + 1 } ?? fields.indices).reduce(0) {
      $0 + registeredByQuarter[($1 * years.count + year - years.lowerBound) * 5 + quarter]
    }
  }

  /// Σ quantity of models that are kept up in a reporting year.
  package func maintained(field: Int? = nil, year: Int) -> Int {
    (field.map { $0..<$0 + 1 } ?? fields.indices).reduce(0) {
      $0 + maintained[$1 * years.count + year - years.lowerBound]
    }
  }

  /// Records by disposition, of all wards together, unknown ones included.
  package var recordTotals: DispositionCounts {
    records.reduce(into: DispositionCounts()) { $0 += $1 }
  }

  /// Records by disposition of one ward; of `nil`, those whose ward is unknown.
  package func records(ward: Int?) -> DispositionCounts { records[ward ?? wards.count] }

  /// Wards with at least one counted record (every counted record has a quantity of 1 or more).
  package func coverage(field: Int? = nil) -> Int {
    wards.indices.filter { wards[$0].kind != nil && registered(ward: $0, field: field) > 0 }.count
  }

  /// How many rows of the register are wards.
  package var reportingWardCount: Int { wards.count { $0.kind != nil } }

  // MARK: Publishing

  /// Every figure with its permanent id, sorted by id bytewise: `figures.csv`.
  package func published() -> [(id: FigureID, value: Int)] {
    var list: [(id: FigureID, value: Int)] = []
    let yearList = Array(years)
    list.append((.registered(), registered()))
    list.append((.coverage(), coverage()))
    for (f, field) in fields.enumerated() {
      list.append((.registered(field: field), registered(field: f)))
      list.append((.coverage(field: field), coverage(field: f)))
      for year in yearList {
        list.append((.registered(field: field, year: year), registered(field: f, year: year)))
        list.append((.maintained(field: field, year: year), maintained(field: f, year: year)))
      }
    }
    for year in yearList {
      list.append((.registered(year: year), registered(year: year)))
      list.append((.maintained(year: year), maintained(year: year)))
      for quarter in 0...4 {
        list.append(
          (
            .registered(year: year, quarter: quarter), registered(year: year, quarter: quarter)
          ))
      }
    }
    for (w, ward) in wards.enumerated() {
      list.append((.registered(ward: ward), registered(ward: w)))
      for (f, field) in fields.enumerated() {
        list.append((.registered(ward: ward, field: field), registered(ward: w, field: f)))
      }
      for year in yearList {
        list.append((.registered(ward: ward, year: year), registered(ward: w, year: year)))
      }
      list.append((.recordsRead(ward: ward), records(ward: w).total))
      for disposition in Disposition.allCases {
        list.append((.records(disposition, ward: ward), records(ward: w)[disposition]))
      }
    }
    list.append((.recordsReadOfUnknownWard, records(ward: nil).total))
    list.append((.recordsRejectedOfUnknownWard, records(ward: nil)[.rejected]))
    list.append((.recordsRead(), recordTotals.total))
    for disposition in Disposition.allCases {
      list.append((.records(disposition), recordTotals[disposition]))
    }
    for entry in reporting {
      list.append((.submissionsExpected(entry.period), entry.expected))
      list.append((.submissionsReceived(entry.period), entry.received))
    }
    for severity in Severity.allCases {
      list.append((.findings(severity), findingCounts[severity, default: 0]))
    }
    return list.sorted { bytesPrecede($0.id.text, $1.id.text) }
  }
}
