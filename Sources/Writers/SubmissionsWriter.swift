import Domain

/// Writes `submissions.csv`: every submission of the workspace, sorted by path.
enum SubmissionsWriter {
  static let fileName = "submissions.csv"

  private static let columns =
    ["path", "period", "submitter", "state", "bytes", "sha256", "encoding", "delimiter"]
    + RecordKind.inColumns.map(\.rawValue) + Disposition.allCases.map(\.rawValue)

  /// Writes the file; its SHA-256.
  static func write(
    _ report: Report, _ output: @escaping ReleaseOutput
  ) throws(WriteError) -> String {
    var sink = ByteSink(fileName, output)
    try sink.append(CSVLine.byteOrderMark)
    try sink.append(columns.joined(separator: ",") + "\r\n")
    var line = CSVLine()
    for submission in report.submissions {
      line.add(text: submission.file.path)
      line.add(text: submission.file.period?.description ?? "")
      line.add(text: report.registers.code(of: submission.file.submitter))
      line.add(text: submission.file.isDue ? "read" : "not due")
      line.add(number: submission.byteCount)
      line.add(text: submission.sha256 ?? "")
      line.add(text: submission.encoding?.rawValue ?? "")
      line.add(text: submission.delimiter)
      for kind in RecordKind.inColumns { line.add(number: submission.records[kind]) }
      for disposition in Disposition.allCases {
        line.add(number: submission.dispositions[disposition])
      }
      try line.end { (bytes) throws(WriteError) in try sink.append(bytes) }
    }
    return try sink.finish()
  }
}
