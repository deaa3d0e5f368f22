import Aggregation
import Domain
import Loaders
import Synchronization
import Workers

extension Pipeline {
  /// Every ward that has records or submissions, in the order of the register.
  ///
  /// `early` are the submissions that were read before; a ward's others are read with it. What the list
  /// of models may show is kept in `room`.
  static func countedWards(
    _ plan: CountingPlan, _ due: [SubmissionFile], _ early: [Int: ReviewedSubmission],
    _ settled: SettledModels, _ workspace: Workspace, _ room: ListedRecords.Room?, _ done: Tally
  ) async throws(RunError) -> [WardRun.Outcome] {
    let sharedRows = sharedRows(plan, early, workspace)
    let wards = plan.own.indices.filter { !plan.own[$0].isEmpty || !sharedRows[$0].isEmpty }
    let options = workspace.options
    @Sendable func tools() -> (counter: WardCounter, memory: ReadingMemory) {
      let counter = WardCounter(
        registers: workspace.registers, span: workspace.span, settled: settled,
        tracesOrigins: options.tracesRecords)
      return (counter, ReadingMemory())
    }
    return try await concurrentMap(wards.count, threads: options.threads, tool: tools) {
      (tools, index) throws(RunError) in
      let ward = wards[index]
      var own: [WardRun.NumberedSubmission] = []
      for number in plan.own[ward] {
        if let submission = early[number] {
          own.append(WardRun.NumberedSubmission(number: number, submission: submission))
          continue
        }
        let submission = try ReviewedSubmission(due[number], in: workspace, tools.memory)
        own.append(WardRun.NumberedSubmission(number: number, submission: submission))
        done.add()
      }
      let shared = sharedRows[ward].compactMap { entry in
        early[entry.number].map {
          WardRun.SharedSubmission(number: entry.number, submission: $0, rows: entry.rows)
        }
      }
      var run = WardRun(own, shared, in: workspace)
      return try run.run(ward: ward, &tools.counter, listingIn: room)
    }
  }

  /// By ward the rows of it in submissions that are no ward's own.
  private static func sharedRows(
    _ plan: CountingPlan, _ early: [Int: ReviewedSubmission], _ workspace: Workspace
  ) -> [[(number: Int, rows: [UInt32])]] {
    var shared: [[(number: Int, rows: [UInt32])]] = Array(
      repeating: [], count: workspace.registers.wards.count)
    for number in plan.shared {
      for (row, record) in (early[number]?.block.rows ?? []).enumerated() {
        let ward = Int(record.ward)
        if shared[ward].last?.number != number { shared[ward].append((number, [])) }
        shared[ward][shared[ward].count - 1].rows.append(UInt32(truncatingIfNeeded: row))
      }
    }
    return shared
  }
}

/// Counts the submissions that were read, from any thread, and tells it on.
final class Tally: Sendable {
  private let count = Atomic<Int>(0)
  private let total: Int
  private let progress: Progress

  init(of total: Int, _ progress: @escaping Progress) {
    self.total = total
    self.progress = progress
  }

  func add() {
    progress(count.wrappingAdd(1, ordering: .relaxed).newValue, total)
  }
}
