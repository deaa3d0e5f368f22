import TestSupport
import Testing

@testable import Vietnamese

struct TypingSlipTests {
  private func slips(_ left: String, _ right: String, limit: Int) -> Int? {
    let (left, right) = (left.unicodeScalars.map(\.value), right.unicodeScalars.map(\.value))
    return slipCount(left.span, right.span, limit: limit)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var left: String
    var right: String
    var slips: Int?
    var testDescription: String { "\(left), \(right)" }
  }

  @Test(arguments: [
    Case(left: "", right: "", slips: 0), Case(left: "", right: "ab", slips: 2),
    Case(left: "abc", right: "abc", slips: 0), Case(left: "abc", right: "acb", slips: 1),
    Case(left: "abc", right: "abcc", slips: 1), Case(left: "abc", right: "bc", slips: 1),
    Case(left: "abcd", right: "badc", slips: 2), Case(left: "abcd", right: "axyd", slips: 2),
    Case(left: "ca", right: "abc", slips: nil), Case(left: "abc", right: "xyz", slips: nil),
    Case(left: "abc", right: "abcdef", slips: nil),
  ])
  func `slips are counted up to two`(_ test: Case) {
    #expect(slips(test.left, test.right, limit: 2) == test.slips)
    #expect(slips(test.right, test.left, limit: 2) == test.slips)
  }

  /// The whole table, without a thought for limits.
  private func obvious(_ a: [Character], _ b: [Character]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = i + j
          continue
        }
        var best = min(table[i - 1][j], table[i][j - 1]) + 1
        best = min(best, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, table[i - 2][j - 2] + 1)
        }
        table[i][j] = best
      }
    }
    return table[a.count][b.count]
  }

  @Test(arguments: UInt64(1)...20)
  func `as many are found as in the whole table`(_ seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<300 {
      let a = String((0..<numbers.below(8)).map { _ in numbers.element(of: Array("abc")) })
      let b = String((0..<numbers.below(8)).map { _ in numbers.element(of: Array("abc")) })
      let count = obvious(Array(a), Array(b))
      for limit in 0...3 {
        #expect(
          slips(a, b, limit: limit) == (count <= limit ? count : nil), "\(a) \(b) \(limit)")
      }
    }
  }
}
