import Audit
import Domain
import Files
import Spreadsheet
import Writers

/// Finds the counted models that only one of two releases lists, from their workbooks alone.
///
/// What became of a record that no longer counts stands in the findings of the other release, if
/// its file is still the same.
struct ListMatching {
  private(set) var changes: [RecordChange] = []
  /// Σ quantity of what was added less what was removed.
  private(set) var effect = 0
  private let findings: (old: [String: String], new: [String: String])

  /// `findings` are, of each release, the rules that speak of a place, by `path:line`.
  init(
    old: [ListedModelRow], new: [ListedModelRow],
    findings: (old: [String: String], new: [String: String])
  ) {
    self.findings = findings
    var left = ListMatching.byContent(old)
    for (content, rows) in ListMatching.byContent(new) {
      let before = left.removeValue(forKey: content) ?? []
      let same = min(before.count, rows.count)
      for row in rows[same...] { add(row, isNew: true) }
      for row in before[same...] { add(row, isNew: false) }
    }
    for row in left.values.joined() { add(row, isNew: false) }
    changes.sort(by: RecordChange.inOrder)
  }

  /// Rows that say the same, whatever file and line they come from.
  private static func byContent(_ rows: [ListedModelRow]) -> [ListedModelRow: [ListedModelRow]] {
    Dictionary(grouping: rows) { row in
      var content = row
      content.source = ""
      return content
    }
  }

  private mutating func add(_ row: ListedModelRow, isNew: Bool) {
    effect += isNew ? row.quantity : -row.quantity
    let counted = RecordChange.Side(
      place: Place(reference: row.source), disposition: .counted, ward: row.ward,
      field: row.field, year: Int(row.year), quantity: row.quantity,
      reason: (isNew ? findings.old : findings.new)[ListMatching.line(row.source)] ?? "")
    changes.append(
      RecordChange(name: row.name, old: isNew ? nil : counted, new: isNew ? counted : nil))
  }

  /// `path:line`, also where the list names a cell of a workbook: findings say lines.
  private static func line(_ source: String) -> String {
    let place = Place(reference: source)
    return Place(path: place.path, line: place.line).reference
  }
}
