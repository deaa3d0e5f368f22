/// How many slips of typing part two keys: insertions, deletions and substitutions of a scalar,
/// and transpositions of neighbours; nothing when they are more than `limit`.
///
/// No scalar takes part in two slips (optimal string alignment). What both begin and end with is left
/// out, and only the diagonals within `limit` are looked at. Complexity: O(length × limit).
package func slipCount(
  _ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>, limit: Int
) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  let shorter = min(left.count, right.count)
  var start = 0
  while start < shorter, left[left.startIndex + start] == right[right.startIndex + start] {
    start += 1
  }
  var end = 0
  while end < shorter - start, left[left.endIndex - 1 - end] == right[right.endIndex - 1 - end] {
    end += 1
  }
  return differingSlipCount(
    left.dropFirst(start).dropLast(end), right.dropFirst(start).dropLast(end), limit: limit)
}

/// The same of keys that begin and end differently, or of which one is empty.
private func differingSlipCount(
  _ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>, limit: Int
) -> Int? {
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  let (a, b) = (left.startIndex, right.startIndex)
  let unreachable = limit + 1
  var beforeLast = [Int](repeating: unreachable, count: right.count + 1)
  var last = (0...right.count).map { min($0, unreachable) }
  var row = last
  for i in stride(from: 1, through: left.count, by: 1) {
    for column in row.indices { row[column] = unreachable }
    if i <= limit { row[0] = i }
    for j in stride(from: max(1, i - limit), through: min(right.count, i + limit), by: 1) {
      let isEqual = left[a + i - 1] == right[b + j - 1]
      var best = min(last[j - 1] + (isEqual ? 0 : 1), last[j] + 1, row[j - 1] + 1)
      if i > 1, j > 1, left[a + i - 1] == right[b + j - 2], left[a + i - 2] == right[b + j - 1] {
        best = min(best, beforeLast[j - 2] + 1)
      }
      row[j] = min(best, unreachable)
    }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[right.count] <= limit ? last[right.count] : nil
}
