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

/// Average yearly growth: (`last` ÷ `first`)^(1 ÷ `years`) − 1 in percent with one decimal,
/// halves away from zero; nothing if either is zero or no year lies between.
///
/// The root is found by trying: only multiplications, which give the same bits on every machine.
func averageGrowth(from first: Int, to last: Int, years: Int) -> Tenths? {
  guard first > 0, last > 0, years > 0 else { return nil }
  let ratio = Double(last) / Double(first)
  /// Whether growth by `halves` half-tenths of a percent a year stays at or below the ratio.
  func reaches(_ halves: Int) -> Bool {
    let factor = 1 + Double(halves) / 2000
    return (0..<years).reduce(1.0) { power, _ in power * factor } <= ratio
  }
  var (low, high) = (-2000, 2000)
  while reaches(high) { high *= 2 }
  while high - low > 1 {
    let middle = (low + high) / 2
    if reaches(middle) { low = middle } else { high = middle }
  }
  // `low` half-tenths are reached and one more is not; halves go away from zero.
  let isExact = (0..<years).reduce(1.0) { power, _ in power * (1 + Double(low) / 2000) } == ratio
  if low >= 0 { return Tenths((low + 1) / 2) }
  return Tenths(isExact || low.isMultiple(of: 2) ? -((1 - low) / 2) : low / 2)
}
