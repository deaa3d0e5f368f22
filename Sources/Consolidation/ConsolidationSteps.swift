import Aggregation
import Domain
import Validation

// The steps of `Pipeline.report`, in the order in which it takes them.

extension Pipeline {
  /// The due submissions, in the order of counting.
  static func reviewedSubmissions(
    of workspace: Workspace, _ progress: @escaping Progress
  ) async throws(RunError) -> [ReviewedSubmission] {
    let due = workspace.files.filter(\.isDue)
    let done = NumberDispenser()
    return try await concurrentMap(due.count, threads: workspace.options.threads) {
      (index) throws(RunError) in
      let submission = try ReviewedSubmission(due[index], in: workspace)
      progress(done.next() + 1, due.count)
      return submission
    }
  }

  static func outcomes(
    of submissions: [ReviewedSubmission], _ counting: Counting
  ) -> [SubmissionOutcome] {
    zip(submissions, counting.roles).map { submission, roles in
      var outcome = submission.outcome
      for role in roles { outcome.dispositions[role.disposition] += 1 }
      return outcome
    }
  }

  static func figures(
    of submissions: [ReviewedSubmission], _ counting: Counting, _ workspace: Workspace
  ) -> Figures {
    var figures = counting.figures
    for submission in submissions {
      for (exclusion, count) in submission.excluded {
        figures.addRecords(count, exclusion.disposition, ward: exclusion.ward)
      }
    }
    figures.reporting = workspace.reporting.map {
      Figures.Reporting(
        period: $0.period, expected: $0.expected.count, received: $0.receivedCount)
    }
    return figures
  }

  /// SPEC §6: data records read = counted + carried-over + duplicate + rejected + out-of-period,
  /// for every submission and for the figures; otherwise nothing is issued.
  static func checkBalance(
    _ outcomes: [SubmissionOutcome], _ figures: Figures
  ) throws(RunError) {
    for outcome in outcomes where outcome.records[.data] != outcome.dispositions.total {
      throw .imbalance(
        path: outcome.file.path, read: outcome.records[.data],
        explained: outcome.dispositions.total)
    }
    let read = outcomes.reduce(0) { $0 + $1.records[.data] }
    guard read == figures.recordTotals.total else {
      throw .imbalance(path: nil, read: read, explained: figures.recordTotals.total)
    }
  }

  static func controlTotals(
    _ figures: Figures, _ workspace: Workspace
  ) -> [ControlTotalOutcome] {
    guard let totals = workspace.settings.controlTotals, totals.apply(to: workspace.span.cutoff)
    else { return [] }
    return totals.entries.map {
      ControlTotalOutcome(entry: $0, actual: figures.registered(field: $0.field))
    }
  }

  static func findings(
    _ submissions: [ReviewedSubmission], _ texts: RecordTexts,
    _ controlTotals: [ControlTotalOutcome], _ decisions: [DecisionOutcome],
    _ workspace: Workspace
  ) -> [Finding] {
    let rules = workspace.validation
    var findings = submissions.flatMap(\.findings)
    findings += WorkspaceReview.unreadFiles(workspace.unread, in: rules)
    findings += WorkspaceReview.repeatedFiles(submissions.map(\.outcome), in: rules)
    findings += WorkspaceReview.missingSubmissions(workspace.missingSubmissions, in: rules)
    findings += texts.pairs.compactMap { $0.finding(in: workspace.language) }
    findings += WorkspaceReview.lapsedDecisions(decisions, in: rules)
    findings += WorkspaceReview.controlTotals(controlTotals, in: rules)
    return findings.sorted(by: Finding.inOrder)
  }

  /// The outcomes with the submissions that are not due, by path.
  static func withNotDue(
    _ outcomes: [SubmissionOutcome], _ workspace: Workspace
  ) -> [SubmissionOutcome] {
    let notDue = workspace.files.filter { !$0.isDue }.map { SubmissionOutcome(file: $0) }
    return (outcomes + notDue).sorted { bytesPrecede($0.file.path, $1.file.path) }
  }
}

extension Workspace {
  /// Wards in force that sent nothing for a period for which anyone submitted.
  var missingSubmissions: [MissingSubmission] {
    reporting.flatMap { entry in
      entry.missing.map { MissingSubmission(period: entry.period, ward: $0) }
    }
  }
}
