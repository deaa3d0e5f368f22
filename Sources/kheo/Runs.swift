import Consolidation
import Domain
import Files
import Vietnamese

extension CommonOptions {
  /// Loads the workspace, and has errors of a run told on standard error.
  func openWorkspace(listsModels: Bool) throws -> Workspace {
    do {
      return try Workspace(runOptions(listsModels: listsModels))
    } catch {
      throw told(.load(error.error), error.language)
    }
  }

  /// The display of progress that the options ask for.
  func progressDisplay(_ workspace: Workspace) -> ProgressDisplay {
    ProgressDisplay(mode: quiet ? .never : progress, language: workspace.language)
  }

  /// Consolidates the workspace, showing progress where that is wanted.
  func consolidate(_ workspace: Workspace, _ display: ProgressDisplay) async throws -> Report {
    defer { display.clear() }
    do {
      return try await Pipeline.report(on: workspace) { display.show($0, of: $1) }
    } catch {
      display.clear()
      throw told(error, workspace.language)
    }
  }

  /// Says what stopped the run; the status to end with.
  func told(_ error: RunError, _ language: Language) -> ExitStatus {
    Console.messages.write("kheo: \(displayed(error.message(in: language)))\n")
    return error.isHeld ? .held : .impossible
  }

  /// Ends with status 1 if the findings are as grave as `--fail-on` says; a quiet run then says
  /// why, in one line that cron can mail.
  func checkFailOn(_ report: Report, default standard: FailOn) throws {
    guard (failOn ?? standard).isMet(by: report.figures.findingCounts) else { return }
    if quiet { Console.messages.write("kheo: " + ClosingSummary.findingCounts(of: report)) }
    throw ExitStatus.failed
  }
}
