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
    for page in report.findings.pages { try write(page, to: &sink) }
    return try sink.finish()
  }

  private static func write(_ page: FindingPage, to sink: inout ByteSink) throws(WriteError) {
    var line = CSVLine()
    var index = 0
    try page.withEach { (entry, texts) throws(WriteError) in
      line.add(text: entry.severity.rawValue)
      line.add(text: entry.rule.rawValue)
      line.add(text: page.path)
      line.add(number: entry.lineNumber)
      line.add(number: entry.recordNumber)
      line.add(utf8: texts.column)
      line.add(utf8: texts.value)
      if entry.namesCell {
        line.add(text: page[index].tableMessage)
      } else {
        line.add(utf8: texts.message)
      }
      line.add(utf8: texts.see)
      try line.end { (bytes) throws(WriteError) in try sink.append(bytes) }
      index += 1
    }
  }
}
