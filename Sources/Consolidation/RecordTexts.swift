import Aggregation
import Domain
import Files
import Loaders
import Validation

/// The texts of the records that a person will see: the listed models, and those that a rule of
/// counting has a word on.
struct RecordTexts {
  private(set) var pairs: [RecordPair] = []
  private(set) var listing: Listing
  /// Counted models that were not compared with all names of their ward.
  private(set) var uncomparedModels = 0

  /// Reads the submissions that hold such records once more.
  init(
    _ counting: Counting, _ submissions: [ReviewedSubmission], _ workspace: Workspace
  ) async throws(RunError) {
    let limit = workspace.options.listsModels ? Listing.limit : 0
    let listed = Array(counting.countedRows.prefix(limit))
    let cells = try await RecordTexts.cells(
      of: listed + counting.pairs.map(\.row)
        + counting.nearCandidates.flatMap { [$0.row] + $0.others }, submissions, workspace)
    func text(_ row: RowReference, _ column: Column) -> String {
      guard let position = submissions[Int(row.block)].header?.positions[column],
        let cells = cells[row],
        position < cells.count
      else { return "" }
      return cells[position]
    }
    func place(_ row: RowReference) -> Place { submissions.place(of: row) }
    let near = NearPairs(counting.nearCandidates) { text($0, .name) }
    uncomparedModels = near.uncomparedModels
    pairs = (counting.pairs + near.pairs).compactMap { pair in
      let submission = submissions[Int(pair.row.block)]
      guard let header = submission.header else { return nil }
      let other = submissions[Int(pair.other.block)].block[Int(pair.other.row)]
      return RecordPair(
        rule: pair.rule, header: header, place: place(pair.row), cells: cells[pair.row] ?? [],
        quantity: Int(submission.block[Int(pair.row.row)].quantity), other: place(pair.other),
        otherQuantity: Int(other.quantity),
        otherField: workspace.registers.fields[Int(other.field)],
        otherYear: Int(other.registrationYear),
        otherName: pair.rule == .nearDuplicate ? text(pair.other, .name) : "",
        isAcrossSenders: submission.isAcrossSenders(submissions[Int(pair.other.block)]))
    }
    let models = listed.map { row in
      let record = submissions[Int(row.block)].block[Int(row.row)]
      let owner = submissions[Int(row.block)].block.owners[Int(record.owner)]
      return ListedModel(
        name: text(row, .name), field: Int(record.field), ward: Int(record.ward),
        hamlet: text(row, .hamlet),
        owner: owner.organization.map { workspace.registers.organizations[$0].name }
          ?? owner.spelling,
        year: Int(record.registrationYear),
        quarter: record.registrationQuarter == 0 ? nil : Int(record.registrationQuarter),
        quantity: Int(record.quantity), place: place(row))
    }
    listing = Listing(
      models: models, countedRecords: counting.figures.recordTotals[.counted],
      countedQuantity: counting.figures.registered())
  }

  /// The cells of the wanted records.
  private static func cells(
    of rows: [RowReference], _ submissions: [ReviewedSubmission], _ workspace: Workspace
  ) async throws(RunError) -> [RowReference: [String]] {
    let wanted = Dictionary(grouping: Set(rows), by: \.block).sorted { $0.key < $1.key }
    let found = try await concurrentMap(wanted.count, threads: workspace.options.threads) {
      (index) throws(RunError) in
      let (block, rows) = wanted[index]
      let submission = submissions[Int(block)]
      let numbers = Dictionary(
        rows.map { (Int(submission.block[Int($0.row)].recordNumber), $0) },
        uniquingKeysWith: { first, _ in first })
      do throws(FileError) {
        let cells = try RecordRecall.cells(
          of: Set(numbers.keys), in: submission.outcome, inputs: workspace.options.inputs)
        return cells.compactMap { number, cells in numbers[number].map { ($0, cells) } }
      } catch {
        throw RunError.file(error)
      }
    }
    return Dictionary(found.joined(), uniquingKeysWith: { first, _ in first })
  }
}
