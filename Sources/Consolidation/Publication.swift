package import Domain
package import Files
import Writers

/// Writes a report as a release: whole, or not at all.
package enum Publication {
  /// The folder of a report's release under the output folder.
  package static func releaseName(of report: Report) -> String { report.cutoff.description }

  /// Writes the release `output`/`cut-off` in the place of an earlier one.
  ///
  /// The caller holds the lock of `output`.
  package static func publish(
    _ report: Report, version: String, in output: String, holding lock: borrowing OutputLock
  ) throws(RunError) {
    let stage = try filing { () throws(FileError) in try StagedFolder(in: output) }
    do {
      try ReleaseWriter.write(
        report, version: version, into: stage.path,
        readFile: { try readFile(at: $0) }, output: stage.appender)
    } catch {
      throw .write(error)
    }
    try filing { () throws(FileError) in
      try stage.publish(as: releaseName(of: report), holding: ReleaseWriter.fileNames)
    }
  }

  /// What `body` does, its error as one of a run.
  private static func filing<Value: ~Copyable>(
    _ body: () throws(FileError) -> Value
  ) throws(RunError) -> Value {
    do {
      return try body()
    } catch {
      throw .file(error)
    }
  }
}
