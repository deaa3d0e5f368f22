/// Everything that a release tells, ready to be laid out.
///
/// Writers read it and compute nothing.
package struct Report: Sendable {
  package var settings: Settings
  /// The language of this run: `--language`, else that of the settings.
  package var language: Language
  package var registers: Registers
  package var cutoff: Quarter
  /// The cut-off as an argument gave it; nothing when it was found by default.
  package var cutoffArgument: Period?
  package var figures: Figures
  /// Share of each field in all that is registered; they add to 100,0 unless there is nothing.
  package var fieldShares: [Tenths?]
  package var trends: Trends
  package var quarterly: QuarterlyView
  /// In the order in which they are shown: most models first, then by name; no owner last.
  package var owners: [OwnerTotal]
  package var listing: Listing
  /// The decisions of the workspace, in the order of their file, and what became of them.
  package var decisions: [DecisionOutcome]
  /// Counted models that were not compared with all names of their ward, since these are too many.
  package var uncomparedModels: Int
  /// Sorted by path.
  package var submissions: [SubmissionOutcome]
  /// In the order of `findings.csv`.
  package var findings: FindingList
  /// Wards that were in force for a period and sent nothing for it.
  package var missingSubmissions: [MissingSubmission]
  package var controlTotals: [ControlTotalOutcome]
  /// Settings and registers, as read; the submissions stand in `submissions`.
  package var sources: [SourceFile]

  package init(
    settings: Settings, language: Language, registers: Registers, cutoff: Quarter,
    cutoffArgument: Period?, figures: Figures, fieldShares: [Tenths?], trends: Trends,
    quarterly: QuarterlyView, owners: [OwnerTotal], listing: Listing,
    decisions: [DecisionOutcome] = [], uncomparedModels: Int = 0,
    submissions: [SubmissionOutcome], findings: FindingList,
    missingSubmissions: [MissingSubmission], controlTotals: [ControlTotalOutcome],
    sources: [SourceFile]
  ) {
    self.settings = settings
    self.language = language
    self.registers = registers
    self.cutoff = cutoff
    self.cutoffArgument = cutoffArgument
    self.figures = figures
    self.fieldShares = fieldShares
    self.trends = trends
    self.quarterly = quarterly
    self.owners = owners
    self.listing = listing
    self.decisions = decisions
    self.uncomparedModels = uncomparedModels
    self.submissions = submissions
    self.findings = findings
    self.missingSubmissions = missingSubmissions
    self.controlTotals = controlTotals
    self.sources = sources
  }
}

/// What one owner registered.
package struct OwnerTotal: Sendable, Equatable {
  /// Name of the organization, or the first spelling of another owner; blank for no owner.
  package var name: String
  /// Code of the organization; blank for others.
  package var code: String
  /// Σ quantity of counted records, one entry a field.
  package var registered: [Int]

  package init(name: String, code: String, registered: [Int]) {
    self.name = name
    self.code = code
    self.registered = registered
  }

  package var total: Int { registered.reduce(0, +) }
}

/// One counted model, with the place of its record.
package struct ListedModel: Sendable, Equatable {
  package var name: String
  package var field: Int
  package var ward: Int
  package var hamlet: String
  package var owner: String
  package var year: Int
  /// 1–4; nothing when unknown.
  package var quarter: Int?
  package var quantity: Int
  package var place: Place

  package init(
    name: String, field: Int, ward: Int, hamlet: String, owner: String, year: Int,
    quarter: Int?, quantity: Int, place: Place
  ) {
    self.name = name
    self.field = field
    self.ward = ward
    self.hamlet = hamlet
    self.owner = owner
    self.year = year
    self.quarter = quarter
    self.quantity = quantity
    self.place = place
  }
}

/// The counted models in the order of counting: all of them, or the first if they are too many; never
/// in silence.
package struct Listing: Sendable, Equatable {
  /// The most rows that a listing sheet holds.
  package static let limit = 10_000
  /// The rows of a listing that does not hold all: an example of what is elsewhere, since nobody reads
  /// ten thousand rows that are not the whole, and writing them would take as long as counting
  /// millions of records.
  package static let excerpt = 1_000

  /// How many of `count` rows a listing sheet holds.
  package static func size(of count: Int) -> Int { count <= limit ? count : excerpt }

  package var models: [ListedModel]
  /// All counted records, listed or not.
  package var countedRecords: Int
  /// Σ quantity of all counted records, listed or not.
  package var countedQuantity: Int

  package init(models: [ListedModel], countedRecords: Int, countedQuantity: Int) {
    self.models = models
    self.countedRecords = countedRecords
    self.countedQuantity = countedQuantity
  }
}

/// A ward that was in force for a period and sent nothing for it.
package struct MissingSubmission: Sendable, Hashable {
  package var period: Period
  /// Index into the register of wards.
  package var ward: Int

  package init(period: Period, ward: Int) {
    self.period = period
    self.ward = ward
  }
}

/// A control total beside what the run came to.
package struct ControlTotalOutcome: Sendable, Equatable {
  package var entry: ControlTotals.Entry
  package var actual: Int

  package init(entry: ControlTotals.Entry, actual: Int) {
    self.entry = entry
    self.actual = actual
  }

  package var isMet: Bool { entry.expected == actual }
}

/// A settings or register file, as `provenance.json` records it.
package struct SourceFile: Sendable, Equatable {
  /// Relative to the inputs folder.
  package var path: String
  package var byteCount: Int
  package var sha256: String

  package init(path: String, byteCount: Int, sha256: String) {
    self.path = path
    self.byteCount = byteCount
    self.sha256 = sha256
  }
}
