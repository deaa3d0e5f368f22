package import Domain

extension Trends {
  /// Field × year with changes and growth, the total last (SPEC §7).
  package init(_ figures: Figures, span: ReportedSpan) {
    let years = Array(span.years)
    let states: [YearState] = years.map { year in
      if year > span.cutoff.year { return .notYet }
      return year == span.cutoff.year && span.cutoff.number < 4 ? .incomplete : .complete
    }
    let fields = figures.fields.indices.map { Optional($0) } + [nil]
    self.init(
      years: years, states: states,
      rows: fields.map { TrendRow(figures, field: $0, years: years, states: states) })
  }
}

extension TrendRow {
  fileprivate init(_ figures: Figures, field: Int?, years: [Int], states: [YearState]) {
    let registered = zip(years, states).map { year, state in
      state == .notYet ? nil : figures.registered(field: field, year: year)
    }
    let maintained = zip(years, states).map { year, state in
      state == .notYet || year == years.first
        ? nil : figures.maintained(field: field, year: year)
    }
    var change: [Int?] = []
    var percent: [Tenths?] = []
    for index in years.indices {
      // An incomplete year is not compared with a whole one.
      guard index > 0, states[index] == .complete, let value = registered[index],
        let base = registered[index - 1]
      else {
        change.append(nil)
        percent.append(nil)
        continue
      }
      change.append(value - base)
      percent.append(percentChange(from: base, to: value))
    }
    let complete = states.indices.filter { states[$0] == .complete }
    var growth: Tenths?
    if let first = complete.first, let last = complete.last, first < last,
      let base = registered[first], let value = registered[last]
    {
      growth = averageGrowth(from: base, to: value, years: last - first)
    }
    self.init(
      field: field, registered: registered, maintained: maintained, change: change,
      changePercent: percent, growth: growth)
  }
}
