/// What decisions make of models: which identities are one model, and which are not to be suspected.
///
/// Only the identities that decisions speak of are in it.
package struct SettledModels: Sendable {
  /// Every identity that was joined with others, with the one that stands for all of them.
  package private(set) var joins: [ModelIdentity: ModelIdentity] = [:]
  /// By identity, itself settled: numbers of the sides of decisions that it is of.
  private var sides: [ModelIdentity: [Int]] = [:]
  private var apart: Set<SidePair> = []

  private struct SidePair: Hashable {
    var lower: Int
    var upper: Int

    init(_ first: Int, _ second: Int) {
      lower = min(first, second)
      upper = max(first, second)
    }
  }

  /// Joins the identities of each pair, also by way of others.
  ///
  /// What stands for them all is the lowest of them, so that the order of the pairs does not matter.
  package init(joining pairs: [(ModelIdentity, ModelIdentity)] = []) {
    for (first, second) in pairs {
      let (a, b) = (root(of: first), root(of: second))
      let (low, high) = a.precedes(b) ? (a, b) : (b, a)
      joins[low] = low
      joins[high] = low
    }
    for identity in Array(joins.keys) { joins[identity] = root(of: identity) }
  }

  private mutating func root(of identity: ModelIdentity) -> ModelIdentity {
    var root = identity
    while let next = joins[root], next != root { root = next }
    var step = identity
    while let next = joins[step], next != root {
      joins[step] = root
      step = next
    }
    return root
  }

  /// The identity under which a record is counted.
  package func model(of identity: ModelIdentity) -> ModelIdentity {
    joins.isEmpty ? identity : joins[identity, default: identity]
  }

  /// Whether decisions joined the identity with another.
  package func isJoined(_ identity: ModelIdentity) -> Bool {
    !joins.isEmpty && joins[identity] != nil
  }

  /// Notes that models of side `first` are none of side `second`, each a number of its own.
  package mutating func keepApart(
    _ first: (number: Int, identities: [ModelIdentity]),
    _ second: (number: Int, identities: [ModelIdentity])
  ) {
    for side in [first, second] {
      for identity in side.identities {
        let model = model(of: identity)
        if sides[model]?.contains(side.number) != true {
          sides[model, default: []].append(side.number)
        }
      }
    }
    apart.insert(SidePair(first.number, second.number))
  }

  /// Whether a decision keeps a settled identity apart from any other.
  package func isContested(_ model: ModelIdentity) -> Bool {
    !sides.isEmpty && sides[model] != nil
  }

  /// Whether a decision says that two settled identities are two models.
  package func areApart(_ first: ModelIdentity, _ second: ModelIdentity) -> Bool {
    guard !sides.isEmpty, let left = sides[first], let right = sides[second] else { return false }
    return left.contains { one in right.contains { apart.contains(SidePair(one, $0)) } }
  }
}

extension ModelIdentity {
  fileprivate func precedes(_ other: ModelIdentity) -> Bool {
    (high, low) < (other.high, other.low)
  }
}
