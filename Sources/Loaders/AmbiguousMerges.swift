import Domain

/// Merged cells in columns where one value for several rows could mean two things.
///
/// A number in a merged cell is the number of all its rows together, or of each; a name that of one
/// model on several rows, or of several models. A person must say.
struct AmbiguousMerges: Sendable {
  private static let columns: [Column] = [.name, .quantity, .beneficiaries, .id]

  /// For each such column the records below the first of its merges, joined and in order.
  private var records: [(column: Column, ranges: [ClosedRange<Int>])] = []

  init(_ merges: [MergedCells], _ header: SubmissionHeader?) {
    guard let header, !merges.isEmpty else { return }
    for column in Self.columns {
      guard let position = header.positions[column] else { continue }
      let below = merges.filter {
        $0.records.lowerBound > header.lastRecord && $0.records.count > 1
          && $0.positions.contains(position)
      }.map { $0.records.lowerBound + 1...$0.records.upperBound }
      let joined = Self.joined(below.sorted { $0.lowerBound < $1.lowerBound })
      if !joined.isEmpty { records.append((column, joined)) }
    }
  }

  /// The columns in which a record stands below the first row of a merge.
  func columns(ofRecord number: Int) -> [Column] {
    records.filter { Self.holds($0.ranges, number) }.map(\.column)
  }

  private static func joined(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var joined: [ClosedRange<Int>] = []
    for range in ranges {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// Whether a number is in one of some ranges in order, found by halving.
  private static func holds(_ ranges: [ClosedRange<Int>], _ number: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < number { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(number)
  }
}
