import Aggregation
package import Domain
import Loaders
import Validation

/// The pipeline: load, validate, aggregate; what a release tells.
///
/// This is the file to open first. Each stage knows nothing of the others; only here is their
/// order known. `Publication` writes what comes out; `Explainer`, `ReleaseAudit` and
/// `RecordExport` ask what became of each record.
package enum Pipeline {
  /// What a release tells of a workspace.
  package static func report(
    on workspace: Workspace, progress: @escaping Progress = { _, _ in }
  ) async throws(RunError) -> Report {
    try await consolidate(workspace, progress: progress).report
  }

  /// The same, with what became of each record.
  package static func consolidate(
    _ workspace: Workspace, progress: @escaping Progress = { _, _ in }
  ) async throws(RunError) -> ConsolidatedWorkspace {
    let due = workspace.files.filter(\.isDue)
    let plan = CountingPlan(due, wardCount: workspace.registers.wards.count)
    let done = Tally(of: due.count, progress)

    // What may concern any ward is loaded and validated first; all, if people decided of models
    // that may be one.
    let hasDecisions = !workspace.decisions.decisions.isEmpty
    var early = try await read(
      hasDecisions ? Array(due.indices) : plan.shared, of: due, workspace, done)
    let decisions = try DecisionResolution(
      workspace, hasDecisions ? due.indices.compactMap { early[$0] } : [])
    for number in plan.own.joined() { early[number]?.forgetText() }

    // 1 Load, 2 validate, 3 aggregate: ward by ward, several at a time.
    let room =
      workspace.options.listsModels
      ? ListedRecords.Room(workspace.options.listingRoom) : nil
    let wards = try await countedWards(plan, due, early, decisions.settled, workspace, room, done)
    var run = CountedRun(
      wards,
      shared: plan.shared.compactMap { number in
        early[number].map { WardRun.NumberedSubmission(number: number, submission: $0) }
      }, workspace, listingIn: room)
    run.figures = figures(run.figures, with: run.submissions, workspace)
    try checkBalance(run.submissions.map(\.outcome), run.figures)

    let controlTotals = controlTotals(run.figures, workspace)
    let findings = findings(run.submissions, controlTotals, decisions.outcomes, workspace)
    for severity in Severity.allCases {
      run.figures.findingCounts[severity] = findings.count(of: severity)
    }
    let figures = run.figures
    let listing = try await listing(run.submissions, run.roles, figures, workspace)
    run.forgetListed()
    let report = Report(
      settings: workspace.settings, language: workspace.language, registers: workspace.registers,
      cutoff: workspace.span.cutoff, cutoffArgument: workspace.options.through, figures: figures,
      fieldShares: shares(of: figures.fields.indices.map { figures.registered(field: $0) }),
      trends: Trends(figures, span: workspace.span),
      quarterly: QuarterlyView(figures, span: workspace.span), owners: run.owners,
      listing: listing,
      decisions: decisions.outcomes, uncomparedModels: run.uncomparedModels,
      submissions: withNotDue(run.submissions.map(\.outcome), workspace), findings: findings,
      missingSubmissions: workspace.missingSubmissions, controlTotals: controlTotals,
      sources: workspace.sources)
    return ConsolidatedWorkspace(
      workspace: workspace, submissions: run.submissions, roles: run.roles, origins: run.origins,
      settled: decisions.settled, report: report)
  }
}
