import Domain
import SQLRecount

/// A world ready to be exported, and to be spoilt before it is.
struct ExportFixture {
  var outcomes: [SubmissionOutcome] = []
  /// By submission, in the order of counting.
  var records: [[ExportedRecord]] = []
  var findings: [Finding] = []
  var figures: [(id: String, value: Int)] = []

  /// Sorts the submissions into the order of counting; what is stated is what `NaiveCount` finds.
  init(_ sent: [Sent], findings: [Finding] = []) {
    let world = sent.sorted { SubmissionFile.inCountingOrder($0.file, $1.file) }
    self.findings = findings
    let naive = NaiveCount(
      world, findings: Dictionary(grouping: findings, by: \.severity).mapValues(\.count))
    figures = naive.figures.published().map { ($0.id.text, $0.value) }
    for (index, sent) in world.enumerated() {
      outcomes.append(sent.outcome(naive.roles[index]))
      let admitted = sent.models.indices.map { row in
        ExportedRecord(
          sent.models[row], number: sent.number(row), role: naive.roles[index][row],
          origin: naive.origins[index][row])
      }
      records.append(admitted + ExportFixture.excluded(of: sent))
    }
  }

  private static func excluded(of sent: Sent) -> [ExportedRecord] {
    sent.excluded.flatMap { entry in Array(repeating: entry, count: entry.count) }
      .enumerated().map { offset, entry in
        let isRejected = entry.disposition == .rejected
        let number = sent.number(sent.models.count + offset)
        return ExportedRecord(
          trace: TracedRecord(
            number: number, line: number, role: isRejected ? .rejected : .outOfPeriod,
            ward: entry.ward, field: nil, year: isRejected ? nil : 2030, quarter: nil,
            quantity: nil, rules: isRejected ? [.invalidYear, .missingValue] : [.outOfPeriod]),
          name: "?", hamlet: "", owner: "", status: "", nameKey: "", hamletKey: "", ownerKey: "",
          cells: [])
      }
  }

  /// Writes the database.
  func write(to path: String) throws {
    var export = try DatabaseExport(
      path: path, meta: [(key: "title", value: "Dân vận khéo")], registers: registers, span: span)
    for (outcome, records) in zip(outcomes, records) {
      try export.add(outcome)
      try export.add(records: records)
    }
    try export.add(findings: FindingList(findings))
    try export.finish(figures: figures)
  }

  /// Writes the database and gives its differences as `kind item stated recounted`.
  func differences() throws -> [String] {
    let folder = try TemporaryFolder()
    try write(to: folder.file("x.db"))
    return try ExportedDatabase(path: folder.file("x.db")).differences(limit: 50).map {
      "\($0.kind) \($0.item) \($0.stated) \($0.recounted)"
    }
  }
}

extension ExportedRecord {
  init(
    _ model: Model, number: Int, role: RecordRole, origin: (submission: Int, recordNumber: Int)?
  ) {
    self.init(
      trace: TracedRecord(
        number: number, line: number, role: role, ward: model.ward, field: model.field,
        year: model.year, quarter: model.quarter == 0 ? nil : model.quarter,
        quantity: model.quantity, isEnded: model.isEnded, identity: model.identity),
      origin: origin, name: model.name.uppercased(), hamlet: model.hamlet, owner: model.owner,
      status: model.isEnded ? "Dừng" : "", nameKey: model.name, hamletKey: model.hamlet,
      ownerKey: model.owner, cells: ["1", model.name])
  }
}
