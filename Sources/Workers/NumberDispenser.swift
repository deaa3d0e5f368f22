import Synchronization

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
