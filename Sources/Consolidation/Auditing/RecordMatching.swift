import Audit
import Domain
import Files
import Loaders
import Vietnamese

/// Finds the records of which two runs make different things.
///
/// Submissions of one path and the same bytes are compared record by record. The records of all
/// others are matched by what they say, wherever they stand, so that rows that were moved, and
/// files that were renamed, make no difference; of several that say the same, as many match as
/// there are on both sides. They are matched by hashes, so that a file of millions can be replaced.
struct RecordMatching {
  private let old: ConsolidatedWorkspace
  private let new: ConsolidatedWorkspace
  private let language: Language
  /// What the changes come to, by figure.
  private(set) var effects: [FigureID: Int] = [:]
  private(set) var changes: [RecordChange] = []

  init(
    old: ConsolidatedWorkspace, new: ConsolidatedWorkspace, language: Language
  ) throws(FileError) {
    self.old = old
    self.new = new
    self.language = language
    let (both, oldOnly, newOnly) = pairs()
    for (oldIndex, newIndex) in both { try compare(oldIndex, newIndex) }
    try match(oldOnly, newOnly)
    changes.sort(by: RecordChange.inOrder)
  }

  /// A record of one run, with its text.
  private struct Entry {
    var submission: Int
    var record: TracedRecord
    var name: String
  }

  /// Submissions of one path and the same bytes, and the rest of both sides.
  private func pairs() -> (both: [(Int, Int)], oldOnly: [Int], newOnly: [Int]) {
    var places: [String: Int] = [:]
    for (index, submission) in new.submissions.enumerated() {
      places[submission.outcome.file.path] = index
    }
    var both: [(Int, Int)] = []
    var oldOnly: [Int] = []
    var matched: Set<Int> = []
    for (index, submission) in old.submissions.enumerated() {
      if let other = places[submission.outcome.file.path],
        new.submissions[other].outcome.sha256 == submission.outcome.sha256
      {
        both.append((index, other))
        matched.insert(other)
      } else {
        oldOnly.append(index)
      }
    }
    return (both, oldOnly, new.submissions.indices.filter { !matched.contains($0) })
  }

  // MARK: The same file

  private mutating func compare(_ oldIndex: Int, _ newIndex: Int) throws(FileError) {
    let (left, right) = (old.records(of: oldIndex), new.records(of: newIndex))
    // The same bytes may be read otherwise, when settings or registers differ.
    var others = Dictionary(right.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    var differing: [(old: TracedRecord?, new: TracedRecord?)] = []
    for record in left {
      let other = others.removeValue(forKey: record.number)
      if let other, isSame(record, other) { continue }
      differing.append((record, other))
    }
    differing += others.values.sorted { $0.number < $1.number }.map { (nil, $0) }
    if differing.isEmpty { return }
    differing.sort { number(of: $0) < number(of: $1) }
    let names = try new.names(
      ofRecords: differing.map(number), in: newIndex)
    for (pair, name) in zip(differing, names) {
      add(
        pair.old.map { Entry(submission: oldIndex, record: $0, name: name) },
        pair.new.map { Entry(submission: newIndex, record: $0, name: name) })
    }
  }

  private func number(of pair: (old: TracedRecord?, new: TracedRecord?)) -> Int {
    pair.new?.number ?? pair.old?.number ?? 0
  }

  private func isSame(_ left: TracedRecord, _ right: TracedRecord) -> Bool {
    left.role == right.role && left.year == right.year && left.quarter == right.quarter
      && left.quantity == right.quantity && left.rules == right.rules
      && old.wardCode(left) == new.wardCode(right) && old.fieldCode(left) == new.fieldCode(right)
  }

  // MARK: Other files

  /// How many records say the same on either side.
  private struct Tally {
    var old = 0
    var new = 0
  }

  private mutating func match(_ oldOnly: [Int], _ newOnly: [Int]) throws(FileError) {
    var tallies: [ModelIdentity: Tally] = [:]
    try forEachContent(oldOnly, of: old) { content, _ in tallies[content, default: Tally()].old += 1
    }
    try forEachContent(newOnly, of: new) { content, _ in tallies[content, default: Tally()].new += 1
    }
    tallies = tallies.filter { $0.value.old != $0.value.new }
    let gone = try rest(oldOnly, of: old, tallies.mapValues { min($0.old, $0.new) })
    let come = try rest(newOnly, of: new, tallies.mapValues { min($0.old, $0.new) })
    // What is left in one file, and by its name one model, is one record that was changed.
    let (olds, news) = (byModel(gone, of: old), byModel(come, of: new))
    for model in Set(olds.keys).union(news.keys) {
      let (before, after) = (olds[model] ?? [], news[model] ?? [])
      for (entry, other) in zip(before, after) { add(entry, other) }
      for entry in before.dropFirst(after.count) { add(entry, nil) }
      for entry in after.dropFirst(before.count) { add(nil, entry) }
    }
  }

  /// The records beyond those that match: of each content as many as are too many here.
  private func rest(
    _ indexes: [Int], of run: ConsolidatedWorkspace, _ matching: [ModelIdentity: Int]
  ) throws(FileError) -> [Entry] {
    var open = matching
    var entries: [Entry] = []
    try forEachContent(indexes, of: run) { content, entry in
      guard let count = open[content] else { return }
      if count > 0 { open[content] = count - 1 } else { entries.append(entry) }
    }
    return try named(entries, of: run)
  }

  /// Hands each record of these submissions to `body` with a hash of what it says and what became
  /// of it; only records without an identity, which are told apart by their names, have these.
  private func forEachContent(
    _ indexes: [Int], of run: ConsolidatedWorkspace, _ body: (ModelIdentity, Entry) -> Void
  ) throws(FileError) {
    for index in indexes {
      let year = run.submissions[index].outcome.file.period?.year
      let numbers = run.submissions[index].excludedRecords.map(\.number)
      var names = try run.names(ofRecords: numbers, in: index).makeIterator()
      run.forEachRecord(of: index) { record in
        let name = record.identity == nil ? names.next() ?? "" : ""
        body(
          content(of: record, name, reportingYear: year, in: run),
          Entry(submission: index, record: record, name: name))
      }
    }
  }

  private func content(
    of record: TracedRecord, _ name: String, reportingYear: Int?, in run: ConsolidatedWorkspace
  ) -> ModelIdentity {
    var hash = SipHash()
    for word in [record.identity?.high ?? 0, record.identity?.low ?? 0] { hash.combine(word) }
    for text in [name, run.wardCode(record), run.fieldCode(record)] {
      hash.combine(text.unicodeScalars.map(\.value)[...])
    }
    for number in [record.year, record.quarter, record.quantity, reportingYear] {
      hash.combine(UInt64(bitPattern: Int64(number ?? -1)))
    }
    hash.combine(UInt64(record.role.rawValue))
    let (high, low) = hash.finish()
    return ModelIdentity(high: high, low: low)
  }

  /// The entries with the names of their records.
  private func named(
    _ entries: [Entry], of run: ConsolidatedWorkspace
  ) throws(FileError) -> [Entry] {
    var named: [Entry] = []
    for (index, some) in Dictionary(grouping: entries, by: \.submission).sorted(by: {
      $0.key < $1.key
    }) {
      let names = try run.names(ofRecords: some.map(\.record.number), in: index)
      named += zip(some, names).map {
        Entry(submission: index, record: $0.record, name: $1)
      }
    }
    return named
  }

  /// A model in a file: its identity, or its name where it has none.
  private struct Model: Hashable {
    var path: String
    var identity: ModelIdentity?
    var name: String
  }

  private func byModel(
    _ entries: [Entry], of run: ConsolidatedWorkspace
  ) -> [Model: [Entry]] {
    Dictionary(grouping: entries) { entry in
      Model(
        path: run.submissions[entry.submission].outcome.file.path,
        identity: entry.record.identity,
        name: entry.record.identity == nil ? entry.name : "")
    }.mapValues { $0.sorted { $0.record.number < $1.record.number } }
  }

  // MARK: Changes

  private mutating func add(_ left: Entry?, _ right: Entry?) {
    if let left { add(left, of: old, sign: -1) }
    if let right { add(right, of: new, sign: 1) }
    changes.append(
      RecordChange(
        name: right?.name ?? left?.name ?? "", old: left.map { side($0, of: old) },
        new: right.map { side($0, of: new) }))
  }

  private mutating func add(_ entry: Entry, of run: ConsolidatedWorkspace, sign: Int) {
    let period = run.submissions[entry.submission].outcome.file.period
    let registers = run.workspace.registers
    for (figure, amount) in entry.record.contributions(period: period, registers) {
      effects[figure, default: 0] += sign * amount
    }
  }

  private func side(_ entry: Entry, of run: ConsolidatedWorkspace) -> RecordChange.Side {
    let record = entry.record
    let outcome = run.submissions[entry.submission].outcome
    let origin = record.origin.map { run.submissions.place(of: $0) }
    return RecordChange.Side(
      place: Place(
        path: outcome.file.path, sheet: outcome.sheet?.name, line: record.line,
        record: record.number),
      disposition: record.role.disposition, ward: run.wardCode(record),
      field: run.fieldCode(record), year: record.year, quantity: record.quantity,
      reason: record.role == .counted
        ? "" : record.role.reason(record.rules, origin: origin, in: language))
  }
}

extension ConsolidatedWorkspace {
  /// The code of a record's ward; blank when it cannot be told.
  func wardCode(_ record: TracedRecord) -> String {
    record.ward.map { workspace.registers.wards[$0].code } ?? ""
  }

  /// The code of a record's field; blank when it cannot be told.
  func fieldCode(_ record: TracedRecord) -> String {
    record.field.map { workspace.registers.fields[$0].code } ?? ""
  }

  /// The names of records of a submission; `numbers` are in order.
  func names(ofRecords numbers: [Int], in index: Int) throws(FileError) -> [String] {
    var names = [String](repeating: "", count: numbers.count)
    if numbers.isEmpty { return names }
    try RecordRecall.forEachText(
      at: submissions[index].header?.positions[.name], ofRecords: numbers,
      in: submissions[index].outcome, inputs: workspace.options.inputs
    ) { names[$0] = $1 }
    return names
  }
}
