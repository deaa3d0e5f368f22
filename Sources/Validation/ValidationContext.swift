package import Domain
import Synchronization
import Vietnamese

/// What the rules know of the run.
package struct ValidationContext: Sendable {
  package let registers: Registers
  package let language: Language
  package let span: ReportedSpan
  let settings: Settings
  private let columnSpellings: [KnownSpelling]
  private let wardSpellings: [KnownSpelling]
  private let fieldSpellings: [KnownSpelling]
  /// The fields as a reader may write them.
  let fieldNames: String
  private let nearestFields = NearestMemory()

  package init(
    registers: Registers, settings: Settings, language: Language, span: ReportedSpan
  ) {
    self.registers = registers
    self.language = language
    self.span = span
    self.settings = settings
    columnSpellings = Column.allCases
      .flatMap { $0.builtInSpellings + settings.columnSpellings[$0, default: []] }
      .map(KnownSpelling.init)
    wardSpellings = registers.wards.flatMap(\.spellings).map(KnownSpelling.init)
    fieldSpellings = registers.fields.flatMap(\.spellings).map(KnownSpelling.init)
    fieldNames = registers.fields.map(\.vietnameseName).joined(separator: ", ")
  }

  /// The first spelling of a ward within one edit of `text`.
  func nearestWard(to text: String) -> String? { nearest(to: text, in: wardSpellings) }

  /// The first spelling of a field within one edit of `text`.
  func nearestField(to text: String) -> String? {
    nearestFields.nearest(to: text) { nearest(to: $0, in: fieldSpellings) }
  }

  /// The first known heading within one edit of `text`.
  func nearestHeading(to text: String) -> String? { nearest(to: text, in: columnSpellings) }

  /// The first file name of a ward or organization within one edit of that of `path`.
  func nearestFileName(to path: String) -> String? {
    let name = String(path.split(separator: "/").last ?? "")
    let folded = foldedName(String(decoding: SubmissionFile.stem(of: name), as: UTF8.self))
    return (registers.wards.map(\.name) + registers.organizations.map(\.name)).lazy
      .map(foldedName).first { MatchKey.isWithinOneEdit(folded, $0) }
  }

  private func nearest(to text: String, in spellings: [KnownSpelling]) -> String? {
    let key = MatchKey.of(text)
    if key.isEmpty { return nil }
    return spellings.first { MatchKey.isWithinOneEdit(key, $0.key) }?.spelling
  }
}

/// Remembers what was found near texts that come again and again.
private final class NearestMemory: Sendable {
  private static let limit = 4096

  private let found = Mutex<[String: String?]>([:])

  func nearest(to text: String, _ find: (String) -> String?) -> String? {
    if let known = found.withLock({ $0[text] }) { return known }
    let nearest = find(text)
    found.withLock { if $0.count < NearestMemory.limit { $0[text] = nearest } }
    return nearest
  }
}

/// A spelling of a register with its match key.
private struct KnownSpelling: Sendable {
  let spelling: String
  let key: String

  init(_ spelling: String) {
    self.spelling = spelling
    key = MatchKey.of(spelling)
  }
}

/// What the rules know of the submission they look into.
struct SubmissionContext {
  let run: ValidationContext
  let file: SubmissionFile
  let header: SubmissionHeader?
  /// The sheet that was read; nothing for a CSV file.
  let sheet: String?
  /// The columns that must be filled in this file, in the order of SPEC §3.
  let requiredColumns: [Column]

  init(run: ValidationContext, reading: SubmissionReading) {
    self.run = run
    file = reading.file
    header = reading.header
    sheet = reading.sheet?.name
    requiredColumns = run.settings.requiredColumns(from: file.submitter)
  }

  var language: Language { run.language }

  /// Whether a blank ward cell is missing, rather than the submitting ward.
  var requiresWard: Bool { requiredColumns.contains(.ward) }

  /// Where a record stands, or one of its cells.
  func place(of record: RecordReading, column: Column? = nil) -> Place {
    Place(
      path: file.path, sheet: sheet, line: record.line, record: record.number,
      column: column.flatMap { header?.heading(of: $0) } ?? "",
      position: column.flatMap { header?.positions[$0] } ?? 0)
  }

  /// Where the header stands, or one of its headings.
  func place(of header: SubmissionHeader, position: Int? = nil) -> Place {
    Place(
      path: file.path, sheet: sheet, line: header.line, record: header.record,
      column: position.map { header.headings[$0] } ?? "", position: position ?? 0)
  }

  /// The cell of a column, trimmed and in NFC, or what a section row says in its place; blank if there
  /// is neither.
  func text(_ column: Column, of record: RecordReading) -> String {
    guard let position = header?.positions[column] else { return record.given[column] ?? "" }
    return position < record.cells.count ? record.cells[position] : ""
  }

  /// “ (mô hình “…”)”, so that a record is found by more than its number; blank without a name.
  func modelHint(_ record: RecordReading) -> String {
    let name = text(.name, of: record)
    return name.isEmpty ? "" : language(" (mô hình \(quoted(name)))", " (model \(quoted(name)))")
  }

  /// The heading of a column, quoted.
  func heading(_ column: Column) -> String {
    quoted(header?.heading(of: column) ?? column.displayName)
  }
}
