import Synchronization
import Testing
import Workers

/// What comes of many things done at a time does not tell in which order they were done.
struct SideBySideTests {
  private struct Fault: Error, Equatable {
    var number: Int
  }

  @Test(arguments: [0, 1, 2, 7, 500], [1, 2, 3, 16])
  func `results are in order, each number once`(_ count: Int, _ threads: Int) async {
    let calls = Atomic<Int>(0)
    let results = sideBySide(count, threads: threads) { number in
      calls.wrappingAdd(1, ordering: .relaxed)
      return number * number
    }
    #expect(results == (0..<count).map { $0 * $0 })
    #expect(calls.load(ordering: .relaxed) == count)
    #expect(await concurrentMap(count, threads: threads) { $0 * $0 } == results)
  }

  @Test(arguments: 0..<20)
  func `of several errors the one of the lowest number is thrown`(_ round: Int) async {
    for threads in [1, 2, 8] {
      let error = #expect(throws: Fault.self) {
        try sideBySide(200, threads: threads) { (number) throws(Fault) -> Int in
          // The lower one comes late.
          if number == 40 + round {
            for _ in 0..<20_000 { _ = Atomic<Int>(0).load(ordering: .sequentiallyConsistent) }
          }
          if number >= 40 + round { throw Fault(number: number) }
          return number
        }
      }
      #expect(error == Fault(number: 40 + round))
      await #expect(throws: Fault(number: 40 + round)) {
        try await concurrentMap(200, threads: threads) { (number) throws(Fault) -> Int in
          if number >= 40 + round { throw Fault(number: number) }
          return number
        }
      }
    }
  }

  @Test func `each thread has a tool of its own, and no more are made than threads`() {
    let made = Atomic<Int>(0)
    let counts = sideBySide(
      300, threads: 3, tool: { made.wrappingAdd(1, ordering: .relaxed).newValue * 1_000 },
      { (tool, _) -> Int in
        tool += 1
        return tool
      })
    #expect((1...3).contains(made.load(ordering: .relaxed)))
    #expect(Set(counts).count == 300)
  }
}
