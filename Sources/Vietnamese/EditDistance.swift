/// Levenshtein distance in scalars, for naming the nearest known word.
package func editDistance(_ left: String, _ right: String) -> Int {
  let a = Array(left.unicodeScalars)
  let b = Array(right.unicodeScalars)
  var previous = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var current = [i + 1]
    for (j, y) in b.enumerated() {
      current.append(min(previous[j] + (x == y ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
    }
    previous = current
  }
  return previous[b.count]
}
