/// `body` of 0..<count in order, by up to `threads` workers that each take the next number.
///
/// The order of the results does not depend on the scheduling; of several errors the one of the
/// lowest number is thrown, so that a message is the same in every run.
package func concurrentMap<Value: Sendable, Failure: Error>(
  _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) throws(Failure) -> Value
) async throws(Failure) -> [Value] {
  try await concurrentMap(count, threads: threads, tool: noTool) {
    (_, index) throws(Failure) in try body(index)
  }
}

/// For what needs no tool.
func noTool() {}

/// The same with a tool for each worker: what is made once and used again for number after number.
package func concurrentMap<Tool, Value: Sendable, Failure: Error>(
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
