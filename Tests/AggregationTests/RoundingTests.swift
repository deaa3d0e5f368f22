import Aggregation
import Domain
import TestSupport
import Testing

/// Percentages against exact arithmetic.
///
/// Each pair of numbers is a field of its own, so that one table tries thousands.
struct RoundingTests {
  private struct Pair {
    var first: Int
    var last: Int
  }

  private func rows(_ pairs: [Pair], years: Int) -> ArraySlice<TrendRow> {
    let field = Field(code: "F", vietnameseName: "F", englishName: "", aliases: [])
    var figures = Figures(
      wards: [registers.wards[0]], fields: pairs.map { _ in field }, years: 2020...2020 + years)
    for (index, pair) in pairs.enumerated() {
      figures.addRegistered(pair.first, ward: 0, field: index, year: 2020, quarter: 0)
      figures.addRegistered(pair.last, ward: 0, field: index, year: 2020 + years, quarter: 0)
    }
    let span = ReportedSpan(years: figures.years, cutoff: Quarter(year: 2099, number: 4))
    return Trends(figures, span: span).rows.dropLast()
  }

  private func power(_ base: Int, _ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { product, _ in product * Int128(base) }
  }

  /// Whether the growth of a pair, over `years`, rounds to `tenths` with halves away from zero.
  ///
  /// Growth in half-tenths of a percent is 2000·((last÷first)^(1÷years) − 1); it is compared with
  /// a bound by comparing `last`·2000^years with `first`·(2000 + bound)^years.
  private func isRounded(_ pair: Pair, years: Int, to tenths: Int) -> Bool {
    let scaled = Int128(pair.last) * power(2000, years)
    func at(_ halves: Int) -> Int128 { Int128(pair.first) * power(max(2000 + halves, 0), years) }
    let (low, high) = (at(2 * tenths - 1), at(2 * tenths + 1))
    return (tenths > 0 ? low <= scaled : low < scaled)
      && (tenths < 0 ? scaled <= high : scaled < high)
  }

  /// The pairs whose growth is rounded wrongly, as texts; the first few are enough to tell.
  private func wrong(_ pairs: [Pair], years: Int) throws -> [String] {
    var wrong: [String] = []
    for (pair, row) in zip(pairs, rows(pairs, years: years)) {
      let tenths = try #require(row.growth?.value)
      if isRounded(pair, years: years, to: tenths) { continue }
      wrong.append("\(pair.first) to \(pair.last) in \(years) years is not \(tenths) tenths")
    }
    return Array(wrong.prefix(5))
  }

  @Test(arguments: 1...4)
  func `growth is exact for small numbers`(_ years: Int) throws {
    var pairs: [Pair] = []
    for first in 1...40 {
      for last in 1...40 { pairs.append(Pair(first: first, last: last)) }
    }
    #expect(try wrong(pairs, years: years) == [])
  }

  @Test(arguments: 1...4)
  func `growth is exact for numbers of any size`(_ years: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(years))
    let pairs = (0..<1500).map { _ in
      Pair(
        first: .random(in: 1...1_000_000, using: &numbers),
        last: .random(in: 1...1_000_000, using: &numbers))
    }
    #expect(try wrong(pairs, years: years) == [])
  }

  @Test(arguments: 1...2)
  func `growth of exactly half a tenth goes away from zero`(_ years: Int) throws {
    let pairs = stride(from: -1999, through: 3999, by: 2).map { halves in
      Pair(
        first: Int(truncatingIfNeeded: power(2000, years)),
        last: Int(truncatingIfNeeded: power(2000 + halves, years)))
    }
    #expect(try wrong(pairs, years: years) == [])
  }

  @Test func `a change in percent is exact, halves away from zero`() throws {
    var numbers = SeededNumbers(seed: 9)
    var pairs = (0..<1000).map { _ in
      Pair(
        first: .random(in: 1...4000, using: &numbers), last: .random(in: 1...9000, using: &numbers))
    }
    // A base of 2000 makes every odd change a half.
    pairs += (1500...2500).map { Pair(first: 2000, last: $0) }
    for (pair, row) in zip(pairs, rows(pairs, years: 1)) {
      let tenths = try #require(row.changePercent.last??.value)
      #expect(
        isRounded(pair, years: 1, to: tenths), "\(pair.first) to \(pair.last) is not \(tenths)")
    }
  }

  @Test func `halves go away from zero on both sides`() {
    let pairs = [1997, 1999, 2001, 2003].map { Pair(first: 2000, last: $0) }
    #expect(
      rows(pairs, years: 1).map { $0.changePercent.last??.value } == [-2, -1, 1, 2])
    #expect(rows(pairs, years: 1).map { $0.growth?.value } == [-2, -1, 1, 2])
  }
}
