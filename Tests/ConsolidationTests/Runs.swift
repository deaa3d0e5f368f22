import Consolidation
import Domain
import Foundation

/// The report on an inputs folder, in process.
func report(
  on inputs: String, through: Period? = nil, language: Language? = nil, threads: Int = 2
) async throws -> Report {
  let workspace = try Workspace(
    RunOptions(
      inputs: inputs, through: through, language: language, threads: threads, listsModels: true))
  return try await Pipeline.report(on: workspace)
}

/// A file or folder beside the tests, found from the path of this file.
func besideTests(_ path: String, file: String = #filePath) -> String {
  "\((file as NSString).deletingLastPathComponent)/\(path)"
}

extension Report {
  /// Published figures by id.
  var published: [String: Int] {
    Dictionary(
      figures.published().map { ($0.id.text, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// One line a submission: all that `submissions.csv` holds but bytes and hash.
  var submissionLines: [String] {
    submissions.map { submission in
      let sender =
        switch submission.file.submitter {
        case .ward(let index): registers.wards[index].code
        case .organization(let index): registers.organizations[index].code
        default: ""
        }
      let texts = [
        submission.file.path, submission.file.period?.description ?? "", sender,
        submission.file.isDue ? "read" : "not due", submission.encoding?.rawValue ?? "",
        submission.delimiter == "," ? "\",\"" : submission.delimiter,
      ]
      let kinds: [RecordKind] = [.header, .blank, .title, .numbering, .total, .footer, .data]
      let numbers =
        kinds.map { submission.records[$0] }
        + Disposition.allCases.map { submission.dispositions[$0] }
      return (texts + numbers.map(String.init)).joined(separator: ",")
    }
  }

  /// One line a finding, with everything there is of it.
  var findingLines: [String] {
    findings.map { finding in
      let line = finding.place.line.map(String.init) ?? ""
      let record = finding.place.record.map(String.init) ?? ""
      return "\(finding.severity.rawValue) \(finding.rule.rawValue) "
        + "\(finding.place.path):\(line):\(record) "
        + "\(finding.place.column)|\(finding.value)|\(finding.see) \(finding.message)"
    }
  }
}

/// A run that keeps what became of every record, in process.
func tracedRun(on inputs: String, through: Period? = nil) async throws -> ConsolidatedWorkspace {
  var options = RunOptions(
    inputs: inputs, through: through, language: nil, threads: 2, listsModels: false)
  options.tracesRecords = true
  return try await Pipeline.consolidate(try Workspace(options))
}
