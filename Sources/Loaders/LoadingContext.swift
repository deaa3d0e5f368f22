package import Domain
import Vietnamese

/// What every submission of a run is read against.
package struct LoadingContext: Sendable {
  package var registers: Registers
  /// Nothing for a single file outside a workspace: then no ward or field is judged.
  package var lookup: RegisterLookup?
  package var recognition: HeaderRecognition
  /// Columns that must be present and filled in every submission, in the order of SPEC §3.
  package var requiredColumns: [Column]
  package var span: ReportedSpan

  package init(
    registers: Registers, lookup: RegisterLookup?, settings: Settings, span: ReportedSpan
  ) {
    self.registers = registers
    self.lookup = lookup
    self.span = span
    recognition = HeaderRecognition(added: settings.columnSpellings)
    let required = Set([.name, .field, .year] + settings.requiredColumns)
    requiredColumns = Column.allCases.filter { required.contains($0) }
  }

  /// What a file must have that `submitter` sent: the ward, too, where no ward submits.
  func requiredColumns(from submitter: Submitter) -> [Column] {
    if !submitter.mustNameWard || requiredColumns.contains(.ward) { return requiredColumns }
    return Column.allCases.filter { $0 == .ward || requiredColumns.contains($0) }
  }
}

/// The registers by match key.
package struct RegisterLookup: Sendable, Equatable {
  package var wards = SpellingTable()
  package var fields = SpellingTable()
  package var organizations = SpellingTable()

  package init() {}
}
