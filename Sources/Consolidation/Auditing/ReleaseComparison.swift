package import Audit
package import Domain
import Files
import Spreadsheet
import Writers

/// How one release differs from another: figures, the records responsible, findings, submissions.
package struct ReleaseComparison: Sendable {
  package let old: IssuedRelease
  package let new: IssuedRelease
  package let language: Language
  package let difference: ReleaseDifference
  package let records: RecordDifferences

  package var isEmpty: Bool { difference.isEmpty && records.changes.isEmpty }

  /// Compares the releases in two folders.
  ///
  /// Records are found by recounting both: `options` name the inputs of the new release, `oldInputs`
  /// those of the old one, unless they are the same. When these no longer give what a release says,
  /// the lists of models in the two workbooks are compared instead.
  package init(
    old oldFolder: String, new newFolder: String, oldInputs: String?, options: RunOptions,
    progress: @escaping Progress
  ) async throws(ReleaseError) {
    old = try IssuedRelease(oldFolder)
    new = try IssuedRelease(newFolder)
    language = options.language ?? new.language
    let (before, after) = (try ReleaseFiles(old), try ReleaseFiles(new))
    difference = ReleaseDifference(old: before.contents, new: after.contents)
    var oldOptions = options
    oldOptions.inputs = oldInputs ?? options.inputs
    do throws(Unrecounted) {
      let oldRun = try await ReleaseComparison.recount(old, before, oldOptions, language, progress)
      let newRun = try await ReleaseComparison.recount(new, after, options, language, progress)
      records = try ReleaseComparison.matched(oldRun, newRun, difference, language)
    } catch {
      records = try ReleaseComparison.listed(before, after, difference, why: error.why)
    }
  }

  /// Why the records of a release cannot be had from the inputs.
  private struct Unrecounted: Error {
    var why: String
  }

  private static func recount(
    _ release: IssuedRelease, _ files: ReleaseFiles, _ options: RunOptions, _ language: Language,
    _ progress: @escaping Progress
  ) async throws(Unrecounted) -> ConsolidatedWorkspace {
    var options = release.recounting(options)
    options.tracesRecords = true
    options.listsModels = false
    let run: ConsolidatedWorkspace
    do throws(RunError) {
      run = try await Pipeline.consolidate(try Workspace.opened(options), progress: progress)
    } catch {
      throw Unrecounted(why: error.message(in: language))
    }
    let counted = run.report.figures.published().map {
      FigureValue(id: $0.id.text, value: $0.value)
    }
    guard counted == files.contents.figures else {
      throw Unrecounted(
        why: language(
          "đầu vào trong “\(options.inputs)” nay không còn cho ra \(release.folder)",
          "the inputs in “\(options.inputs)” no longer give \(release.folder)"))
    }
    return run
  }

  /// The records of which two runs make different things, and whether they explain the figures.
  private static func matched(
    _ old: ConsolidatedWorkspace, _ new: ConsolidatedWorkspace, _ difference: ReleaseDifference,
    _ language: Language
  ) throws(Unrecounted) -> RecordDifferences {
    let matching: RecordMatching
    do {
      matching = try RecordMatching(old: old, new: new, language: language)
    } catch {
      throw Unrecounted(why: error.message(in: language))
    }
    var changes: [String: Int] = [:]
    for figure in difference.figures {
      changes[figure.id] = (figure.new ?? 0) - (figure.old ?? 0)
    }
    for (figure, effect) in matching.effects { changes[figure.text, default: 0] -= effect }
    let unexplained = changes.filter { id, rest in
      let meaning =
        FigureMeaning(id, registers: new.workspace.registers)
        ?? FigureMeaning(id, registers: old.workspace.registers)
      return rest != 0 && meaning?.addsRecords ?? true
    }
    return RecordDifferences(
      source: .inputs, changes: matching.changes,
      unexplained: unexplained.keys.sorted(by: bytesPrecede))
  }

  /// The models that only one of the workbooks lists; nothing tells what else changed figures.
  private static func listed(
    _ old: ReleaseFiles, _ new: ReleaseFiles, _ difference: ReleaseDifference, why: String
  ) throws(ReleaseError) -> RecordDifferences {
    var changes: [RecordChange] = []
    var effect = 0
    if old.language == new.language {
      let matching = ListMatching(
        old: try old.listedModels(), new: try new.listedModels(),
        findings: (try old.rulesByPlace(), try new.rulesByPlace()))
      (changes, effect) = (matching.changes, matching.effect)
    }
    let unexplained = difference.figures.filter { figure in
      let family = figure.id.prefix { $0 != "." && $0 != "=" }
      if family == "registered" {
        return figure.id == "registered" && (figure.new ?? 0) - (figure.old ?? 0) != effect
          || changes.isEmpty
      }
      return family == "maintained" || family == "records"
    }
    return RecordDifferences(
      source: .lists(why), changes: changes, unexplained: unexplained.map(\.id))
  }
}

/// What the files of a release say.
private struct ReleaseFiles {
  private let folder: String
  let language: Language
  let contents: ReleaseContents

  init(_ release: IssuedRelease) throws(ReleaseError) {
    folder = release.folder
    language = release.language
    let figures = FigureTable(
      try ReleaseFiles.read(FigureTable.fileName, in: folder, limit: FigureTable.sizeLimit))
    if let fault = figures.faults.first(where: { !$0.isOfOrder }) {
      throw .figures(folder, fault)
    }
    let sorted = figures.entries.sorted { bytesPrecede($0.id, $1.id) }
    for (figure, next) in zip(sorted, sorted.dropFirst()) where figure.id == next.id {
      throw .repeatedFigure(folder, figure.id)
    }
    var findings: [FindingKey] = []
    let findingBytes = try ReleaseFiles.read(ReleaseTables.findingsName, in: folder)
    let submissionBytes = try ReleaseFiles.read(ReleaseTables.submissionsName, in: folder)
    do throws(TableError) {
      try ReleaseTables.eachFinding(in: findingBytes) { findings.append(FindingKey($0)) }
      contents = ReleaseContents(
        figures: sorted, findings: findings,
        submissions: try ReleaseTables.submissions(submissionBytes))
    } catch {
      throw .table(folder, error)
    }
  }

  /// The rules of the findings of each `path:line`.
  func rulesByPlace() throws(ReleaseError) -> [String: String] {
    var rules: [String: [String]] = [:]
    let bytes = try ReleaseFiles.read(ReleaseTables.findingsName, in: folder)
    do {
      try ReleaseTables.eachFinding(in: bytes) { row in
        if let line = row.line { rules["\(row.path):\(line)", default: []].append(row.rule) }
      }
    } catch {
      throw .table(folder, error)
    }
    return rules.mapValues { $0.joined(separator: ", ") }
  }

  func listedModels() throws(ReleaseError) -> [ListedModelRow] {
    let path = "\(folder)/\(ReleaseWriter.workbookName)"
    guard isRegularFile(path) else {
      throw .file(exists(path) ? FileError(path: path, reason: .notRegular) : .notFound(path))
    }
    let workbook: ReadWorkbook
    do {
      workbook = try WorkbookReader.read(path, limits: ListedModelRows.limits)
    } catch {
      throw .workbook(folder, error)
    }
    guard let rows = ListedModelRows.read(workbook) else { throw .noList(folder) }
    return rows
  }

  private static func read(
    _ name: String, in folder: String, limit: Int = fileSizeLimit
  ) throws(ReleaseError) -> [UInt8] {
    do {
      return try readFile(at: "\(folder)/\(name)", limit: limit)
    } catch {
      throw .file(error)
    }
  }
}
