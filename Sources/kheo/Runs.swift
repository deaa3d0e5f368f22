import Consolidation
import Domain
import Files
import Vietnamese

extension CommonOptions {
  /// Loads the workspace, and has errors of a run told on standard error.
  ///
  /// With a release, the run is to recount it.
  func openWorkspace(
    listsModels: Bool, tracesRecords: Bool = false, of release: IssuedRelease? = nil
  ) throws -> Workspace {
    var options = runOptions(listsModels: listsModels)
    options.tracesRecords = tracesRecords
    do {
      return try Workspace(release.map { $0.recounting(options) } ?? options)
    } catch {
      throw told(RunError.load(error.error), error.language)
    }
  }

  /// Reads what an issued release was made from.
  func openRelease(_ folder: String) throws -> IssuedRelease {
    do {
      return try IssuedRelease(folder)
    } catch {
      throw told(error, messageLanguage)
    }
  }

  /// The display of progress that the options ask for.
  func progressDisplay(_ workspace: Workspace) -> ProgressDisplay {
    ProgressDisplay(mode: quiet ? .never : progress, language: workspace.language)
  }

  /// Consolidates the workspace, showing progress where that is wanted.
  func consolidate(
    _ workspace: Workspace, _ display: ProgressDisplay
  ) async throws -> ConsolidatedWorkspace {
    defer { display.clear() }
    do {
      return try await Pipeline.consolidate(workspace) { display.show($0, of: $1) }
    } catch {
      display.clear()
      throw told(error, workspace.language)
    }
  }

  /// Says what stopped the run; the status to end with.
  func told(_ error: RunError, _ language: Language) -> ExitStatus {
    Console.tell("kheo: \(displayed(error.message(in: language)))\n")
    return error.isHeld ? .held : .impossible
  }

  /// Looks into issued releases, showing progress, and has errors told on standard error.
  func onReleases<Value>(
    _ body: (@escaping Progress) async throws(ReleaseError) -> Value
  ) async throws -> Value {
    let display = ProgressDisplay(mode: quiet ? .never : progress, language: messageLanguage)
    defer { display.clear() }
    do {
      return try await body { display.show($0, of: $1) }
    } catch {
      display.clear()
      throw told(error, messageLanguage)
    }
  }

  /// Says why a release cannot be looked into; the status to end with.
  func told(_ error: ReleaseError, _ language: Language) -> ExitStatus {
    Console.tell("kheo: \(displayed(error.message(in: language)))\n")
    return .impossible
  }

  /// Ends with status 1 if the findings are as grave as `--fail-on` says; a quiet run then says
  /// why, in one line that cron can mail.
  func checkFailOn(_ report: Report, default standard: FailOn) throws {
    guard (failOn ?? standard).isMet(by: report.figures.findingCounts) else { return }
    if quiet { Console.tell("kheo: " + ClosingSummary.findingCounts(of: report)) }
    throw ExitStatus.failed
  }
}
