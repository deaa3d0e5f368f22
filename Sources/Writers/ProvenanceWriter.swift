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
