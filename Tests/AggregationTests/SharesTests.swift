import Aggregation
import Domain
import TestSupport
import Testing

struct SharesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let parts: [Int]
    let tenths: [Int]

    init(_ parts: [Int], _ tenths: [Int]) {
      self.parts = parts
      self.tenths = tenths
    }

    var testDescription: String { "\(parts)" }
  }

  @Test(arguments: [
    Case([60, 88, 276, 34], [131, 192, 603, 74]), Case([1, 1, 1], [334, 333, 333]),
    Case([1, 1, 1, 1, 1, 1, 1], [143, 143, 143, 143, 143, 143, 142]),
    Case([2, 1], [667, 333]), Case([0, 5], [0, 1000]), Case([1], [1000]),
    // Equal remainders go to the earlier rows.
    Case([1, 1, 1, 1, 1, 1], [167, 167, 167, 167, 166, 166]),
    Case([1, 1999, 1, 1999], [0, 500, 0, 500]),
    Case([1, 999_999], [0, 1000]),
  ]) func `shares are rounded by largest remainder`(_ test: Case) {
    #expect(shares(of: test.parts) == test.tenths.map { Tenths($0) })
  }

  @Test func `without a total there are no shares`() {
    #expect(shares(of: [0, 0]) == [nil, nil])
    #expect(shares(of: []).isEmpty)
  }

  @Test func `printed shares add to one hundred, and each is its exact share rounded up or down`() {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<2000 {
      let parts = (0..<Int.random(in: 1...9, using: &numbers)).map { _ in
        Int.random(in: 0...(Bool.random(using: &numbers) ? 9 : 100_000), using: &numbers)
      }
      let total = parts.reduce(0, +)
      if total == 0 { continue }
      let found = shares(of: parts).compactMap { $0?.value }
      #expect(found.count == parts.count)
      #expect(found.reduce(0, +) == 1000)
      for (part, tenths) in zip(parts, found) {
        #expect(abs(part * 1000 - tenths * total) < total)
      }
    }
  }

  @Test func `who is rounded up has the larger remainder, or stands earlier`() {
    var numbers = SeededNumbers(seed: 2)
    for _ in 0..<500 {
      let parts = (0..<5).map { _ in Int.random(in: 1...12, using: &numbers) }
      let total = parts.reduce(0, +)
      let found = shares(of: parts).compactMap { $0?.value }
      let rows = zip(parts, found).map { part, tenths in
        (remainder: part * 1000 % total, isUp: tenths > part * 1000 / total)
      }
      for (index, row) in rows.enumerated() where row.isUp {
        for (other, rival) in rows.enumerated() where !rival.isUp {
          #expect(
            row.remainder > rival.remainder
              || row.remainder == rival.remainder && index < other, "\(parts)")
        }
      }
    }
  }
}
