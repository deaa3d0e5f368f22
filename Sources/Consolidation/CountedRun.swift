import Aggregation
import Domain

/// What comes of all wards, put together in the order of the register, so that nothing depends on
/// which was counted first.
struct CountedRun {
  /// The due submissions, in the order of counting.
  private(set) var submissions: [ReviewedSubmission] = []
  /// What became of each admitted record, by submission and row.
  private(set) var roles: [[RecordRole]]
  /// As `ConsolidatedWorkspace` has them.
  private(set) var origins: [[RowReference]] = []
  var figures: Figures
  let owners: [OwnerTotal]
  private(set) var uncomparedModels = 0

  /// `shared` are the submissions that are no ward's own; what the list of models may show of them is
  /// kept in `room`.
  init(
    _ wards: [WardRun.Outcome], shared: [WardRun.NumberedSubmission], _ workspace: Workspace,
    listingIn room: ListedRecords.Room?
  ) {
    var numbered = shared + wards.flatMap(\.submissions)
    numbered.sort { $0.number < $1.number }
    submissions = numbered.map(\.submission)
    roles = submissions.map { _ in [] }
    if workspace.options.tracesRecords { origins = submissions.map { _ in [] } }
    for entry in shared {
      roles[entry.number] = Array(repeating: .counted, count: entry.submission.block.count)
      if !origins.isEmpty {
        origins[entry.number] = Array(
          repeating: RowReference(block: 0, row: 0), count: entry.submission.block.count)
      }
    }
    var counting = Counting(registers: workspace.registers, span: workspace.span)
    for ward in wards {
      counting.add(ward.count)
      uncomparedModels += ward.uncomparedModels
    }
    figures = counting.figures
    owners = counting.owners.totals
    for ward in wards { place(ward) }
    let findings = Dictionary(grouping: wards.flatMap(\.sharedFindings), by: \.place.path)
    for entry in shared {
      submissions[entry.number].findings += findings[entry.submission.outcome.file.path] ?? []
      if let room { submissions[entry.number].keepListed(roles[entry.number], in: room) }
      submissions[entry.number].close(keepingRecords: workspace.options.keepsRecords)
    }
    for (number, roles) in roles.enumerated() { submissions[number].tally(roles) }
  }

  /// Forgets what was kept for the list of models.
  mutating func forgetListed() {
    for index in submissions.indices { submissions[index].forgetListed() }
  }

  /// Puts what became of the records of a ward where these stand.
  private mutating func place(_ ward: WardRun.Outcome) {
    for (index, source) in ward.sources.enumerated() {
      guard let rows = source.rows else {
        roles[source.number] = ward.count.roles[index]
        if !origins.isEmpty { origins[source.number] = ward.count.origins[index] }
        continue
      }
      for (position, row) in rows.enumerated() {
        roles[source.number][Int(row)] = ward.count.roles[index][position]
        if !origins.isEmpty {
          origins[source.number][Int(row)] = ward.count.origins[index][position]
        }
      }
    }
  }
}
