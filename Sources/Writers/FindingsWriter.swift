import Domain

/// Writes `findings.csv`, in the order of the report.
enum FindingsWriter {
  static let fileName = "findings.csv"

  private static let columns = [
    "severity", "rule", "path", "line", "record", "column", "value", "message", "see",
  ]

  /// Writes the file; its SHA-256.
  static func write(
    _ report: Report, _ output: @escaping ReleaseOutput
  ) throws(WriteError) -> String {
    var sink = ByteSink(fileName, output)
    try sink.append(CSVLine.byteOrderMark)
    try sink.append(columns.joined(separator: ",") + "\r\n")
    var line = CSVLine()
    for finding in report.findings {
      line.add(text: finding.severity.rawValue)
      line.add(text: finding.rule.rawValue)
      line.add(text: finding.place.path)
      line.add(number: finding.place.line)
      line.add(number: finding.place.record)
      line.add(text: finding.place.column)
      line.add(text: finding.value)
      line.add(text: finding.tableMessage)
      line.add(text: finding.see)
      try sink.append(line.end())
    }
    return try sink.finish()
  }
}
