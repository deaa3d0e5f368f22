/// How many slips of typing part two keys: insertions, deletions and substitutions of a scalar,
/// and transpositions of neighbours; nothing when they are more than `limit`.
///
/// No scalar takes part in two slips (optimal string alignment). Only the diagonals within `limit`
/// are looked at. Complexity: O(length × limit).
package func slipCount(
  _ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>, limit: Int
) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
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
