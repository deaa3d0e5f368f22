package import Audit
package import Domain
package import Files
import Writers

/// Writes a report as a release: whole, or not at all; and enters it in the ledger.
package enum Publication {
  /// The folder of a report's release under the output folder.
  package static func releaseName(of report: Report) -> String { report.cutoff.description }

  /// Issues the release `output`/`cut-off`.
  ///
  /// A release that would be the same, byte for byte, stays as it is, and what is missing of it is
  /// put back. One that would differ, or that was edited, gives way only with `replaces`; the ledger
  /// keeps the lines of both. Files that are not of the release are never removed.
  ///
  /// The release appears before its line, which is on the disk by then: a run that is killed in
  /// between leaves a release that the next run finds unchanged, and enters.
  ///
  /// The caller holds the lock of `output`.
  package static func publish(
    _ report: Report, version: String, in output: String, threads: Int, replaces: Bool = false,
    holding lock: borrowing OutputLock
  ) throws(RunError) -> Issuance {
    let stage = try filing { () throws(FileError) in
      try StagedFolder(in: output, for: releaseName(of: report))
    }
    do throws(WriteError) {
      try ReleaseWriter.write(
        report, version: version, into: stage.path, threads: threads,
        readFile: { path in
          do throws(FileError) {
            return try readFile(at: path)
          } catch {
            throw stage.known(error)
          }
        }, output: stage.appender)
    } catch {
      throw .write(error, release: "\(output)/\(releaseName(of: report))")
    }
    let folder = "\(output)/\(releaseName(of: report))"
    let staged: String
    do throws(FileError) {
      staged = try digestFile(at: "\(stage.path)/\(Manifest.fileName)").sha256
    } catch {
      throw .file(stage.known(error))
    }
    let bytes = try filing { () throws(FileError) in try readLedger(in: output) }
    let ledger = bytes.map(Ledger.parse)
    let standing = try Standing(
      of: folder, staged: staged,
      issues: ledger?.lines.filter { $0.cutoff == report.cutoff }.map(\.manifest) ?? [])
    if !replaces, let refusal = standing.refusal(of: folder) { throw refusal }
    let entry = try filing { () throws(FileError) in
      try StagedFile(for: "\(output)/\(Ledger.fileName)")
    }
    if standing.needsLine {
      let entered = Ledger.appending(
        cutoff: report.cutoff, manifest: staged, version: version, to: bytes ?? [])
      try filing { () throws(FileError) in try entry.write(entered) }
    }
    if standing.needsFiles {
      try filing { () throws(FileError) in
        try stage.publish(holding: ReleaseWriter.fileNames)
      }
    }
    if standing.needsLine { try filing { () throws(FileError) in try entry.publish() } }
    return Issuance(outcome: standing.outcome, ledgerFaults: ledger?.faults ?? [])
  }

  private static func readLedger(in output: String) throws(FileError) -> [UInt8]? {
    let path = "\(output)/\(Ledger.fileName)"
    return exists(path) ? try readFile(at: path, limit: Ledger.sizeLimit) : nil
  }
}

/// How a release came out.
package struct Issuance: Sendable, Equatable {
  package enum Outcome: String, Sendable {
    case issued
    /// It took the place of another one, or of one that was edited.
    case replaced
    /// It stood there already, byte for byte; nothing was written.
    case unchanged
    /// It stood there already, and only the ledger lacked its line.
    case entered
    /// Files of it were missing, and are back as they were.
    case restored
  }

  package var outcome: Outcome
  /// What is wrong with the ledger as it stood before.
  package var ledgerFaults: [LedgerFault]
}
