import Synchronization

/// `body` of 0..<count in order, by up to `threads` workers that each take the next number.
///
/// The order of the results does not depend on the scheduling; of several errors the one of the
/// lowest number is thrown, so that a message is the same in every run.
func concurrentMap<Value: Sendable, Failure: Error>(
  _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) throws(Failure) -> Value
) async throws(Failure) -> [Value] {
  let numbers = NumberDispenser()
  let batches = await withTaskGroup(of: [(Int, Result<Value, Failure>)].self) { group in
    for _ in 0..<max(1, min(threads, count)) {
      group.addTask {
        var results: [(Int, Result<Value, Failure>)] = []
        while true {
          let index = numbers.next()
          if index >= count { return results }
          results.append((index, Result { () throws(Failure) in try body(index) }))
        }
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

/// Hands out 0, 1, 2 … to whoever asks, from any thread.
final class NumberDispenser: Sendable {
  private let count = Atomic<Int>(0)

  func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).oldValue }
}
