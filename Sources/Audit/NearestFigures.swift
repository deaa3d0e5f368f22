import Domain

/// The ids of `ids` that are most like `id`, nearest first and equally near ones bytewise; none
/// when nothing is like it.
///
/// Letter case, and the order in which dimensions are given, do not matter; a code that is not
/// known costs at most `codeCost`, so that the same figure of another ward comes before another
/// figure. The distance is the Levenshtein distance in bytes, never computed further than needed:
/// linear in the number of ids.
package func nearestFigures(
  to id: String, among ids: some Sequence<String>, limit: Int = 3
) -> [String] {
  let wanted = FigureShape(id)
  guard limit > 0, wanted.byteCount > 0, wanted.byteCount <= 200 else { return [] }
  var nearest: [(id: String, distance: Int)] = []
  // What is nearer is like it; the k-th best draws the line closer and closer.
  var bound = max(3, wanted.byteCount / 2)
  for id in ids {
    guard let distance = wanted.distance(to: FigureShape(id), atMost: bound),
      !nearest.contains(where: { isSame($0.id, id) })
    else { continue }
    let place = nearest.firstIndex {
      distance < $0.distance || (distance == $0.distance && bytesPrecede(id, $0.id))
    }
    nearest.insert((id, distance), at: place ?? nearest.count)
    if nearest.count > limit { nearest.removeLast() }
    if nearest.count == limit, let last = nearest.last { bound = min(bound, last.distance) }
  }
  return nearest.map(\.id)
}

/// What an unknown code in an otherwise known figure counts at most, in bytes to change.
private let codeCost = 5

/// A figure id taken apart: `registered`, `field` = `kt`, `year` = `2023`; in lower case, dimensions
/// sorted.
private struct FigureShape {
  private struct Dimension {
    var name: ArraySlice<UInt8>
    var code: ArraySlice<UInt8>
  }

  private var family: [UInt8] = []
  private var dimensions: [Dimension] = []
  /// Everything together, in order.
  private var text: [UInt8] = []

  var byteCount: Int { text.count }

  init(_ id: String) {
    let lower = id.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let dot = UInt8(ascii: ".")
    for part in lower.split(separator: dot, omittingEmptySubsequences: false) {
      if let equals = part.firstIndex(of: UInt8(ascii: "=")) {
        dimensions.append(Dimension(name: part[..<equals], code: part[(equals + 1)...]))
      } else if dimensions.isEmpty {
        if !family.isEmpty { family.append(dot) }
        family += part
      } else {
        dimensions.append(Dimension(name: [], code: part))
      }
    }
    if dimensions.count > 1 {
      dimensions.sort {
        $0.name.elementsEqual($1.name)
          ? $0.code.lexicographicallyPrecedes($1.code) : $0.name.lexicographicallyPrecedes($1.name)
      }
    }
    text = family
    for dimension in dimensions {
      text.append(dot)
      text += dimension.name
      if !dimension.name.isEmpty { text.append(UInt8(ascii: "=")) }
      text += dimension.code
    }
  }

  /// How far another id is from this one; nothing when it is farther than `bound`.
  func distance(to other: FigureShape, atMost bound: Int) -> Int? {
    if let distance = distanceOfCodes(other), distance <= bound { return distance }
    return boundedDistance(text, other.text, atMost: bound)
  }

  /// The distance of two ids that differ in codes only; nothing for others.
  private func distanceOfCodes(_ other: FigureShape) -> Int? {
    guard family == other.family, dimensions.count == other.dimensions.count,
      zip(dimensions, other.dimensions).allSatisfy({ $0.name.elementsEqual($1.name) })
    else { return nil }
    return zip(dimensions, other.dimensions).reduce(0) { sum, pair in
      sum
        + (boundedDistance(Array(pair.0.code), Array(pair.1.code), atMost: codeCost) ?? codeCost)
    }
  }
}

/// The Levenshtein distance in bytes; nothing when it is more than `bound`.
///
/// Only the cells near the diagonal are filled: O(length × bound).
func boundedDistance(_ left: [UInt8], _ right: [UInt8], atMost bound: Int) -> Int? {
  guard abs(left.count - right.count) <= bound else { return nil }
  if left == right { return 0 }
  let beyond = bound + 1
  var previous = (0...right.count).map { min($0, beyond) }
  var current = Array(repeating: beyond, count: right.count + 1)
  for (row, byte) in left.enumerated() {
    let first = max(1, row + 1 - bound)
    let last = min(right.count, row + 1 + bound)
    current[first - 1] = first == 1 ? min(row + 1, beyond) : beyond
    var least = current[first - 1]
    for column in stride(from: first, through: last, by: 1) {
      let replaced = previous[column - 1] + (byte == right[column - 1] ? 0 : 1)
      current[column] = min(replaced, previous[column] + 1, current[column - 1] + 1, beyond)
      least = min(least, current[column])
    }
    if last < right.count { current[last + 1] = beyond }
    if least > bound { return nil }
    swap(&previous, &current)
  }
  return previous[right.count] <= bound ? previous[right.count] : nil
}
