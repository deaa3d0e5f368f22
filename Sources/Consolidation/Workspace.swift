package import Domain
import Files
package import Loaders
import Validation

/// Why a workspace could not be opened, and the language to say it in: that of its settings, once
/// these are read.
package struct WorkspaceError: Error, Sendable {
  package var error: LoadError
  package var language: Language
}

/// A workspace with everything that is known of it before a submission is read.
package struct Workspace: Sendable {
  package let options: RunOptions
  package let settings: Settings
  package let registers: Registers
  package let span: ReportedSpan
  package let language: Language
  /// All submissions in the order of counting, due or not.
  package let files: [SubmissionFile]
  package let unread: [UnreadEntry]
  /// The submissions that lie there and are not due; with recorded ones, these are not in `files`.
  let laterFiles: [SubmissionFile]
  /// The due periods for which anyone submitted, in order, with the wards that were expected and
  /// those of them that are missing.
  package let reporting: [PeriodReporting]
  let sources: [SourceFile]
  let loading: LoadingContext
  let validation: ValidationContext
  /// What people decided of models that may be one.
  let decisions: LoadedDecisions

  /// Reads settings and registers, lists the submissions, and finds the cut-off.
  package init(_ options: RunOptions) throws(WorkspaceError) {
    let loaded: LoadedRegisters
    let settings: LoadedSettings
    let decisions: LoadedDecisions
    do throws(LoadError) {
      let settingsPath = "\(options.inputs)/\(SettingsLoader.path)"
      guard exists(settingsPath) else { throw LoadError.file(.notFound(settingsPath)) }
      loaded = try RegisterLoader.load(inputs: options.inputs)
      settings = try SettingsLoader.load(
        inputs: options.inputs, fields: loaded.registers.fields,
        submitters: loaded.submitters)
      decisions = try DecisionLoader.load(inputs: options.inputs, lookup: loaded.lookup)
    } catch {
      throw WorkspaceError(error: error, language: options.language ?? .vietnamese)
    }
    let folder: SubmissionFolder
    do throws(LoadError) {
      folder = try WorkspaceLoader.submissions(
        inputs: options.inputs, submitters: loaded.submitters)
    } catch {
      throw WorkspaceError(
        error: error, language: options.language ?? settings.settings.language)
    }
    let cutoff =
      options.through?.lastQuarter ?? folder.latestQuarter
      ?? Quarter(year: settings.settings.years.upperBound, number: 4)
    self.options = options
    self.settings = settings.settings
    registers = loaded.registers
    language = options.language ?? settings.settings.language
    span = ReportedSpan(years: settings.settings.years, cutoff: cutoff)
    files =
      options.recordedNotDue.map { paths in
        folder.files(
          through: cutoff,
          recordedNotDue: paths.map {
            WorkspaceLoader.notDueFile(at: $0, submitters: loaded.submitters)
          })
      } ?? folder.files(through: cutoff)
    laterFiles = folder.files(through: cutoff).filter { !$0.isDue }
    unread = folder.unread
    reporting = Workspace.reporting(files, registers)
    sources = [settings.source] + loaded.sources + decisions.sources
    self.decisions = decisions
    var loading = LoadingContext(
      registers: registers, lookup: loaded.lookup, settings: self.settings, span: span,
      decidedNames: decisions.names, tracesRecords: options.tracesRecords)
    loading.splitting = Splitting(threads: options.threads)
    self.loading = loading
    validation = ValidationContext(
      registers: registers, settings: self.settings, language: language, span: span)
  }

  /// The organization that a match key means: its index in the register.
  func organization(matching key: String) -> Int? {
    loading.lookup?.organizations.row(matching: key)
  }

  /// The workspace of a run that recounts a release; its error as one of the run.
  static func opened(_ options: RunOptions) throws(RunError) -> Workspace {
    do {
      return try Workspace(options)
    } catch {
      throw .load(error.error)
    }
  }

  private static func reporting(
    _ files: [SubmissionFile], _ registers: Registers
  ) -> [PeriodReporting] {
    let received = Dictionary(grouping: files.filter(\.isDue), by: \.period)
    return received.keys.compactMap { $0 }.sorted().map { period in
      let senders = Set((received[period] ?? []).compactMap(\.submitter.ward))
      let expected = registers.reportingWards.filter {
        registers.wards[$0].isInForce(during: period.days)
      }
      return PeriodReporting(
        period: period, expected: expected, missing: expected.filter { !senders.contains($0) })
    }
  }
}

/// Who was to submit for a period, and who did not; indexes into the register of wards.
package struct PeriodReporting: Sendable {
  package var period: Period
  package var expected: [Int]
  package var missing: [Int]

  package var receivedCount: Int { expected.count - missing.count }
}
