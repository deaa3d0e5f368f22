/// What `kheo.yml` says: what is reported, and by whom.
package struct Settings: Sendable, Equatable {
  package var title: String
  package var office: String
  package var area: String
  package var language: Language
  /// The years that are reported, `from` and `to` included.
  package var years: ClosedRange<Int>
  /// A caveat that every report prints; blank for none.
  package var notice: String
  package var controlTotals: ControlTotals?
  /// Header spellings that the office adds to the built-in ones.
  package var columnSpellings: [Column: [String]]
  /// Columns that must be present and not blank, beyond those that always must.
  package var requiredColumns: [Column]
  /// The encodings that single submitters are known to use.
  package var encodings: [Submitter: StatedEncoding]
  /// That of all other submitters.
  package var defaultEncoding: StatedEncoding?

  package init(
    title: String = "", office: String = "", area: String = "", language: Language = .vietnamese,
    years: ClosedRange<Int>, notice: String = "", controlTotals: ControlTotals? = nil,
    columnSpellings: [Column: [String]] = [:], requiredColumns: [Column] = [],
    encodings: [Submitter: StatedEncoding] = [:], defaultEncoding: StatedEncoding? = nil
  ) {
    self.title = title
    self.office = office
    self.area = area
    self.language = language
    self.years = years
    self.notice = notice
    self.controlTotals = controlTotals
    self.columnSpellings = columnSpellings
    self.requiredColumns = requiredColumns
    self.encodings = encodings
    self.defaultEncoding = defaultEncoding
  }
}

extension Settings {
  /// The encoding stated for the files that `submitter` sends.
  package func statedEncoding(of submitter: Submitter) -> StatedEncoding? {
    encodings[submitter] ?? defaultEncoding
  }

  /// What a file that `submitter` sent must have and fill, in the order of SPEC §3: name, field,
  /// year, what `require` names, and the ward where no ward submits.
  package func requiredColumns(from submitter: Submitter) -> [Column] {
    Column.allCases.filter { column in
      switch column {
      case .name, .field, .year: true
      case .ward: submitter.mustNameWard || requiredColumns.contains(.ward)
      default: requiredColumns.contains(column)
      }
    }
  }
}

/// Totals that an office knows beforehand, and that a run must come to.
package struct ControlTotals: Sendable, Equatable {
  /// One expected total with the line of `kheo.yml` that states it (1-based).
  package struct Entry: Sendable, Equatable {
    /// `total`, or the code of a field.
    package var key: String
    /// Index into the fields' register; nothing for `total`.
    package var field: Int?
    package var expected: Int
    package var line: Int

    package init(key: String, field: Int?, expected: Int, line: Int) {
      self.key = key
      self.field = field
      self.expected = expected
      self.line = line
    }
  }

  /// The one cut-off for which they hold; nothing when they hold for every run.
  package var through: Period?
  package var entries: [Entry]

  package init(through: Period?, entries: [Entry]) {
    self.through = through
    self.entries = entries
  }

  /// Whether a run with this cut-off is compared with them.
  package func apply(to cutoff: Quarter) -> Bool {
    through.map { $0.lastQuarter == cutoff } ?? true
  }
}
