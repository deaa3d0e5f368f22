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
      records = try ReleaseComparison.listed(before, after, why: error.why)
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
          "đầu vào \(options.inputs) nay không còn cho ra \(release.folder)",
          "the inputs \(options.inputs) no longer give \(release.folder)"))
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
      rest != 0 && FigureMeaning(id, registers: new.workspace.registers)?.addsRecords ?? true
    }
    return RecordDifferences(
      source: .inputs, changes: matching.changes,
      unexplained: unexplained.keys.sorted(by: bytesPrecede))
  }

  /// The models that only one of the workbooks lists.
  private static func listed(
    _ old: ReleaseFiles, _ new: ReleaseFiles, why: String
  ) throws(ReleaseError) -> RecordDifferences {
    let matching = ListMatching(
      old: try old.listedModels(), new: try new.listedModels(),
      findings: (old.rulesByPlace, new.rulesByPlace))
    let change = (new.value(of: "registered") ?? 0) - (old.value(of: "registered") ?? 0)
    return RecordDifferences(
      source: .lists(why), changes: matching.changes,
      unexplained: change == matching.effect ? [] : ["registered"])
  }
}

/// What the files of a release say.
private struct ReleaseFiles {
  private let folder: String
  let contents: ReleaseContents
  /// The rules of the findings of each `path:line`.
  let rulesByPlace: [String: String]

  init(_ release: IssuedRelease) throws(ReleaseError) {
    folder = release.folder
    var findings: [FindingKey] = []
    var rules: [String: [String]] = [:]
    let figures = FigureTable(try ReleaseFiles.read(FigureTable.fileName, in: folder))
    let findingBytes = try ReleaseFiles.read(ReleaseTables.findingsName, in: folder)
    let submissionBytes = try ReleaseFiles.read(ReleaseTables.submissionsName, in: folder)
    do throws(TableError) {
      try ReleaseTables.eachFinding(in: findingBytes) { row in
        findings.append(FindingKey(row))
        if let line = row.line { rules["\(row.path):\(line)", default: []].append(row.rule) }
      }
      contents = ReleaseContents(
        figures: figures.entries, findings: findings,
        submissions: try ReleaseTables.submissions(submissionBytes))
    } catch {
      throw .table(folder, error)
    }
    rulesByPlace = rules.mapValues { $0.joined(separator: ", ") }
  }

  func value(of figure: String) -> Int? { contents.figures.first { $0.id == figure }?.value }

  func listedModels() throws(ReleaseError) -> [ListedModelRow] {
    do {
      return ListedModelRows.read(
        try WorkbookReader.read("\(folder)/\(ReleaseWriter.workbookName)", limits: .ofOurOwn)) ?? []
    } catch {
      throw .workbook(folder, error)
    }
  }

  private static func read(_ name: String, in folder: String) throws(ReleaseError) -> [UInt8] {
    do {
      return try readFile(at: "\(folder)/\(name)")
    } catch {
      throw .file(error)
    }
  }
}
