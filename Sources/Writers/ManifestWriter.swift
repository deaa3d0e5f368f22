import Domain

/// Writes `manifest-sha256.txt`, the seal of a release, as `sha256sum` does: `sha256sum -c`
/// checks it without anything of ours.
enum ManifestWriter {
  static let fileName = "manifest-sha256.txt"

  /// Writes the file: one line an entry, sorted by name bytewise.
  static func write(
    _ sums: [String: String], _ output: @escaping ReleaseOutput
  ) throws(WriteError) {
    var sink = ByteSink(fileName, output)
    for name in sums.keys.sorted(by: bytesPrecede) {
      try sink.append("\(sums[name, default: ""])  \(name)\n")
    }
    _ = try sink.finish()
  }
}
