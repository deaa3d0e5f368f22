import Domain
import Loaders
import Validation
import Workers

// The steps of `Pipeline.report`, in the order in which it takes them.

extension Pipeline {
  /// Some of the due submissions by their numbers, several read at a time.
  static func read(
    _ numbers: [Int], of due: [SubmissionFile], _ workspace: Workspace, _ done: Tally
  ) async throws(RunError) -> [Int: ReviewedSubmission] {
    let read = try await concurrentMap(
      numbers.count, threads: workspace.options.threads, tool: ReadingMemory.init
    ) { (memory, index) throws(RunError) in
      let submission = try ReviewedSubmission(due[numbers[index]], in: workspace, memory)
      done.add()
      return submission
    }
    return Dictionary(zip(numbers, read), uniquingKeysWith: { first, _ in first })
  }

  static func figures(
    _ counted: Figures, with submissions: [ReviewedSubmission], _ workspace: Workspace
  ) -> Figures {
    var figures = counted
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

  /// The findings of all stages: those of the submissions, which stand in their pages, and others.
  static func findings(
    _ submissions: [ReviewedSubmission], _ controlTotals: [ControlTotalOutcome],
    _ decisions: [DecisionOutcome], _ workspace: Workspace
  ) -> FindingList {
    let rules = workspace.validation
    let others =
      WorkspaceReview.unreadFiles(workspace.unread, in: rules)
      + WorkspaceReview.repeatedFiles(submissions.map(\.outcome), in: rules)
      + WorkspaceReview.missingSubmissions(workspace.missingSubmissions, in: rules)
      + WorkspaceReview.lapsedDecisions(decisions, in: rules)
      + WorkspaceReview.controlTotals(controlTotals, in: rules)
    var added = Dictionary(grouping: others, by: \.place.path)
    var pages = submissions.map { submission in
      var page = submission.page
      guard let more = added.removeValue(forKey: page.path) else { return page }
      page.append(more)
      page.sort()
      return page
    }
    for (path, findings) in added {
      var page = FindingPage(path: path)
      page.append(findings)
      page.sort()
      pages.append(page)
    }
    return FindingList(pages: pages)
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
