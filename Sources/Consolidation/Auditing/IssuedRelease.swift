import Audit
package import Domain
import Files

/// An issued release, as its folder records it.
package struct IssuedRelease: Sendable {
  /// Without a slash at its end.
  package let folder: String
  package let provenance: Provenance
  package let cutoff: Quarter
  package let language: Language

  /// Reads what the release in `folder` was made from.
  package init(_ folder: String) throws(ReleaseError) {
    let folder = IssuedRelease.withoutSlashes(folder)
    guard isFolder(folder) else {
      throw .file(exists(folder) ? .notFolder(folder) : .notFound(folder))
    }
    let provenance = try IssuedRelease.provenance(in: folder)
    let through = provenance.arguments.through
    guard let cutoff = Period(provenance.cutoff), cutoff.quarter != nil,
      let language = Language(rawValue: provenance.arguments.language),
      through.map({ Period($0)?.lastQuarter == cutoff.lastQuarter }) ?? true
    else { throw .arguments(folder) }
    self.folder = folder
    self.provenance = provenance
    self.cutoff = cutoff.lastQuarter
    self.language = language
  }

  /// The options of a run that recounts the release: with its cut-off and language, and with the
  /// files of later periods as it recorded them.
  package func recounting(_ options: RunOptions) -> RunOptions {
    var options = options
    options.through = Period(year: cutoff.year, quarter: cutoff.number)
    options.language = language
    options.recordedNotDue =
      provenance.submissions.filter { $0.state != "read" }.map(\.path)
    return options
  }

  /// What the release says of a figure; nothing if it does not publish it.
  package func value(of figure: String) throws(ReleaseError) -> Int? {
    do {
      let bytes = try readFile(
        at: "\(folder)/\(FigureTable.fileName)", limit: FigureTable.sizeLimit)
      return FigureTable(bytes).entries.first { $0.id == figure }?.value
    } catch {
      throw .file(error)
    }
  }

  private static func provenance(in folder: String) throws(ReleaseError) -> Provenance {
    let bytes: [UInt8]
    do {
      bytes = try readFile(
        at: "\(folder)/\(ReleaseTables.provenanceName)", limit: ReleaseTables.provenanceLimit)
    } catch {
      throw .file(error)
    }
    do {
      return try ReleaseTables.provenance(bytes)
    } catch {
      throw .table(folder, error)
    }
  }

  static func withoutSlashes(_ path: String) -> String {
    var path = path[...]
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path = path.dropLast() }
    return String(path)
  }
}
