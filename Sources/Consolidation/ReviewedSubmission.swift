import Domain
import Files
import Loaders
import Validation

/// A submission after loading and validation: ready to be counted.
struct ReviewedSubmission: Sendable {
  private(set) var outcome: SubmissionOutcome
  /// Nothing for a file without one, and once it is closed without its records.
  private(set) var header: SubmissionHeader?
  /// The admitted records; none once they were counted, unless they are kept.
  private(set) var block: RecordBlock
  /// What the rules, and then the counting, say of it; none once they stand in `page`.
  var findings: [Finding]
  /// The findings as they are kept.
  private(set) var page: FindingPage
  /// Records that go no further, by disposition and ward.
  let excluded: [SubmissionReview.Exclusion: Int]
  /// The same one by one, in order; empty unless the records are traced.
  let excludedRecords: [TracedRecord]
  /// What it was read from, as long as records of it may be shown.
  private var text: SubmissionText?
  /// What the list of models shows of it, if it was kept.
  private(set) var listed: ListedRecords?

  /// Reads a due submission and lets the rules look at it; `memory` is that of the thread.
  init(
    _ file: SubmissionFile, in workspace: Workspace, _ memory: ReadingMemory
  ) throws(RunError) {
    let raw: [UInt8]
    do {
      raw = try readFile(at: "\(workspace.options.inputs)/\(file.path)")
    } catch {
      throw .file(error)
    }
    let text = SubmissionText(
      raw, recognition: workspace.loading.recognition,
      stated: workspace.settings.statedEncoding(of: file.submitter), memory: memory)
    let reading = SubmissionReader.read(
      raw, as: text, file: file, context: workspace.loading, memory: memory)
    guard reading.records.total == reading.recordCount else {
      throw .imbalance(
        path: file.path, read: reading.recordCount, explained: reading.records.total)
    }
    let review = SubmissionReview(
      reading, in: workspace.validation, tracesRecords: workspace.options.tracesRecords)
    self.text = text
    header = reading.header
    block = reading.block.merging(review.admitted)
    findings = review.findings
    page = FindingPage(path: file.path)
    excluded = review.excluded
    excludedRecords = review.excludedRecords
    outcome = SubmissionOutcome(
      file: file, byteCount: reading.byteCount, sha256: reading.sha256,
      encoding: reading.encoding, delimiter: reading.delimiter, sheet: reading.sheet,
      records: reading.records)
    for (exclusion, count) in excluded { outcome.dispositions[exclusion.disposition] += count }
  }

  /// Forgets what is no longer needed after the counting, and keeps the findings in little memory.
  mutating func close(keepingRecords: Bool) {
    page.append(findings)
    page.sort()
    findings = []
    text = nil
    if !keepingRecords {
      block = RecordBlock()
      header = nil
    }
  }

  /// Keeps what the list of models may show of it, as far as there is room; `roles` are those of its
  /// records.
  mutating func keepListed(_ roles: [RecordRole], in room: ListedRecords.Room) {
    guard let header, !room.isNearlyFull else { return }
    let rows = firstCounted(by: roles)
    if rows.isEmpty { return }
    let size = rows.count * MemoryLayout<RecordRow>.stride
    if let text, room.take(size + text.bytes.count) {
      listed = ListedRecords(header: header, rows: rows, owners: block.owners, text: text)
    } else if outcome.byteCount ?? 0 > room.bigText, room.take(size) {
      listed = ListedRecords(header: header, rows: rows, owners: block.owners, text: nil)
    }
  }

  /// The same of one that was read again.
  func listed(_ roles: [RecordRole]) -> ListedRecords? {
    header.map {
      ListedRecords(
        header: $0, rows: firstCounted(by: roles), owners: block.owners, text: text)
    }
  }

  /// The first records that were counted, as many as may be listed.
  private func firstCounted(by roles: [RecordRole]) -> [RecordRow] {
    var rows: [RecordRow] = []
    for (row, role) in zip(block.rows, roles) where role == .counted {
      if rows.count == Listing.limit { break }
      rows.append(row)
    }
    return rows
  }

  /// Forgets what was kept for the list of models.
  mutating func forgetListed() { listed = nil }

  /// Enters what the counting made of its admitted records.
  mutating func tally(_ roles: [RecordRole]) {
    for role in roles { outcome.dispositions[role.disposition] += 1 }
  }

  // MARK: Records

  /// Where an admitted record stands.
  func place(ofRow row: Int) -> Place { place(of: block[row]) }

  /// The same of a record that is no longer kept.
  func place(of row: RecordRow) -> Place {
    Place(row, in: outcome.file, sheet: outcome.sheet?.name)
  }

  /// The admitted records with the text, if it is at hand.
  var shownRecords: ShownRecords { ShownRecords(outcome, header, block.rows, text) }

  /// Has the text again if it was forgotten; the file must not have changed since.
  mutating func recallText(inputs: String) throws(RunError) {
    if text != nil { return }
    text = try filing { () throws(FileError) in
      try RecordRecall.unchangedText(of: outcome, inputs: inputs)
    }
  }

  /// Forgets the text for the time being.
  mutating func forgetText() { text = nil }
}
