import Domain
import Files
import Loaders
import Validation

/// A submission after loading and validation: ready to be counted.
struct ReviewedSubmission: Sendable {
  var outcome: SubmissionOutcome
  var header: SubmissionHeader?
  /// The admitted records.
  var block: RecordBlock
  var findings: [Finding]
  /// Records that go no further, by disposition and ward.
  var excluded: [SubmissionReview.Exclusion: Int]
  /// The same one by one, in order; empty unless the records are traced.
  var excludedRecords: [TracedRecord]

  /// Reads a due submission and lets the rules look at it.
  init(_ file: SubmissionFile, in workspace: Workspace) throws(RunError) {
    let raw: [UInt8]
    do {
      raw = try readFile(at: "\(workspace.options.inputs)/\(file.path)")
    } catch {
      throw .file(error)
    }
    let reading = SubmissionReader.read(raw, file: file, context: workspace.loading)
    guard reading.records.total == reading.recordCount else {
      throw .imbalance(
        path: file.path, read: reading.recordCount, explained: reading.records.total)
    }
    let review = SubmissionReview(
      reading, in: workspace.validation, tracesRecords: workspace.options.tracesRecords)
    header = reading.header
    block = reading.block.merging(review.admitted)
    findings = review.findings
    excluded = review.excluded
    excludedRecords = review.excludedRecords
    outcome = SubmissionOutcome(
      file: file, byteCount: reading.byteCount, sha256: reading.sha256,
      encoding: reading.encoding, delimiter: reading.delimiter, sheet: reading.sheet,
      records: reading.records)
    for (exclusion, count) in excluded { outcome.dispositions[exclusion.disposition] += count }
  }
}
