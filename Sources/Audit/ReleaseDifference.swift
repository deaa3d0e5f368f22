package import Domain

/// A finding as another release may tell it too: without line, record and message, which shift when
/// rows move.
package struct FindingKey: Sendable, Equatable {
  package var severity: Severity
  package var rule: String
  package var path: String
  package var column: String
  package var value: String

  package init(_ row: FindingRow) {
    severity = row.severity
    rule = row.rule
    path = row.path
    column = row.column
    value = row.value
  }

  /// Which comes first by path, rule, column, value and severity; 0 when they are the same.
  static func order(_ left: FindingKey, _ right: FindingKey) -> Int {
    var order = byteOrder(left.path, right.path)
    if order == 0 { order = byteOrder(left.rule, right.rule) }
    if order == 0 { order = byteOrder(left.column, right.column) }
    if order == 0 { order = byteOrder(left.value, right.value) }
    return order == 0 ? byteOrder(left.severity.rawValue, right.severity.rawValue) : order
  }
}

/// What two releases are compared by.
package struct ReleaseContents: Sendable {
  package var figures: [FigureValue]
  package var findings: [FindingKey]
  package var submissions: [SubmissionRow]

  package init(figures: [FigureValue], findings: [FindingKey], submissions: [SubmissionRow]) {
    self.figures = figures
    self.findings = findings
    self.submissions = submissions
  }
}

/// How one release differs from another, of the same cut-off or of another one.
///
/// Everything is sorted and counted, so that neither the order of rows nor a repeated one changes
/// the answer. O(n log n).
package struct ReleaseDifference: Sendable, Equatable {
  /// Figures that changed, came or went, by id.
  package private(set) var figures: [FigureChange]
  /// Findings of the old release that the new one has not, or not as often.
  package private(set) var findingsGone: [CountedFinding]
  /// Findings of the new release that the old one has not, or not as often.
  package private(set) var findingsCome: [CountedFinding]
  /// By path.
  package private(set) var submissions: [SubmissionChange]

  package var isEmpty: Bool {
    figures.isEmpty && findingsGone.isEmpty && findingsCome.isEmpty && submissions.isEmpty
  }

  package init(old: ReleaseContents, new: ReleaseContents) {
    figures = figureDifferences(expected: old.figures, found: new.figures).map {
      FigureChange(id: $0.id, old: $0.expected, new: $0.found)
    }
    (findingsGone, findingsCome) = ReleaseDifference.findings(old.findings, new.findings)
    submissions = groupedByKey(old.submissions, by: \.path, new.submissions, by: \.path).flatMap {
      SubmissionChange.changes(of: $0.key, $0.left, $0.right)
    }
  }

  /// What one list has more of than the other.
  private static func findings(
    _ old: [FindingKey], _ new: [FindingKey]
  ) -> (gone: [CountedFinding], come: [CountedFinding]) {
    let (old, new) = (counted(old), counted(new))
    var (gone, come): ([CountedFinding], [CountedFinding]) = ([], [])
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let order =
        i == old.count ? 1 : j == new.count ? -1 : FindingKey.order(old[i].key, new[j].key)
      let lost = (order <= 0 ? old[i].count : 0) - (order >= 0 ? new[j].count : 0)
      if lost > 0 { gone.append(CountedFinding(key: old[i].key, count: lost)) }
      if lost < 0 { come.append(CountedFinding(key: new[j].key, count: -lost)) }
      if order <= 0 { i += 1 }
      if order >= 0 { j += 1 }
    }
    return (gone, come)
  }

  /// Each finding once, with how often it stands there, in order.
  private static func counted(_ findings: [FindingKey]) -> [CountedFinding] {
    var list: [CountedFinding] = []
    for key in findings.sorted(by: { FindingKey.order($0, $1) < 0 }) {
      if let last = list.last, FindingKey.order(last.key, key) == 0 {
        list[list.count - 1].count += 1
      } else {
        list.append(CountedFinding(key: key, count: 1))
      }
    }
    return list
  }
}

/// A finding, and how many more of it one release has than the other.
package struct CountedFinding: Sendable, Equatable {
  package var key: FindingKey
  package var count: Int

  package func message(in language: Language) -> String {
    let place = key.column.isEmpty ? "" : " [\(excerpt(key.column))]"
    let value = key.value.isEmpty ? "" : ": “\(excerpt(key.value))”"
    let times = count == 1 ? "" : language(" (\(count) lần)", " (\(count) times)")
    return "\(excerpt(key.path)): \(key.severity.name(in: language)) \(excerpt(key.rule))"
      + "\(place)\(value)\(times)"
  }
}

/// A figure of two releases; nothing where one has no such figure.
package struct FigureChange: Sendable, Equatable {
  package var id: String
  package var old: Int?
  package var new: Int?

  /// By how much it changed; nothing when one release lacks it.
  package var difference: Int? {
    guard let old, let new else { return nil }
    let (difference, isTooLarge) = new.subtractingReportingOverflow(old)
    return isTooLarge ? nil : difference
  }

  package func message(in language: Language) -> String {
    let id = excerpt(id)
    switch (old, new) {
    case (let old?, let new?):
      let change = difference.map { " (\($0 > 0 ? "+" : "")\($0))" } ?? ""
      return "\(id): \(old) → \(new)\(change)"
    case (let old?, nil):
      return language("\(id): \(old) → không còn", "\(id): \(old) → gone")
    case (nil, let new?): return language("\(id): mới, \(new)", "\(id): new, \(new)")
    case (nil, nil): return id
    }
  }
}

/// A submission that two releases do not treat alike.
package struct SubmissionChange: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case added, removed
    /// Read by both, with other bytes.
    case replaced
    /// There before, and read only now.
    case nowDue = "now-due"
    /// Read before, and still there, but after the cut-off.
    case noLongerDue = "no-longer-due"
  }

  package var path: String
  package var kind: Kind

  package func message(in language: Language) -> String {
    let path = excerpt(path)
    return switch kind {
    case .added: language("\(path): tệp mới", "\(path): new")
    case .removed: language("\(path): không còn", "\(path): gone")
    case .replaced: language("\(path): đã thay nội dung", "\(path): replaced")
    case .nowDue: language("\(path): nay đã đến kỳ", "\(path): now due")
    case .noLongerDue: language("\(path): nay chưa đến kỳ", "\(path): no longer due")
    }
  }

  /// Of one path; a broken table may have several rows of one path.
  fileprivate static func changes(
    of path: String, _ old: [SubmissionRow], _ new: [SubmissionRow]
  ) -> [SubmissionChange] {
    let (old, new) = (distinct(old), distinct(new))
    return (0..<max(old.count, new.count)).compactMap { index in
      guard index < old.count else { return SubmissionChange(path: path, kind: .added) }
      guard index < new.count else { return SubmissionChange(path: path, kind: .removed) }
      return kind(old[index], new[index]).map { SubmissionChange(path: path, kind: $0) }
    }
  }

  private static func kind(_ old: SubmissionRow, _ new: SubmissionRow) -> Kind? {
    switch (old.isRead, new.isRead) {
    case (true, true): old.sha256 == new.sha256 && old.bytes == new.bytes ? nil : .replaced
    case (false, true): .nowDue
    case (true, false): .noLongerDue
    case (false, false): nil
    }
  }

  /// Rows that say the same once, in an order that does not depend on theirs.
  private static func distinct(_ rows: [SubmissionRow]) -> [SubmissionRow] {
    if rows.count < 2 { return rows }
    var list: [SubmissionRow] = []
    for row in rows.sorted(by: inOrder) where list.last.map({ inOrder($0, row) }) ?? true {
      list.append(row)
    }
    return list
  }

  /// By what is compared: state, hash, size.
  private static func inOrder(_ left: SubmissionRow, _ right: SubmissionRow) -> Bool {
    if left.isRead != right.isRead { return right.isRead }
    if !isSame(left.sha256, right.sha256) { return bytesPrecede(left.sha256, right.sha256) }
    return (left.bytes ?? 0) < (right.bytes ?? 0)
  }
}
