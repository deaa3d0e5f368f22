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

  /// Begins a section; the columns whose sections end: those of its own kind, or under one.
  mutating func enter(
    _ section: FormSections.Section, at row: PendingRow, sum: Int
  ) -> [Column] {
    groups?.enter(section)
    let first = open.firstIndex { $0.column == section.column } ?? open.count
    let ended = open[first...]
    totals += ended.compactMap { FormReader.total(of: $0, sum: sum) }
    let columns = ended.map(\.column)
    open.removeSubrange(first...)
    open.append(
      OpenSection(
        column: section.column, record: row.number, line: row.line, declared: section.declared,
        sumBefore: sum))
    pending.append(row)
    return columns
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
