import Aggregation
import Domain
import Files
import Loaders

extension Pipeline {
  /// The counted models in the order of counting, all or the first, with their texts.
  ///
  /// The submissions that hold them are read once more: what was counted is forgotten, and which
  /// models are among the first is known only after all were counted.
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
    let submission = try ReviewedSubmission(counted.outcome.file, in: workspace, memory)
    guard submission.outcome.sha256 == counted.outcome.sha256,
      submission.block.count == roles.count
    else {
      throw .file(FileError(path: counted.outcome.file.path, reason: .changedWhileRead))
    }
    let organizations = workspace.registers.organizations
    return roles.indices.filter { roles[$0] == .counted }.map { row in
      let record = submission.block[row]
      let owner = submission.block.owners[Int(record.owner)]
      return ListedModel(
        name: submission.text(.name, ofRow: row), field: Int(record.field), ward: Int(record.ward),
        hamlet: submission.text(.hamlet, ofRow: row),
        owner: owner.organization.map { organizations[$0].name } ?? owner.spelling,
        year: Int(record.registrationYear),
        quarter: record.registrationQuarter == 0 ? nil : Int(record.registrationQuarter),
        quantity: Int(record.quantity), place: submission.place(ofRow: row))
    }
  }
}
