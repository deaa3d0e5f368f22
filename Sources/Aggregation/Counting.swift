package import Domain

/// What the wards come to together; they are added in the order of the register, so that nothing
/// depends on which was counted first.
package struct Counting: Sendable {
  /// Registered, maintained, and the records of the dispositions that the counting decides.
  package private(set) var figures: Figures
  package private(set) var owners: OwnerTally

  package init(registers: Registers, span: ReportedSpan) {
    figures = Figures(wards: registers.wards, fields: registers.fields, years: span.years)
    owners = OwnerTally(registers: registers)
  }

  package mutating func add(_ count: WardCount) {
    figures.add(count.figures, ward: count.ward)
    for disposition in Disposition.allCases {
      figures.addRecords(count.records[disposition.index], disposition, ward: count.ward)
    }
    for (owner, registered) in count.owners { owners.add(registered, of: owner) }
  }
}
