package import Domain
import Vietnamese

/// What every submission of a run is read against.
package struct LoadingContext: Sendable {
  package var registers: Registers
  /// Nothing for a single file outside a workspace: then no ward or field is judged.
  package var lookup: RegisterLookup?
  package var recognition: HeaderRecognition
  package var settings: Settings
  package var span: ReportedSpan
  let codes: CodeHashes
  let decidedNames: DecidedNames
  /// Whether the data records of files that are rejected as a whole are told one by one.
  package var tracesRecords: Bool
  /// How big files are read.
  package var splitting = Splitting()

  package init(
    registers: Registers, lookup: RegisterLookup?, settings: Settings, span: ReportedSpan,
    decidedNames: DecidedNames = DecidedNames(), tracesRecords: Bool = false
  ) {
    self.decidedNames = decidedNames
    self.registers = registers
    codes = CodeHashes(registers)
    self.lookup = lookup
    self.span = span
    self.settings = settings
    self.tracesRecords = tracesRecords
    recognition = HeaderRecognition(added: settings.columnSpellings)
  }
}

/// The registers by match key.
package struct RegisterLookup: Sendable, Equatable {
  package var wards = SpellingTable()
  package var fields = SpellingTable()
  package var organizations = SpellingTable()

  package init() {}
}
