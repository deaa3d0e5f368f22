/// What the counted records of one ward add to the figures, as dense tables over the fields and the
/// years of the period.
package struct WardFigures: Sendable, Equatable {
  private let fieldCount: Int
  private let years: ClosedRange<Int>
  /// Σ quantity of counted records, `[field][year][quarter]`; quarter 0 is unknown.
  private(set) var registeredByQuarter: [Int]
  /// Σ quantity of models kept up, `[field][year]`.
  private(set) var maintained: [Int]

  package init(fieldCount: Int, years: ClosedRange<Int>) {
    self.fieldCount = fieldCount
    self.years = years
    registeredByQuarter = Array(repeating: 0, count: fieldCount * years.count * 5)
    maintained = Array(repeating: 0, count: fieldCount * years.count)
  }

  /// Adds one counted record.
  ///
  /// `quarter` is 1–4, or 0 when unknown.
  package mutating func addRegistered(_ quantity: Int, field: Int, year: Int, quarter: Int) {
    let cell = field * years.count + year - years.lowerBound
    registeredByQuarter[cell * 5 + quarter] += quantity
  }

  /// Adds one record of a model that is kept up in reporting year `year`.
  package mutating func addMaintained(_ quantity: Int, field: Int, year: Int) {
    maintained[field * years.count + year - years.lowerBound] += quantity
  }
}
