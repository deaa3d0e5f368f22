import Domain
import FoundationEssentials

/// Writes `provenance.json`: what the release was made from, by what, with which arguments.
///
/// No clock, no machine, no absolute path: the same inputs give the same bytes.
enum ProvenanceWriter {
  static let fileName = "provenance.json"

  /// Writes the file; its SHA-256.
  static func write(
    _ report: Report, version: String, _ output: @escaping ReleaseOutput
  ) throws(WriteError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let encoded: Data
    do {
      encoded = try encoder.encode(Provenance(report, version: version))
    } catch {
      throw .encoding("\(error)")
    }
    var sink = ByteSink(fileName, output)
    try sink.append(Array(encoded))
    try sink.append("\n")
    return try sink.finish()
  }
}

/// The document, schema 1.
///
/// Fields that are nothing are left out.
private struct Provenance: Encodable {
  struct Arguments: Encodable {
    var through: String?
    var language: String
  }

  struct Years: Encodable {
    var from: Int
    var to: Int
  }

  struct Source: Encodable {
    var path: String
    var bytes: Int
    var sha256: String
  }

  struct Submission: Encodable {
    var path: String
    var period: String?
    var submitter: String?
    var state: String
    var bytes: Int?
    var sha256: String?
  }

  var schema = 1
  var generator = "kheo"
  var version: String
  var arguments: Arguments
  var cutoff: String
  var period: Years
  var sources: [Source]
  var submissions: [Submission]
  var records: [String: Int]

  init(_ report: Report, version: String) {
    self.version = version
    arguments = Arguments(
      through: report.cutoffArgument?.description, language: report.language.rawValue)
    cutoff = report.cutoff.description
    period = Years(
      from: report.settings.years.lowerBound, to: report.settings.years.upperBound)
    sources = report.sources.sorted { bytesPrecede($0.path, $1.path) }.map {
      Source(path: $0.path, bytes: $0.byteCount, sha256: $0.sha256)
    }
    submissions = report.submissions.map { submission in
      let code = report.registers.code(of: submission.file.submitter)
      return Submission(
        path: submission.file.path, period: submission.file.period?.description,
        submitter: code.isEmpty ? nil : code,
        state: submission.file.isDue ? "read" : "not due", bytes: submission.byteCount,
        sha256: submission.sha256)
    }
    let totals = report.figures.recordTotals
    records = ["read": totals.total]
    for disposition in Disposition.allCases {
      records[disposition.rawValue] = totals[disposition]
    }
  }
}
