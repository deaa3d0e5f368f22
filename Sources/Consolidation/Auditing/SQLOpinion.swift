import Aggregation
import Domain
import SQLRecount
import Validation

/// Has SQLite count a run anew: which records are models, and every figure that follows from them.
///
/// Findings are not counted there: their number is that of the lines of findings.csv.
enum SQLOpinion {
  /// Whether the figure of an id is one that SQL counts.
  static func covers(_ id: String) -> Bool { !id.hasPrefix("findings.") }

  static func recount(_ run: ConsolidatedWorkspace) throws(SQLRecountError) -> SecondOpinion.Outcome
  {
    try SecondOpinion.recount(
      sources: zip(run.submissions, run.roles).map { submission, roles in
        SecondOpinion.Source(
          block: submission.block.settled(by: run.settled), roles: roles,
          file: submission.outcome.file)
      },
      excluded: run.submissions.flatMap { submission in
        submission.excluded.map { exclusion, count in
          SecondOpinion.Excluded(
            ward: exclusion.ward, disposition: exclusion.disposition, count: count)
        }
      },
      submissions: run.report.submissions, findingCounts: run.report.figures.findingCounts,
      registers: run.workspace.registers, span: run.workspace.span,
      threads: run.workspace.options.threads)
  }
}
