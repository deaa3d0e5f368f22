import Aggregation
import Domain
import Files
import Loaders
import Workers

extension Pipeline {
  /// The counted models in the order of counting, all or the first, with their texts.
  ///
  /// Which models are among the first is known only after all were counted: submissions of which nothing
  /// was kept are read once more.
  static func listing(
    _ submissions: [ReviewedSubmission], _ roles: [[RecordRole]], _ figures: Figures,
    _ workspace: Workspace
  ) async throws(RunError) -> Listing {
    let counted = figures.recordTotals[.counted]
    var listing = Listing(
      models: [], countedRecords: counted, countedQuantity: figures.registered())
    if !workspace.options.listsModels { return listing }
    let size = Listing.size(of: counted)
    var held = 0
    let wanted = submissions.indices.filter { number in
      let count = submissions[number].outcome.dispositions[.counted]
      defer { held += count }
      return held < size && count > 0
    }
    let found = try await concurrentMap(
      wanted.count, threads: workspace.options.threads, tool: ReadingMemory.init
    ) { (memory, index) throws(RunError) in
      let number = wanted[index]
      return try models(of: submissions[number], roles[number], in: workspace, memory)
    }
    listing.models = Array(found.joined().prefix(size))
    return listing
  }

  private static func models(
    of counted: ReviewedSubmission, _ roles: [RecordRole], in workspace: Workspace,
    _ memory: ReadingMemory
  ) throws(RunError) -> [ListedModel] {
    let outcome = counted.outcome
    let listed: ListedRecords
    if let kept = counted.listed {
      listed = kept
    } else {
      listed = try reread(counted, roles, in: workspace, memory)
    }
    let text: SubmissionText
    if let kept = listed.text {
      text = kept
    } else {
      text = try filing { () throws(FileError) in
        try RecordRecall.unchangedText(of: outcome, inputs: workspace.options.inputs)
      }
    }
    var finder = CellFinder(text, delimiter: outcome.delimiter)
    func cell(_ column: Column, of row: RecordRow) -> String {
      listed.header.positions[column].map { finder.cell(at: $0, of: row) } ?? ""
    }
    let organizations = workspace.registers.organizations
    return listed.rows.map { row in
      let owner = listed.owners[Int(row.owner)]
      return ListedModel(
        name: cell(.name, of: row), field: Int(row.field), ward: Int(row.ward),
        hamlet: cell(.hamlet, of: row),
        owner: owner.organization.map { organizations[$0].name } ?? owner.spelling,
        year: Int(row.registrationYear),
        quarter: row.registrationQuarter == 0 ? nil : Int(row.registrationQuarter),
        quantity: Int(row.quantity), place: counted.place(of: row))
    }
  }

  private static func reread(
    _ counted: ReviewedSubmission, _ roles: [RecordRole], in workspace: Workspace,
    _ memory: ReadingMemory
  ) throws(RunError) -> ListedRecords {
    let submission = try ReviewedSubmission(counted.outcome.file, in: workspace, memory)
    guard submission.outcome.sha256 == counted.outcome.sha256,
      submission.block.count == roles.count, let listed = submission.listed(roles)
    else {
      throw .file(FileError(path: counted.outcome.file.path, reason: .changedWhileRead))
    }
    return listed
  }
}
