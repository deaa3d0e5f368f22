/// A number in tenths, such as a percentage with one decimal: 131 means 13,1.
package struct Tenths: Sendable, Hashable {
  package var value: Int

  package init(_ value: Int) { self.value = value }
}

/// One year of a series.
///
/// Zero, not yet reported, and not applicable are different things.
package enum YearState: Sendable, Equatable {
  case complete
  /// The cut-off's year, unless the cut-off is its fourth quarter.
  case incomplete
  /// After the cut-off: “–”, not 0.
  case notYet
}

/// One line of the trend table: a field, or all of them (`field` is nothing).
package struct TrendRow: Sendable, Equatable {
  /// Index into the register of fields; nothing for the total.
  package var field: Int?
  /// Registered, one entry a year of the period; nothing after the cut-off.
  package var registered: [Int?]
  /// Kept up, likewise; nothing in the first year, before which nothing was registered.
  package var maintained: [Int?]
  /// Registered less the year before; nothing where it does not apply.
  package var change: [Int?]
  /// That change in percent of the year before; nothing from a base of zero.
  package var changePercent: [Tenths?]
  /// Average yearly growth over the complete years, in percent.
  package var growth: Tenths?

  package init(
    field: Int?, registered: [Int?], maintained: [Int?], change: [Int?],
    changePercent: [Tenths?], growth: Tenths?
  ) {
    self.field = field
    self.registered = registered
    self.maintained = maintained
    self.change = change
    self.changePercent = changePercent
    self.growth = growth
  }
}

/// Field × year over the period, the total in the last row.
package struct Trends: Sendable, Equatable {
  package var years: [Int]
  package var states: [YearState]
  package var rows: [TrendRow]

  package init(years: [Int], states: [YearState], rows: [TrendRow]) {
    self.years = years
    self.states = states
    self.rows = rows
  }
}

/// One line of the quarterly view: a field, or all of them (`field` is nothing).
///
/// A number is missing where it does not apply: its quarter lies outside the period, or its year
/// has records of unknown quarter, so that a comparison would mislead (SPEC §7).
package struct QuarterRow: Sendable, Equatable {
  package var field: Int?
  package var current: Int?
  package var previous: Int?
  package var yearBefore: Int?
  package var yearToDate: Int?
  /// `current` less `previous`, and in percent of it.
  package var changeOnPrevious: Int?
  package var changeOnPreviousPercent: Tenths?
  /// `current` less `yearBefore`, and in percent of it.
  package var changeOnYearBefore: Int?
  package var changeOnYearBeforePercent: Tenths?

  package init(
    field: Int?, current: Int?, previous: Int?, yearBefore: Int?, yearToDate: Int?,
    changeOnPrevious: Int?, changeOnPreviousPercent: Tenths?,
    changeOnYearBefore: Int?, changeOnYearBeforePercent: Tenths?
  ) {
    self.field = field
    self.current = current
    self.previous = previous
    self.yearBefore = yearBefore
    self.yearToDate = yearToDate
    self.changeOnPrevious = changeOnPrevious
    self.changeOnPreviousPercent = changeOnPreviousPercent
    self.changeOnYearBefore = changeOnYearBefore
    self.changeOnYearBeforePercent = changeOnYearBeforePercent
  }
}

/// The cut-off's quarter beside the quarter before and the same quarter a year before; the total
/// in the last row.
package struct QuarterlyView: Sendable, Equatable {
  package var quarter: Quarter
  package var rows: [QuarterRow]

  package init(quarter: Quarter, rows: [QuarterRow]) {
    self.quarter = quarter
    self.rows = rows
  }
}
