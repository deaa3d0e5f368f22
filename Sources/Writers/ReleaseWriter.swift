package import Domain
import Files
import Spreadsheet
import Workers

/// Writes the seven files of a release.
package enum ReleaseWriter {
  /// The workbook's name in the release's folder.
  package static let workbookName = "report.xlsx"

  /// The names of all seven files.
  package static let fileNames: Set = [
    workbookName, SummaryWriter.fileName, FiguresWriter.fileName, FindingsWriter.fileName,
    SubmissionsWriter.fileName, ProvenanceWriter.fileName, ManifestWriter.fileName,
  ]

  /// Writes everything, the manifest last, and only after the workbook was read back and found
  /// to hold what was meant.
  ///
  /// - Parameters:
  ///   - report: What is to be told.
  ///   - version: Of kheo, for the provenance.
  ///   - directory: An existing, private, empty folder; the workbook is written straight into it.
  ///   - threads: How many files are written at a time at most; it does not show in them.
  ///   - readFile: Returns the bytes of the file at a path: the workbook, for the manifest.
  ///   - output: Takes the bytes of the other files; called several times for a long one, and by
  ///     several threads for several.
  /// - Throws: What went wrong with which file, with the workbook if with several; nothing is cleaned up.
  package static func write(
    _ report: Report, version: String, into directory: String, threads: Int,
    readFile: (_ path: String) throws -> [UInt8],
    output: @escaping @Sendable (_ name: String, _ chunk: [UInt8]) throws -> Void
  ) throws(WriteError) {
    let layout = LayoutBuilder.layout(of: report)
    let placement = Placement(layout)
    let path = directory + "/" + workbookName
    let written = try sideBySide(Part.allCases.count, threads: threads) {
      (number) throws(WriteError) -> [String: String] in
      switch Part.allCases[number] {
      case .workbook:
        try WorkbookWriter.write(layout, placement: placement, to: path)
        return [:]
      case .findings:
        return [FindingsWriter.fileName: try FindingsWriter.write(report, output)]
      case .others: return try writeOthers(report, layout, version: version, output)
      }
    }
    try ReadBack.verify(placement, workbookAt: path, threads: threads)
    var sums = written.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    var digest = FileDigest()
    do {
      digest.update(try readFile(path))
    } catch {
      throw .output(file: workbookName, error)
    }
    sums[workbookName] = digest.hexadecimal
    try ManifestWriter.write(sums, output)
  }

  /// What is written beside each other.
  private enum Part: CaseIterable {
    case workbook, findings, others
  }

  /// Writes the texts, one after another; the SHA-256 of each.
  ///
  /// An audit writes them into a comparison with those that were issued.
  package static func writeTexts(
    _ report: Report, _ layout: Layout, version: String, _ output: @escaping ReleaseOutput
  ) throws(WriteError) -> [String: String] {
    var sums = try writeOthers(report, layout, version: version, output)
    sums[FindingsWriter.fileName] = try FindingsWriter.write(report, output)
    return sums
  }

  private static func writeOthers(
    _ report: Report, _ layout: Layout, version: String, _ output: @escaping ReleaseOutput
  ) throws(WriteError) -> [String: String] {
    [
      SummaryWriter.fileName: try SummaryWriter.write(report, layout, output),
      FiguresWriter.fileName: try FiguresWriter.write(report, output),
      SubmissionsWriter.fileName: try SubmissionsWriter.write(report, output),
      ProvenanceWriter.fileName: try ProvenanceWriter.write(report, version: version, output),
    ]
  }
}
