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
  /// A release that would be the same, byte for byte, stays as it is. One that would differ takes
  /// the place of the issued one only with `replaces`; the ledger keeps the lines of both. The
  /// release appears before its line: a run that is killed in between leaves a release that the
  /// next run finds unchanged, and enters.
  ///
  /// The caller holds the lock of `output`.
  package static func publish(
    _ report: Report, version: String, in output: String, replaces: Bool = false,
    holding lock: borrowing OutputLock
  ) throws(RunError) -> Issuance {
    let stage = try filing { () throws(FileError) in try StagedFolder(in: output) }
    do {
      try ReleaseWriter.write(
        report, version: version, into: stage.path,
        readFile: { try readFile(at: $0) }, output: stage.appender)
    } catch {
      throw .write(error)
    }
    let folder = "\(output)/\(releaseName(of: report))"
    let staged = try filing { () throws(FileError) in
      FileDigest.hexadecimal(of: try readFile(at: "\(stage.path)/\(Manifest.fileName)"))
    }
    let ledgerBytes = try filing { () throws(FileError) in try readLedger(in: output) }
    let ledger = ledgerBytes.map(Ledger.parse)
    let issued = ledger?.latest(of: report.cutoff)?.manifest
    let standing = try Standing(of: folder, staged: staged, issued: issued)
    guard standing != .other || replaces else { throw .alreadyIssued(folder) }
    if standing != .same {
      try filing { () throws(FileError) in
        try stage.publish(as: releaseName(of: report), holding: ReleaseWriter.fileNames)
      }
    }
    if issued != staged {
      let entered = Ledger.appending(
        cutoff: report.cutoff, manifest: staged, version: version, to: ledgerBytes ?? [])
      try filing { () throws(FileError) in
        let file = try StagedFile(for: "\(output)/\(Ledger.fileName)")
        try file.write(entered)
        try file.publish()
      }
    }
    return Issuance(
      outcome: Issuance.Outcome(standing), ledgerFaults: ledger?.faults ?? [])
  }

  private static func readLedger(in output: String) throws(FileError) -> [UInt8]? {
    let path = "\(output)/\(Ledger.fileName)"
    return exists(path) ? try readFile(at: path) : nil
  }
}

/// What stands in the place of the release that is to be issued.
private enum Standing {
  case nothing
  /// The same release, whole.
  case same
  /// The same release, but damaged or gone since it was issued.
  case damaged
  /// Another one that was issued, or something that kheo never issued.
  case other

  init(of folder: String, staged: String, issued: String?) throws(RunError) {
    guard exists(folder) else {
      self = issued.map { $0 == staged ? .damaged : .other } ?? .nothing
      return
    }
    guard isFolder(folder) else { throw .file(.notFolder(folder)) }
    do {
      let check = try Manifest.check(folder: folder, expected: ReleaseWriter.fileNames)
      if check.sha256 == staged {
        self = check.faults.isEmpty ? .same : .damaged
      } else {
        self = check.sha256 != issued && issued == staged ? .damaged : .other
      }
    } catch {
      throw .file(error)
    }
  }
}

/// How a release came out.
package struct Issuance: Sendable, Equatable {
  package enum Outcome: String, Sendable {
    case issued
    /// It took the place of another one.
    case replaced
    /// It stood there already, byte for byte; nothing was written.
    case unchanged
    /// It had been damaged or removed since it was issued, and is as it was.
    case restored
  }

  package var outcome: Outcome
  /// What is wrong with the ledger as it stood before.
  package var ledgerFaults: [LedgerFault]
}

extension Issuance.Outcome {
  fileprivate init(_ standing: Standing) {
    self =
      switch standing {
      case .nothing: .issued
      case .same: .unchanged
      case .damaged: .restored
      case .other: .replaced
      }
  }
}
