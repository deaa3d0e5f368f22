package import Domain

/// What became of the records of one ward, and what they add to the figures.
package struct WardCount: Sendable {
  /// Row of the register.
  package let ward: Int
  /// What became of each record, by source and position in it.
  package internal(set) var roles: [[RecordRole]] = []
  /// By source and position: of a carried-over record the counted one, of a duplicate the first of
  /// its period, of a counted one itself; empty unless the records are traced.
  package internal(set) var origins: [[RowReference]] = []
  package var pairs: [CountedPair] = []
  /// Counted models whose names may be near an earlier one's; who has the texts decides.
  package var nearCandidates: [NearCandidates] = []
  /// Registered and maintained.
  package internal(set) var figures: WardFigures
  /// Records by disposition, as `Disposition.index` has it.
  var records = [Int](repeating: 0, count: Disposition.allCases.count)
  var owners: [(owner: Owner, registered: [Int])] = []

  init(ward: Int, figures: WardFigures) {
    self.ward = ward
    self.figures = figures
  }
}

/// A record that a rule has a word on, and the one it is compared with.
package struct CountedPair: Sendable, Equatable {
  package var rule: RuleID
  package var row: RowReference
  package var other: RowReference

  package init(rule: RuleID, row: RowReference, other: RowReference) {
    self.rule = rule
    self.row = row
    self.other = other
  }
}
