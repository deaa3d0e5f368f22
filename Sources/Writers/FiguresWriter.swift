import Domain

/// Writes `figures.csv`: every published number under its permanent id, sorted bytewise.
enum FiguresWriter {
  static let fileName = "figures.csv"

  /// Writes the file; its SHA-256.
  static func write(
    _ report: Report, _ output: @escaping ReleaseOutput
  ) throws(WriteError) -> String {
    var sink = ByteSink(fileName, output)
    try sink.append("figure,value\n")
    for figure in report.figures.published() {
      try sink.append("\(figure.id.text),\(figure.value)\n")
    }
    return try sink.finish()
  }
}
