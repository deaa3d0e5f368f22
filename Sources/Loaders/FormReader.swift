import CSVParsing
import Domain
import Vietnamese

/// What the rows of a form say for the rows below them, one submission at a time: sections with
/// their sub-totals, groups, and the breakdown that begins with “Trong đó”.
struct FormReader {
  /// A section row that is not yet known to have records below it.
  struct PendingRow {
    var number: Int
    var line: Int
    var anomalies: RecordAnomalies
  }

  /// A section that is in force.
  private struct OpenSection {
    var column: Column
    var isRomanOrLetter: Bool
    var record: Int
    var line: Int
    var declared: Int?
    /// The sum of all records above it.
    var sumBefore: Int
  }

  let sections: FormSections
  var groups: FormGroups?
  /// Whether what follows only says again what the total consists of.
  var isInBreakdown = false
  private(set) var pending: [PendingRow] = []
  private var open: [OpenSection] = []
  /// The sub-totals of sections that have ended.
  private var totals: [DeclaredTotal] = []

  init(_ header: SubmissionHeader, lookup: RegisterLookup?) {
    sections = FormSections(lookup: lookup, header: header)
    groups = FormGroups(header)
  }

  /// What a record says if it is a section row.
  ///
  /// One that no register has, and that is numbered as the ward or owner above it was, is another of
  /// these: its rows must not count for the one before. Within a breakdown only a number of its own
  /// makes a section.
  func section(_ cells: RecordCells, _ filled: FilledCells) -> FormSections.Section? {
    guard var section = sections.section(cells, filled), section.isNumbered || !isInBreakdown
    else { return nil }
    if section.column != nil { return section }
    guard let last = open.last, last.column != .field,
      last.isRomanOrLetter == section.isRomanOrLetter
    else { return nil }
    section.column = last.column
    return section
  }

  /// Begins a section; the columns whose sections end: those of its own kind, or under one.
  mutating func enter(
    _ section: FormSections.Section, at row: PendingRow, sum: Int
  ) -> [Column] {
    guard let column = section.column else { return [] }
    groups?.enter(section)
    isInBreakdown = false
    let first = open.firstIndex { $0.column == column } ?? open.count
    let ended = open[first...]
    totals += ended.compactMap { FormReader.total(of: $0, sum: sum) }
    let columns = ended.map(\.column)
    open.removeSubrange(first...)
    open.append(
      OpenSection(
        column: column, isRomanOrLetter: section.isRomanOrLetter, record: row.number,
        line: row.line, declared: section.declared,
        sumBefore: sum))
    pending.append(row)
    return columns
  }

  /// Whether a row that waits for a record below it states a sub-total.
  var pendingDeclares: Bool {
    let numbers = Set(pending.map(\.number))
    return open.contains { $0.declared ?? 0 > 0 && numbers.contains($0.record) }
  }

  /// The section rows seen since the last record below one.
  mutating func takePending() -> [PendingRow] {
    defer { pending.removeAll(keepingCapacity: true) }
    return pending
  }

  /// The sub-totals of all sections at the end of the file, but for rows with nothing below them.
  func allTotals(sum: Int) -> [DeclaredTotal] {
    let footers = Set(pending.map(\.number))
    return (totals + open.compactMap { FormReader.total(of: $0, sum: sum) })
      .filter { !footers.contains($0.record) }
  }

  private static func total(of section: OpenSection, sum: Int) -> DeclaredTotal? {
    section.declared.map {
      DeclaredTotal(
        record: section.record, line: section.line, declared: $0, sum: sum - section.sumBefore,
        sumSincePrevious: nil, isOfSection: true)
    }
  }
}
