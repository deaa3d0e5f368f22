/// How many slips of typing part two keys: insertions, deletions and substitutions of a scalar,
/// and transpositions of neighbours; nothing when they are more than `limit`.
///
/// No scalar takes part in two slips (optimal string alignment). Where both keys go on alike nothing
/// is gained by a slip, so that each slip is tried only where they part. Complexity: O(length ×
/// 4^limit), for limits of two or three.
package func slipCount(
  _ left: Span<UInt32>, _ right: Span<UInt32>, limit: Int
) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  let shorter = min(left.count, right.count)
  var start = 0
  while start < shorter, left[start] == right[start] { start += 1 }
  let (a, b) = (left.count - start, right.count - start)
  if a == 0 || b == 0 { return max(a, b) }
  guard limit > 0 else { return nil }
  func rest(_ leftCount: Int, _ rightCount: Int) -> Int? {
    slipCount(
      left.extracting(droppingFirst: start + leftCount),
      right.extracting(droppingFirst: start + rightCount), limit: limit - 1)
  }
  var least = lesser(rest(1, 1), lesser(rest(1, 0), rest(0, 1)))
  if a > 1, b > 1, left[start] == right[start + 1], left[start + 1] == right[start] {
    least = lesser(least, rest(2, 2))
  }
  return least.map { $0 + 1 }
}

private func lesser(_ left: Int?, _ right: Int?) -> Int? {
  guard let left, let right else { return left ?? right }
  return min(left, right)
}
