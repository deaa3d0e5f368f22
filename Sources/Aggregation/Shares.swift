package import Domain

/// The shares of `parts` in their sum, in percent with one decimal, by largest remainder, so that
/// they add to 100,0; ties go to the earlier one (SPEC §7).
///
/// Nothing for each if the sum is 0.
package func shares(of parts: [Int]) -> [Tenths?] {
  let total = parts.reduce(0, +)
  guard total > 0 else { return parts.map { _ in nil } }
  var tenths: [Int] = []
  var remainders: [(remainder: Int, index: Int)] = []
  for (index, part) in parts.enumerated() {
    let (share, remainder) = (part * 1000).quotientAndRemainder(dividingBy: total)
    tenths.append(share)
    remainders.append((remainder, index))
  }
  let missing = 1000 - tenths.reduce(0, +)
  remainders.sort { ($1.remainder, $0.index) < ($0.remainder, $1.index) }
  for (_, index) in remainders.prefix(missing) { tenths[index] += 1 }
  return tenths.map { Tenths($0) }
}

/// The change from `base` to `value` in percent of `base` with one decimal, halves away from
/// zero; nothing from a base of zero.
func percentChange(from base: Int, to value: Int) -> Tenths? {
  guard base > 0 else { return nil }
  let change = (value - base) * 1000
  let (quotient, remainder) = change.magnitude.quotientAndRemainder(dividingBy: base.magnitude)
  let rounded = Int(quotient) + (remainder * 2 >= base.magnitude ? 1 : 0)
  return Tenths(change < 0 ? -rounded : rounded)
}

/// Average yearly growth in percent with one decimal, halves away from zero.
///
/// That is (`last` ÷ `first`)^(1 ÷ `years`) − 1; nothing if either is zero or no year lies between.
/// The root is found by trying, in whole numbers, so that it is exact on every machine.
func averageGrowth(from first: Int, to last: Int, years: Int) -> Tenths? {
  guard first > 0, last > 0, years > 0 else { return nil }
  let target = Natural(last).times(2000, power: years)
  /// How growth by `halves` half-tenths of a percent a year compares with what was reached.
  func outcome(_ halves: Int) -> Natural { Natural(first).times(2000 + halves, power: years) }
  var (low, high) = (-2000, 2000)
  while outcome(high) <= target { high *= 2 }
  while high - low > 1 {
    let middle = (low + high) / 2
    if outcome(middle) <= target { low = middle } else { high = middle }
  }
  // `low` half-tenths are reached and one more is not; halves go away from zero.
  if low >= 0 { return Tenths((low + 1) / 2) }
  let isExact = outcome(low) == target
  return Tenths(isExact || low.isMultiple(of: 2) ? -((1 - low) / 2) : low / 2)
}

/// A natural number of any size, for comparing powers.
private struct Natural: Comparable {
  /// Words of 64 bits, the lowest first, without leading zeros.
  private var words: [UInt]

  init(_ value: Int) { words = value == 0 ? [] : [value.magnitude] }

  /// This number times `factor` to the power of `power`.
  func times(_ factor: Int, power: Int) -> Natural {
    var product = self
    for _ in 0..<power { product.multiply(by: factor.magnitude) }
    return product
  }

  private mutating func multiply(by factor: UInt) {
    var carry: UInt = 0
    for index in words.indices {
      let (high, low) = words[index].multipliedFullWidth(by: factor)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      words[index] = sum
      carry = high + (overflow ? 1 : 0)
    }
    if carry > 0 { words.append(carry) }
    while words.last == 0 { words.removeLast() }
  }

  static func < (left: Natural, right: Natural) -> Bool {
    left.words.count != right.words.count
      ? left.words.count < right.words.count
      : left.words.reversed().lexicographicallyPrecedes(right.words.reversed())
  }
}
