import Audit
import Domain
import Files

/// Compares the inputs as they are now with those that a release recorded.
struct InputsAudit {
  private let options: RunOptions
  private let language: Language

  init(_ options: RunOptions, _ language: Language) {
    self.options = options
    self.language = language
  }

  /// The inputs that a run has read.
  func check(_ release: IssuedRelease, _ run: ConsolidatedWorkspace) -> AuditCheck {
    let due = run.report.submissions.filter(\.file.isDue)
    let later = run.workspace.laterFiles.map { SubmissionOutcome(file: $0) }
    let differences = InputsComparison.differences(
      recorded: release.provenance, sources: run.report.sources, submissions: due + later)
    return check(
      differences, unread: unread(release, run), count: due.count + run.report.sources.count)
  }

  /// The recorded inputs alone, by their hashes: for inputs of which no run could be made.
  func check(_ recorded: Provenance) -> AuditCheck {
    var differences: [InputDifference] = []
    let read = recorded.submissions.filter { $0.state == "read" }
    let inputs =
      recorded.sources.map { ($0.path, $0.sha256) } + read.map { ($0.path, $0.sha256 ?? "") }
    for (path, hash) in inputs {
      // A path out of the folder is none of an input.
      let isInside = !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
      let found = isInside ? try? digestFile(at: "\(options.inputs)/\(path)").sha256 : nil
      if found == hash { continue }
      let isThere = isInside && exists("\(options.inputs)/\(path)")
      differences.append(
        InputDifference(path: path, kind: isThere ? .changed : .gone, matters: true))
    }
    return check(differences, unread: [], count: inputs.count)
  }

  private func check(
    _ differences: [InputDifference], unread: [AuditFault], count: Int
  ) -> AuditCheck {
    let faults =
      differences.filter(\.matters).map { AuditFault($0.message(in: language), place: $0.path) }
      + unread
    return AuditCheck(
      .inputs,
      note: language(
        "\(count) tệp đúng như lúc phát hành", "\(count) files as they were at the release"),
      faults: Array(faults.prefix(AuditFault.limit)), faultCount: faults.count,
      remarks: remarks(on: differences.filter { !$0.matters }))
  }

  /// What is not read and was not there, or was there and is gone: it is a finding all the same.
  private func unread(_ release: IssuedRelease, _ run: ConsolidatedWorkspace) -> [AuditFault] {
    guard let bytes = try? readFile(at: "\(release.folder)/\(ReleaseTables.findingsName)") else {
      return []
    }
    var then: Set<String> = []
    let isRead: Void? = try? ReleaseTables.eachFinding(in: bytes) { row in
      if row.rule == RuleID.unreadFile.rawValue { then.insert(row.path) }
    }
    if isRead == nil { return [] }
    let now = Set(run.workspace.unread.map(\.path))
    return now.symmetricDifference(then).sorted(by: bytesPrecede).map { path in
      AuditFault(
        InputDifference(path: path, kind: now.contains(path) ? .new : .gone, matters: true)
          .message(in: language), place: path)
    }
  }

  /// The first few, and how many more there are.
  private func remarks(on differences: [InputDifference]) -> [String] {
    let told = differences.prefix(3).map { $0.message(in: language) }
    let rest = differences.count - told.count
    return rest == 0
      ? told
      : told + [language("… và \(rest) tệp như vậy nữa", "… and \(rest) more such files")]
  }
}
