import Aggregation
import Domain
import Vietnamese

/// The candidates for near names that hold once their texts are looked at.
struct NearPairs {
  /// At most one a model: it and the earliest whose name is near.
  private(set) var pairs: [CountedPair] = []
  /// Models for which none was found, and some were left out.
  private(set) var uncomparedModels = 0

  /// Compares the names that `records` hold.
  init(_ candidates: [NearCandidates], in records: WardRecords) {
    var keys = KeyMaker()
    var known: [RowReference: ComparedName] = [:]
    func name(_ row: RowReference) -> ComparedName {
      if let name = known[row] { return name }
      let name = records.comparedName(of: row, &keys)
      known[row] = name
      return name
    }
    for candidate in candidates {
      let own = name(candidate.row)
      if let other = candidate.others.first(where: { name($0).isNear(own) }) {
        pairs.append(CountedPair(rule: .nearDuplicate, row: candidate.row, other: other))
      } else if candidate.isCut {
        uncomparedModels += 1
      }
    }
  }
}
