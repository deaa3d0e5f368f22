import Aggregation
import Domain
import Files
import Loaders
import Validation
import Vietnamese

/// One ward: its submissions read, its records counted, and what a person is to know of them said
/// while their texts are at hand.
struct WardRun {
  private let workspace: Workspace
  /// Those whose records may be of any ward, and the records that are of this one.
  private let shared: [SharedSubmission]
  /// The ward's own, in the order of counting.
  private var own: [NumberedSubmission]

  /// A submission and its number in the order of counting.
  struct NumberedSubmission: Sendable {
    var number: Int
    var submission: ReviewedSubmission
  }

  /// The records of a ward in a submission that is not its own.
  struct SharedSubmission {
    var number: Int
    var submission: ReviewedSubmission
    var rows: [UInt32]
  }

  init(_ own: [NumberedSubmission], _ shared: [SharedSubmission], in workspace: Workspace) {
    self.workspace = workspace
    self.own = own
    self.shared = shared
  }

  /// What comes of a ward: nothing that grows with its records, unless these are to be kept.
  struct Outcome: Sendable {
    var submissions: [NumberedSubmission]
    /// What the counting says of records in submissions that are not the ward's own.
    var sharedFindings: [Finding]
    var count: WardCount
    /// What was counted, in the order of `count.roles`.
    var sources: [Source]
    /// Counted models that were not compared with all names of their ward.
    var uncomparedModels: Int
  }

  /// The records of a submission that were counted with a ward; no rows for all of them.
  struct Source: Sendable {
    var number: Int
    var rows: [UInt32]?
  }

  /// Counts the ward; what the list of models may show is kept in `room`, if there is to be one.
  mutating func run(
    ward: Int, _ counter: inout WardCounter, listingIn room: ListedRecords.Room?
  ) throws(RunError) -> Outcome {
    let sources = self.sources
    var count = counter.count(ward: ward, sources)
    try recallTexts(of: count)
    let records = WardRecords(own, shared)
    let near = NearPairs(count.nearCandidates, in: records)
    var sharedFindings: [Finding] = []
    for pair in count.pairs + near.pairs {
      guard let finding = records.finding(of: pair, in: workspace) else { continue }
      if let index = ownIndex(pair.row.block) {
        own[index].submission.findings.append(finding)
      } else {
        sharedFindings.append(finding)
      }
    }
    count.pairs = []
    count.nearCandidates = []
    let roles = Dictionary(
      zip(sources.map(\.number), count.roles), uniquingKeysWith: { first, _ in first })
    for index in own.indices {
      if let room, let roles = roles[own[index].number] {
        own[index].submission.keepListed(roles, in: room)
      }
      own[index].submission.close(keepingRecords: workspace.options.keepsRecords)
    }
    return Outcome(
      submissions: own, sharedFindings: sharedFindings, count: count,
      sources: sources.map { Source(number: $0.number, rows: $0.rows) },
      uncomparedModels: near.uncomparedModels)
  }

  private var sources: [WardSource] {
    let sources =
      own.map { entry in
        WardSource(
          block: entry.submission.block, number: entry.number, rows: nil,
          period: entry.submission.outcome.file.period)
      }
      + shared.map { entry in
        WardSource(
          block: entry.submission.block, number: entry.number, rows: entry.rows,
          period: entry.submission.outcome.file.period)
      }
    return sources.sorted { $0.number < $1.number }
  }

  // MARK: Texts

  /// Has the texts of all submissions in which a record is to be shown.
  private mutating func recallTexts(of count: WardCount) throws(RunError) {
    var wanted: Set<UInt32> = []
    for pair in count.pairs { wanted.formUnion([pair.row.block, pair.other.block]) }
    for candidate in count.nearCandidates {
      wanted.insert(candidate.row.block)
      for other in candidate.others { wanted.insert(other.block) }
    }
    for index in own.indices where wanted.contains(UInt32(truncatingIfNeeded: own[index].number)) {
      try own[index].submission.recallText(inputs: workspace.options.inputs)
    }
  }

  private func ownIndex(_ number: UInt32) -> Int? { own.firstIndex { $0.number == Int(number) } }
}

/// The records of a ward by the numbers of their submissions.
struct WardRecords {
  private var records: [UInt32: ShownRecords] = [:]

  init(_ own: [WardRun.NumberedSubmission], _ shared: [WardRun.SharedSubmission]) {
    for entry in own {
      records[UInt32(truncatingIfNeeded: entry.number)] = entry.submission.shownRecords
    }
    for entry in shared {
      records[UInt32(truncatingIfNeeded: entry.number)] = entry.submission.shownRecords
    }
  }

  /// The name of a record as it is compared; a blank one where there is none.
  func comparedName(of row: RowReference, _ keys: inout KeyMaker) -> ComparedName {
    records[row.block]?.comparedName(ofRow: Int(row.row), &keys) ?? ComparedName("", &keys)
  }

  func finding(of pair: CountedPair, in workspace: Workspace) -> Finding? {
    guard let submission = records[pair.row.block], let header = submission.header,
      let otherSubmission = records[pair.other.block]
    else { return nil }
    let (row, otherRow) = (Int(pair.row.row), Int(pair.other.row))
    let other = otherSubmission[otherRow]
    return RecordPair(
      rule: pair.rule, header: header, place: submission.place(ofRow: row),
      cells: submission.tellingCells(ofRow: row, for: pair.rule),
      quantity: Int(submission[row].quantity), other: otherSubmission.place(ofRow: otherRow),
      otherQuantity: Int(other.quantity),
      otherField: workspace.registers.fields[Int(other.field)],
      otherYear: Int(other.registrationYear),
      otherName: pair.rule == .nearDuplicate ? otherSubmission.text(.name, ofRow: otherRow) : "",
      isAcrossSenders: submission.isAcrossSenders(otherSubmission)
    ).finding(in: workspace.language)
  }
}
