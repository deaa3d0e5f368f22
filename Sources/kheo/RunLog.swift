import Domain
import Files
import Glibc
import Synchronization
import Vietnamese

/// What a run tells the file of `--log`: one JSON object a line, for those who look the next day.
///
/// `started`, one `message` for each line of standard error that is no progress, `finished`. Keys are
/// English, texts in the language of the run; the moments are UTC. Nothing is written without
/// `--log`.
final class RunLog: Sendable {
  static let current = RunLog()

  private struct State {
    var file: AppendedFile?
    var failure: FileError?
    var summary: RunSummary?
    let start = ContinuousClock.now
  }

  private let state = Mutex(State())

  /// Opens the file and writes that the run has started, before anything is done.
  func open(_ path: String, version: String, arguments: [String]) throws(FileError) {
    let file = try AppendedFile(path)
    var row = RunLog.row("started")
    row.add("version", version)
    row.add("arguments", arguments.map(displayed))
    row.add("folder", displayed((try? canonicalPath(of: ".")) ?? ""))
    try file.append(row.object)
    state.withLock { $0.file = file }
  }

  /// Adds what was said on standard error, line by line.
  func add(message text: String) {
    state.withLock { state in
      for line in text.split(separator: "\n") {
        var row = RunLog.row("message")
        row.add("text", displayed(String(line.hasPrefix("kheo: ") ? line.dropFirst(6) : line)))
        RunLog.append(row, to: &state)
      }
    }
  }

  /// Keeps what the run came to, for its last line.
  func keep(_ summary: RunSummary) { state.withLock { $0.summary = summary } }

  /// Writes that the run has ended, once; what kept a line of the log from being written, if
  /// anything did.
  func finish(_ status: Int32) -> FileError? {
    state.withLock { state in
      var row = RunLog.row("finished")
      row.add("status", Int(status))
      state.summary?.add(to: &row)
      row.add("milliseconds", Int((ContinuousClock.now - state.start) / .milliseconds(1)))
      RunLog.append(row, to: &state)
      state.file = nil
      return state.failure
    }
  }

  private static func append(_ row: JSONRow, to state: inout State) {
    do throws(FileError) {
      try state.file?.append(row.object)
    } catch {
      state.file = nil
      state.failure = error
    }
  }

  private static func row(_ event: String) -> JSONRow {
    var row = JSONRow()
    row.add("time", Moment.now.utc)
    row.add("process", Int(getpid()))
    row.add("event", event)
    return row
  }
}

/// What a run came to, in the words of its log.
struct RunSummary: Sendable {
  /// The folder of the release, and what was done about it; nothing when none was written.
  var release: String?
  var outcome: String?
  var cutoff: String
  var fileCount: Int
  var recordCount: Int
  var modelCount: Int
  var findingCounts: [Severity: Int]

  init(_ report: Report, release: String? = nil, outcome: String? = nil) {
    self.release = release
    self.outcome = outcome
    cutoff = report.cutoff.description
    fileCount = report.submissions.count(where: \.file.isDue)
    recordCount = report.figures.recordTotals.total
    modelCount = report.figures.registered()
    findingCounts = report.figures.findingCounts
  }

  func add(to row: inout JSONRow) {
    if let release { row.add("release", displayed(release)) }
    if let outcome { row.add("outcome", outcome) }
    row.add("cutoff", cutoff)
    row.add("submissions", fileCount)
    row.add("records", recordCount)
    row.add("models", modelCount)
    row.add("errors", findingCounts[.error, default: 0])
    row.add("warnings", findingCounts[.warning, default: 0])
    row.add("remarks", findingCounts[.info, default: 0])
  }
}
