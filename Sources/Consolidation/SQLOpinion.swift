import Aggregation
import Domain
import SQLRecount
import Validation

/// Has SQLite count a run anew.
enum SQLOpinion {
  static func recount(_ run: ConsolidatedWorkspace) throws(SQLRecountError) -> SecondOpinion.Outcome
  {
    try SecondOpinion.recount(
      sources: zip(run.submissions, run.counting.roles).map { submission, roles in
        SecondOpinion.Source(block: submission.block, roles: roles, file: submission.outcome.file)
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
