import Synchronization

/// `body` of 0..<count in order, by up to `threads` workers that each take the next number.
///
/// The order of the results does not depend on the scheduling; of several errors the one of the
/// lowest number is thrown, so that a message is the same in every run.
func concurrentMap<Value: Sendable, Failure: Error>(
  _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) throws(Failure) -> Value
) async throws(Failure) -> [Value] {
  try await concurrentMap(count, threads: threads, tool: noTool) {
    (_, index) throws(Failure) in try body(index)
  }
}

private func noTool() {}

/// The same with a tool for each worker: what is made once and used again for number after number.
func concurrentMap<Tool, Value: Sendable, Failure: Error>(
  _ count: Int, threads: Int, tool: @escaping @Sendable () -> Tool,
  _ body: @escaping @Sendable (inout Tool, Int) throws(Failure) -> Value
) async throws(Failure) -> [Value] {
  let numbers = NumberDispenser(limit: count)
  let batches = await withTaskGroup(of: [(Int, Result<Value, Failure>)].self) { group in
    for _ in 0..<max(1, min(threads, count)) {
      group.addTask {
        var tool = tool()
        var results: [(Int, Result<Value, Failure>)] = []
        while let index = numbers.next() {
          do throws(Failure) {
            results.append((index, .success(try body(&tool, index))))
          } catch {
            results.append((index, .failure(error)))
            numbers.stop()
          }
        }
        return results
      }
    }
    var batches: [[(Int, Result<Value, Failure>)]] = []
    for await batch in group { batches.append(batch) }
    return batches
  }
  var ordered = [Result<Value, Failure>?](repeating: nil, count: count)
  for (index, result) in batches.joined() { ordered[index] = result }
  var values: [Value] = []
  values.reserveCapacity(count)
  for case let result? in ordered { values.append(try result.get()) }
  return values
}

/// Hands out 0, 1, 2 … up to a limit to whoever asks, from any thread.
///
/// When it is stopped, all numbers below any that was handed out were handed out, too; so the lowest
/// that fails is the same in every run.
final class NumberDispenser: Sendable {
  private let count = Atomic<Int>(0)
  private let limit: Int
  private let isStopped = Atomic<Bool>(false)

  init(limit: Int = .max) { self.limit = limit }

  func next() -> Int? {
    if isStopped.load(ordering: .relaxed) { return nil }
    let number = count.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < limit ? number : nil
  }

  func stop() { isStopped.store(true, ordering: .relaxed) }
}
