import Aggregation
package import Domain
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
    // 1 Load, 2 validate: each submission on its own, several at a time.
    let submissions = try await reviewedSubmissions(of: workspace, progress)

    // What people decided of models that may be one.
    let decisions = try DecisionResolution(workspace, submissions)

    // 3 Aggregate: identities and dispositions, then figures.
    let counting = Counting(
      submissions.map { Counting.Source(block: $0.block, period: $0.outcome.file.period) },
      registers: workspace.registers, span: workspace.span, settled: decisions.settled,
      tracesOrigins: workspace.options.tracesRecords)
    let outcomes = outcomes(of: submissions, counting)
    var figures = figures(of: submissions, counting, workspace)
    try checkBalance(outcomes, figures)

    // The few texts that a person will see are fetched from the files again.
    let texts = try await RecordTexts(counting, submissions, workspace)
    let controlTotals = controlTotals(figures, workspace)
    let findings = findings(submissions, texts, controlTotals, decisions.outcomes, workspace)
    for finding in findings { figures.findingCounts[finding.severity, default: 0] += 1 }

    let report = Report(
      settings: workspace.settings, language: workspace.language, registers: workspace.registers,
      cutoff: workspace.span.cutoff, cutoffArgument: workspace.options.through, figures: figures,
      fieldShares: shares(of: figures.fields.indices.map { figures.registered(field: $0) }),
      trends: Trends(figures, span: workspace.span),
      quarterly: QuarterlyView(figures, span: workspace.span), owners: counting.owners.totals,
      listing: texts.listing, decisions: decisions.outcomes,
      uncomparedModels: texts.uncomparedModels, submissions: withNotDue(outcomes, workspace),
      findings: findings,
      missingSubmissions: workspace.missingSubmissions, controlTotals: controlTotals,
      sources: workspace.sources)
    return ConsolidatedWorkspace(
      workspace: workspace, submissions: submissions, counting: counting,
      settled: decisions.settled, report: report)
  }
}
