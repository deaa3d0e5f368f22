import Dispatch

/// `body` of 0..<count in order, by up to `threads` threads that each take the next number; the caller
/// waits, and is one of them.
///
/// Like `concurrentMap`, for what cannot be asynchronous: the order of the results does not depend on the
/// scheduling, and of several errors the one of the lowest number is thrown. Within another of these it
/// runs on one thread, as Dispatch has it; within `concurrentMap` on several.
package func sideBySide<Value: Sendable, Failure: Error>(
  _ count: Int, threads: Int, _ body: @Sendable (Int) throws(Failure) -> Value
) throws(Failure) -> [Value] {
  try sideBySide(count, threads: threads, tool: noTool) { (_, index) throws(Failure) in
    try body(index)
  }
}

/// The same with a tool for each thread: what is made once and used again for number after number.
package func sideBySide<Tool, Value: Sendable, Failure: Error>(
  _ count: Int, threads: Int, tool: @Sendable () -> Tool,
  _ body: @Sendable (inout Tool, Int) throws(Failure) -> Value
) throws(Failure) -> [Value] {
  let numbers = NumberDispenser(limit: count)
  let results = Slots<Result<Value, Failure>>(count: count)
  DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
    var tool = tool()
    while let index = numbers.next() {
      do throws(Failure) {
        results[index] = .success(try body(&tool, index))
      } catch {
        results[index] = .failure(error)
        numbers.stop()
      }
    }
  }
  var values: [Value] = []
  values.reserveCapacity(count)
  for index in 0..<count {
    if let result = results[index] { values.append(try result.get()) }
  }
  return values
}

/// What threads found that work side by side: each place is written by one of them, and read when all of
/// them have ended.
private final class Slots<Value: Sendable>: @unchecked Sendable {
  private let values: UnsafeMutableBufferPointer<Value?>

  init(count: Int) {
    values = .allocate(capacity: count)
    values.initialize(repeating: nil)
  }

  deinit {
    values.deinitialize()
    values.deallocate()
  }

  subscript(index: Int) -> Value? {
    get { values[index] }
    set { values[index] = newValue }
  }
}
