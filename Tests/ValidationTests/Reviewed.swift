import Domain
import Loaders
import TestSupport
import Testing
import Validation

/// One small submission, and what the run knows beside it.
struct Sent: Sendable {
  var bytes: [UInt8]
  var submitter: Submitter = .ward(0)
  var path = "submissions/2023/an-luu.csv"
  var period: Period? = Period(year: 2023)
  var required: [Column] = []
  var cutoff = Quarter(year: 2024, number: 3)

  init(_ csv: String) { bytes = Array(csv.utf8) }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// A workbook of these rows.
  init(rows: [[String?]]) { bytes = HandmadeSheets(rows).bytes }

  /// The same, sent by somebody else.
  func by(_ submitter: Submitter, path: String = "submissions/2023/an-luu.csv") -> Sent {
    var sent = self
    sent.submitter = submitter
    sent.path = path
    return sent
  }

  /// The same, sent for another period.
  func sent(for period: Period?) -> Sent {
    var sent = self
    sent.period = period
    return sent
  }

  /// The same under settings that require more columns.
  func requiring(_ columns: Column...) -> Sent {
    var sent = self
    sent.required = columns
    return sent
  }
}

/// The registers of all tests here: a ward without dates, one founded in July 2022, one that
/// ended in June 2021, an office without territory, one whose code begins with zeros.
let registers = Registers(
  wards: [
    Ward(code: "10675", name: "An Lưu", kindText: "Phường", kind: .urbanWard),
    Ward(
      code: "10735", name: "Hiệp An", kindText: "Phường", kind: .urbanWard,
      validFrom: CalendarDay(year: 2022, month: 7, day: 1), aliases: ["P. Hiệp An"]),
    Ward(
      code: "10687", name: "Hoành Sơn", kindText: "Xã", kind: .commune,
      validTo: CalendarDay(year: 2021, month: 6, day: 30)),
    Ward(code: "VP", name: "Văn phòng Thị ủy", kindText: "", kind: nil),
    Ward(code: "00735", name: "Hải Tân", kindText: "Phường", kind: .urbanWard),
  ],
  fields: [
    Field(code: "KT", vietnameseName: "Kinh tế", englishName: "Economy", aliases: []),
    Field(
      code: "VHXH", vietnameseName: "Văn hóa - xã hội", englishName: "Culture and society",
      aliases: ["VH-XH"]),
  ],
  organizations: [Organization(code: "HPN", name: "Hội Phụ nữ", aliases: [])])

/// What loader and rules made of a submission.
struct Reviewed {
  let reading: SubmissionReading
  let review: SubmissionReview

  /// All findings, in the order of `findings.csv`.
  var findings: [Finding] { review.findings.sorted(by: Finding.inOrder) }
  var rules: [RuleID] { findings.map(\.rule) }

  func findings(of rule: RuleID) -> [Finding] { findings.filter { $0.rule == rule } }

  /// How many records go no further with that disposition.
  func count(_ disposition: Disposition) -> Int {
    review.excluded.reduce(0) { $0 + ($1.key.disposition == disposition ? $1.value : 0) }
  }

  /// How many records go on to be counted.
  var admittedCount: Int { reading.block.count + review.admitted.count }
}

/// Reads and judges a submission as a run does.
func reviewed(_ sent: Sent, in language: Language = .vietnamese) throws -> Reviewed {
  let settings = Settings(years: 2020...2024, requiredColumns: sent.required)
  let span = ReportedSpan(years: settings.years, cutoff: sent.cutoff)
  let reading = SubmissionReader.read(
    sent.bytes,
    file: SubmissionFile(
      path: sent.path, period: sent.period, submitter: sent.submitter, isDue: true),
    context: LoadingContext(
      registers: registers, lookup: try lookup(), settings: settings, span: span))
  return Reviewed(
    reading: reading,
    review: SubmissionReview(reading, in: rules(for: language, requiring: sent.required)))
}

/// The context of the rules for a run over 2020–2024 up to the third quarter of 2024.
func rules(for language: Language, requiring columns: [Column] = []) -> ValidationContext {
  ValidationContext(
    registers: registers, settings: Settings(years: 2020...2024, requiredColumns: columns),
    language: language,
    span: ReportedSpan(years: 2020...2024, cutoff: Quarter(year: 2024, number: 3)))
}

private func lookup() throws -> RegisterLookup {
  var lookup = RegisterLookup()
  for (row, ward) in registers.wards.enumerated() {
    try #require(lookup.wards.add(ward.spellings, row: row) == nil)
  }
  for (row, field) in registers.fields.enumerated() {
    try #require(lookup.fields.add(field.spellings, row: row) == nil)
  }
  for (row, organization) in registers.organizations.enumerated() {
    try #require(lookup.organizations.add(organization.spellings, row: row) == nil)
  }
  return lookup
}
