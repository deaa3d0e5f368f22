import Dispatch
package import Domain
import Synchronization

/// The figures and the roles of all records, found anew by SQLite from what was read.
///
/// An identity never spans two wards, so that whole wards can be counted apart: each shard is a
/// database in memory of some thousand records, small enough for the caches of a processor, and
/// their figures are added up. Beside that, memory holds twelve bytes for every stretch of records
/// of one ward in a submission.
package enum SecondOpinion {
  /// The admitted records of one submission, and what kheo decided of each.
  package struct Source: Sendable {
    package var block: RecordBlock
    /// As many as `block` has rows.
    package var roles: [RecordRole]
    package var file: SubmissionFile

    package init(block: RecordBlock, roles: [RecordRole], file: SubmissionFile) {
      self.block = block
      self.roles = roles
      self.file = file
    }
  }

  /// Records that never came to be counted: rejected, or out of the period.
  package struct Excluded: Sendable, Equatable {
    /// Index into the register; nothing when unknown.
    package var ward: Int?
    package var disposition: Disposition
    package var count: Int

    package init(ward: Int?, disposition: Disposition, count: Int) {
      self.ward = ward
      self.disposition = disposition
      self.count = count
    }
  }

  /// A record of which SQL decides otherwise.
  package struct Dispute: Sendable, Equatable {
    /// Position in `sources`.
    package var source: Int
    /// 1-based number of the record in its file.
    package var recordNumber: Int
    package var stated: RecordRole
    package var recounted: RecordRole
  }

  /// What SQL finds.
  package struct Outcome: Sendable {
    /// Every figure of SPEC §7, sorted by id bytewise.
    package internal(set) var figures: [(id: String, value: Int)] = []
    /// The first of the records decided otherwise, in the order of counting.
    package internal(set) var disputes: [Dispute] = []
    /// How many there are in all.
    package internal(set) var disputeCount = 0
  }

  /// How many disputes are told one by one.
  package static let disputeLimit = 100

  /// Counts everything anew on up to `threads` threads.
  ///
  /// `sources` may stand in any order: the order of counting is found anew, too. `submissions`
  /// are all of the run, also those without admitted records and those not due.
  package static func recount(
    sources: [Source], excluded: [Excluded], submissions: [SubmissionOutcome],
    findingCounts: [Severity: Int], registers: Registers, span: ReportedSpan, threads: Int
  ) throws(SQLRecountError) -> Outcome {
    let run = RunDatabase(
      submissions: submissions, findingCounts: findingCounts, registers: registers)
    let order = try run.countingOrder(of: sources.map(\.file))
    let plan = ShardPlan(sources: sources, wardCount: registers.wards.count)
    let context = ShardContext(
      sources: sources, excluded: excluded, order: order, registers: registers, years: span.years)
    var tally = try count(plan, in: context, threads: threads)
    tally.add(try run.figures())
    return tally.outcome
  }

  /// Lets each thread take one shard after another; what they find adds up in any order.
  private static func count(
    _ plan: ShardPlan, in context: ShardContext, threads: Int
  ) throws(SQLRecountError) -> FigureSums {
    let next = Atomic(0)
    let sums = Mutex(Result<FigureSums, SQLRecountError>.success(FigureSums()))
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, plan.shards.count))) { _ in
      let found = Result { () throws(SQLRecountError) in
        try ShardDatabase(context).count {
          let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
          return number < plan.shards.count ? (number, plan.shards[number]) : nil
        }
      }
      sums.withLock { $0 = FigureSums.adding($0, found) }
    }
    return try sums.withLock { $0 }.get()
  }
}

/// Figures and disputes as they come in from shards.
struct FigureSums: Sendable {
  /// A dispute and its place in the order of counting.
  typealias PlacedDispute = (place: Int, dispute: SecondOpinion.Dispute)

  private var values: [String: Int] = [:]
  private var disputes: [PlacedDispute] = []
  private(set) var disputeCount = 0

  mutating func add(_ value: Int, to id: String) { values[id, default: 0] += value }

  mutating func add(_ figures: [(id: String, value: Int)]) {
    for figure in figures { add(figure.value, to: figure.id) }
  }

  /// Adds disputes of a shard, the first ones of it one by one.
  mutating func add(_ first: [PlacedDispute], count: Int) {
    disputeCount += count
    disputes = Array(
      (disputes + first).sorted { $0.place < $1.place }.prefix(SecondOpinion.disputeLimit))
  }

  /// The sum of two, or the first error.
  static func adding(
    _ left: Result<FigureSums, SQLRecountError>, _ right: Result<FigureSums, SQLRecountError>
  ) -> Result<FigureSums, SQLRecountError> {
    left.flatMap { left in
      right.map { right in
        var sum = left
        sum.values.merge(right.values, uniquingKeysWith: +)
        sum.add(right.disputes, count: right.disputeCount)
        return sum
      }
    }
  }

  var outcome: SecondOpinion.Outcome {
    SecondOpinion.Outcome(
      figures: values.map { (id: $0.key, value: $0.value) }.sorted { bytesPrecede($0.id, $1.id) },
      disputes: disputes.map(\.dispute), disputeCount: disputeCount)
  }
}
