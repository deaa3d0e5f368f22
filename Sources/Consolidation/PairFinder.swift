import Domain
import Loaders
import Vietnamese

/// Two models that a decision puts side by side.
struct ModelPair {
  var first: DecisionSides.Model
  var second: DecisionSides.Model

  /// The one of which the first record comes later.
  var later: DecisionSides.Model { first.first < second.first ? second : first }
}

/// Finds the models that a decision speaks of, or why it has lapsed.
struct PairFinder {
  typealias Model = DecisionSides.Model

  enum Finding {
    /// The models of both sides, and which of them go together.
    case found(
      [Model], [Model], pairs: [ModelPair])
    case notDue
    case lapsed(DecisionOutcome.Lapse)
  }

  private let sides: DecisionSides
  private let names: DecidedNames
  private let notDue: Set<String>

  init(_ workspace: Workspace, _ sides: DecisionSides) {
    self.sides = sides
    names = workspace.decisions.names
    notDue = Set((workspace.files + workspace.laterFiles).filter { !$0.isDue }.map(\.path))
  }

  func models(of decision: Decision) -> Finding {
    for case .place(let text) in [decision.first, decision.second]
    where notDue.contains(DecisionSides.path(of: text)) {
      return .notDue
    }
    let ward =
      decision.ward.map { UInt16(truncatingIfNeeded: $0) }
      ?? placedWard(decision.first) ?? placedWard(decision.second)
    let found = [decision.first, decision.second].map { models(of: $0, in: ward) }
    for (side, models) in zip([decision.first, decision.second], found) where models.isEmpty {
      switch side {
      case .place(let text): return .lapsed(.noRecord(text))
      case .name(let text): return .lapsed(.noModel(text))
      }
    }
    return otherModel(decision).map { .lapsed($0) } ?? pairing(decision, found[0], found[1])
  }

  /// What speaks against a decision that states names: a place at which another one stands by now.
  private func otherModel(_ decision: Decision) -> DecisionOutcome.Lapse? {
    let sides = [(decision.first, decision.firstName), (decision.second, decision.secondName)]
    for case (.place(let text), let meant) in sides where !meant.isEmpty {
      let found = self.sides.placedNames[text] ?? ""
      if !DecidedNames.isOneName(found, meant) {
        return .otherModel(at: text, found: found, meant: meant)
      }
    }
    return nil
  }

  private func placedWard(_ side: Decision.Side) -> UInt16? {
    if case .place(let text) = side { sides.placed[text]?.ward } else { nil }
  }

  private func models(of side: Decision.Side, in ward: UInt16?) -> [Model] {
    switch side {
    case .place(let text): return sides.placed[text].map { [$0] } ?? []
    case .name(let text):
      guard let ward else { return [] }
      return sides.named[DecisionSides.NameInWard(ward: ward, name: names.number(ofName: text))]
        ?? []
    }
  }

  private func pairing(_ decision: Decision, _ first: [Model], _ second: [Model]) -> Finding {
    let identities = Set(first.map(\.identity))
    if second.contains(where: { identities.contains($0.identity) }) { return .lapsed(.sameModel) }
    let several = (first.count > 1 ? decision.first : decision.second).text
    if case (.name, .name) = (decision.first, decision.second) {
      if decision.verdict == .different { return .found(first, second, pairs: []) }
      let pairs = belonging(first, second)
      return pairs.isEmpty
        ? .lapsed(.severalModels(several)) : .found(first, second, pairs: pairs)
    }
    // One of the sides is a place, and so one model.
    var pairs = suspected(first, second, areNear: areNear(decision))
    if pairs.isEmpty { return .lapsed(.notSuspected) }
    if decision.verdict == .same, pairs.count > 1 {
      pairs = pairs.filter { Home($0.first) == Home($0.second) }
      if pairs.isEmpty { return .lapsed(.severalModels(several)) }
    }
    return .found(pairs.map(\.first), pairs.map(\.second), pairs: pairs)
  }

  private func areNear(_ decision: Decision) -> Bool {
    name(of: decision.first).isNear(name(of: decision.second))
  }

  /// The pairs that kheo would suspect of being one.
  private func suspected(_ first: [Model], _ second: [Model], areNear: Bool) -> [ModelPair] {
    var pairs: [ModelPair] = []
    for one in first {
      for other in second where one.ward == other.ward {
        let hamletsFit = one.hamlet == 0 || other.hamlet == 0 || one.hamlet == other.hamlet
        if hamletsFit, areNear || one.looseKey == other.looseKey {
          pairs.append(ModelPair(first: one, second: other))
        }
      }
    }
    return pairs
  }

  /// Where a model is at home: its name apart, what it is told by in its ward.
  private struct Home: Hashable {
    var hamlet: UInt64
    var owner: Owner

    init(_ model: Model) {
      hamlet = model.hamlet
      owner = model.owner
    }
  }

  /// The models of two names that are to be one: those of the same hamlet and owner; where each name
  /// means one model only, these two.
  private func belonging(_ first: [Model], _ second: [Model]) -> [ModelPair] {
    if first.count == 1, second.count == 1 {
      return [ModelPair(first: first[0], second: second[0])]
    }
    let homes = Dictionary(
      first.map { (Home($0), $0) }, uniquingKeysWith: { earlier, _ in earlier })
    return second.compactMap { model in
      homes[Home(model)].map { ModelPair(first: $0, second: model) }
    }
  }

  private func name(of side: Decision.Side) -> ComparedName {
    switch side {
    case .place(let text): ComparedName(sides.placedNames[text] ?? "")
    case .name(let text): ComparedName(text)
    }
  }
}
