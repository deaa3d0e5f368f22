import Aggregation
import Domain
import Files
import Loaders
import SQLRecount
import Vietnamese

/// Writes a run as one SQLite database: every record with its place, its texts and what became of
/// it, and views that count it all again.
package enum RecordExport {
  /// Records that are handed on at a time: few enough for the memory, whatever the file.
  private static let batchSize = 4096

  /// Writes the database of a run whose records are traced to `path`; whole, or not at all.
  ///
  /// It appears only after its own view of differences was found to be empty.
  package static func write(
    _ run: ConsolidatedWorkspace, version: String, to path: String
  ) throws(RunError) {
    let file = try filing { () throws(FileError) in try StagedFile(for: path) }
    try fill(run, version: version, at: file.path, named: path)
    try check(file.path, named: path)
    try filing { () throws(FileError) in try file.publish() }
  }

  private static func fill(
    _ run: ConsolidatedWorkspace, version: String, at staged: String, named path: String
  ) throws(RunError) {
    var export = try storing(path) { () throws(SQLRecountError) in
      try DatabaseExport(
        path: staged, meta: meta(of: run.report, version: version),
        registers: run.workspace.registers, span: run.workspace.span)
    }
    let outcomes = Dictionary(
      run.report.submissions.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    for index in run.submissions.indices {
      let outcome = run.submissions[index].outcome
      try storing(path) { () throws(SQLRecountError) in
        try export.add(outcomes[outcome.file.path] ?? outcome)
      }
      try addRecords(of: index, in: run, to: &export, named: path)
    }
    // Not in a closure: the end consumes the export.
    do throws(SQLRecountError) {
      for outcome in run.report.submissions where !outcome.file.isDue { try export.add(outcome) }
      try export.add(decisions: run.report.decisions, run.settled)
      try export.add(findings: run.report.findings)
      try export.finish(figures: run.report.figures.published().map { ($0.id.text, $0.value) })
    } catch {
      throw .database(path: path, error)
    }
  }

  /// Adds the data records of a submission, which is read once more for its texts.
  private static func addRecords(
    of index: Int, in run: ConsolidatedWorkspace, to export: inout DatabaseExport,
    named path: String
  ) throws(RunError) {
    let records = run.records(of: index)
    if records.isEmpty { return }
    var texts = ExportedTexts(of: run.submissions[index], run.workspace)
    var batch: [ExportedRecord] = []
    do throws(RecallError<SQLRecountError>) {
      try RecordRecall.forEachRecord(
        records.map(\.number), in: run.submissions[index].outcome,
        inputs: run.workspace.options.inputs
      ) { (position, cells) throws(SQLRecountError) in
        batch.append(texts.record(records[position], cells, in: run))
        guard batch.count == batchSize || position == records.count - 1 else { return }
        try export.add(records: batch)
        batch.removeAll(keepingCapacity: true)
      }
    } catch {
      switch error {
      case .file(let error): throw .file(error)
      case .body(let error): throw .database(path: path, error)
      }
    }
  }

  private static func meta(of report: Report, version: String) -> [(key: String, value: String)] {
    [
      ("generator", "kheo"), ("version", version), ("title", report.settings.title),
      ("office", report.settings.office), ("area", report.settings.area),
      ("language", report.language.rawValue), ("from", "\(report.settings.years.lowerBound)"),
      ("to", "\(report.settings.years.upperBound)"),
    ]
  }

  /// The database must agree with itself before anybody sees it.
  private static func check(_ staged: String, named path: String) throws(RunError) {
    let differences = try storing(path) { () throws(SQLRecountError) in
      try ExportedDatabase(path: staged).differences(limit: 1)
    }
    if let first = differences.first {
      throw .databaseDiffers(
        item: "\(first.kind) \(first.item)", stated: first.stated, recounted: first.recounted)
    }
  }

  private static func storing<Value: ~Copyable>(
    _ path: String, _ body: () throws(SQLRecountError) -> Value
  ) throws(RunError) -> Value {
    do {
      return try body()
    } catch {
      throw .database(path: path, error)
    }
  }
}
