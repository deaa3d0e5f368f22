package import Domain

extension QuarterlyView {
  /// The cut-off's quarter beside the one before and the one a year before, the total last.
  package init(_ figures: Figures, span: ReportedSpan) {
    let fields = figures.fields.indices.map { Optional($0) } + [nil]
    self.init(
      quarter: span.cutoff,
      rows: fields.map { QuarterRow(figures, field: $0, cutoff: span.cutoff) })
  }
}

extension QuarterRow {
  fileprivate init(_ figures: Figures, field: Int?, cutoff: Quarter) {
    func registered(_ quarter: Quarter) -> Int? {
      guard figures.years.contains(quarter.year),
        figures.registered(year: quarter.year, quarter: 0) == 0
      else { return nil }
      return figures.registered(field: field, year: quarter.year, quarter: quarter.number)
    }
    let current = registered(cutoff)
    func change(since base: Int?) -> (Int?, Tenths?) {
      guard let current, let base else { return (nil, nil) }
      return (current - base, percentChange(from: base, to: current))
    }
    let (previous, yearBefore) = (registered(cutoff.previous), registered(cutoff.yearBefore))
    let (onPrevious, onPreviousPercent) = change(since: previous)
    let (onYearBefore, onYearBeforePercent) = change(since: yearBefore)
    self.init(
      field: field, current: current, previous: previous, yearBefore: yearBefore,
      yearToDate: figures.years.contains(cutoff.year)
        ? figures.registered(field: field, year: cutoff.year) : nil,
      changeOnPrevious: onPrevious, changeOnPreviousPercent: onPreviousPercent,
      changeOnYearBefore: onYearBefore, changeOnYearBeforePercent: onYearBeforePercent)
  }
}
