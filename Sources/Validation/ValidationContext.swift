package import Domain
import Synchronization
import Vietnamese

/// What the rules know of the run.
package struct ValidationContext: Sendable {
  package let registers: Registers
  package let language: Language
  package let span: ReportedSpan
  let settings: Settings
  private let columnSpellings: KnownSpellings
  private let wardSpellings: KnownSpellings
  private let fieldSpellings: KnownSpellings
  /// The fields as a reader may write them.
  let fieldNames: String

  package init(
    registers: Registers, settings: Settings, language: Language, span: ReportedSpan
  ) {
    self.registers = registers
    self.language = language
    self.span = span
    self.settings = settings
    columnSpellings = KnownSpellings(
      Column.allCases.flatMap {
        $0.builtInSpellings + settings.columnSpellings[$0, default: []]
      })
    wardSpellings = KnownSpellings(registers.wards.flatMap(\.spellings))
    fieldSpellings = KnownSpellings(registers.fields.flatMap(\.spellings))
    fieldNames = registers.fields.map(\.vietnameseName).joined(separator: ", ")
  }

  /// The first spelling of a ward within one edit of `text`.
  func nearestWard(to text: String) -> String? { wardSpellings.nearest(to: text) }

  /// The first spelling of a field within one edit of `text`.
  func nearestField(to text: String) -> String? { fieldSpellings.nearest(to: text) }

  /// The first known heading within one edit of `text`.
  func nearestHeading(to text: String) -> String? { columnSpellings.nearest(to: text) }

  /// The first file name of a ward or organization within one edit of that of `path`.
  func nearestFileName(to path: String) -> String? {
    let name = String(path.split(separator: "/").last ?? "")
    let folded = foldedName(String(decoding: SubmissionFile.stem(of: name), as: UTF8.self))
    return (registers.wards.map(\.name) + registers.organizations.map(\.name)).lazy
      .map(foldedName).first { MatchKey.isWithinOneEdit(folded, $0) }
  }
}

/// The spellings of a register with their match keys, and what was found near texts that come again and
/// again: a ward that is misspelt is so in record after record.
private final class KnownSpellings: Sendable {
  private static let limit = 4096
  /// Bytes of a text beyond which it is not remembered: a cell may hold a mebibyte.
  private static let longest = 256

  private let spellings: [(spelling: String, key: String)]
  private let found = Mutex<[String: String?]>([:])

  init(_ spellings: [String]) { self.spellings = spellings.map { ($0, MatchKey.of($0)) } }

  /// The first one within one edit of `text`.
  func nearest(to text: String) -> String? {
    if let known = found.withLock({ $0[text] }) { return known }
    let key = MatchKey.of(text)
    let nearest =
      key.isEmpty ? nil : spellings.first { MatchKey.isWithinOneEdit(key, $0.key) }?.spelling
    if text.utf8.count <= KnownSpellings.longest {
      found.withLock { if $0.count < KnownSpellings.limit { $0[text] = nearest } }
    }
    return nearest
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
