import Domain
import Loaders
import Vietnamese

/// What the decisions of a workspace come to among its records: which models are one, which are two,
/// and which decisions no longer fit.
///
/// A decision is about models, not rows: it holds for every record of these, also for those that later
/// periods bring. A place only says which model is meant, and only as long as the two sides are a pair
/// that kheo would suspect: a line that moved must not settle something else. The order of the lines
/// does not matter.
struct DecisionResolution {
  private(set) var settled = SettledModels()
  /// In the order of the file.
  private(set) var outcomes: [DecisionOutcome] = []

  private typealias Model = DecisionSides.Model

  init(_ workspace: Workspace, _ submissions: [ReviewedSubmission]) throws(RunError) {
    let decisions = workspace.decisions.decisions
    if decisions.isEmpty { return }
    let finder = PairFinder(
      workspace, try DecisionSides(decisions, submissions, inputs: workspace.options.inputs))
    var sides: [Int: (first: [Model], second: [Model])] = [:]
    var pairs: [Int: [ModelPair]] = [:]
    var firstLines: [[String]: Int] = [:]
    for (index, decision) in decisions.enumerated() {
      if let line = firstLines[decision.saying] {
        outcomes.append(DecisionOutcome(decision: decision, state: .lapsed(.repeated(line: line))))
        continue
      }
      firstLines[decision.saying] = decision.line
      switch finder.models(of: decision) {
      case .found(let first, let second, let matching):
        outcomes.append(DecisionOutcome(decision: decision, state: .applied(records: 0)))
        sides[index] = (first, second)
        pairs[index] = matching
      case .notDue: outcomes.append(DecisionOutcome(decision: decision, state: .notDue))
      case .lapsed(let why):
        outcomes.append(DecisionOutcome(decision: decision, state: .lapsed(why)))
      }
    }
    settle(sides, pairs)
    for index in outcomes.indices {
      guard case .applied = outcomes[index].state, let side = sides[index] else { continue }
      outcomes[index].state = .applied(
        records: outcomes[index].decision.verdict == .same
          ? DecisionResolution.later(pairs[index] ?? [])
          : DecisionResolution.later(side.first, side.second))
    }
  }

  /// Joins what is the same, then lets every group that contradicts itself lapse whole, and keeps
  /// apart what is different.
  private mutating func settle(
    _ sides: [Int: (first: [Model], second: [Model])], _ pairs: [Int: [ModelPair]]
  ) {
    let all = joined(pairs)
    let contradictions = contradictions(in: all, sides)
    for (index, decision) in outcomes.enumerated() {
      guard case .applied = decision.state else { continue }
      let line: Int?
      switch decision.decision.verdict {
      case .different: line = contradictions.lineOfSame[index]
      case .same:
        line =
          pairs[index]?.lazy.compactMap {
            contradictions.lineOfDifferent[all.model(of: $0.first.identity)]
          }.first
      }
      if let line { outcomes[index].state = .lapsed(.contradiction(line: line)) }
    }
    settled = joined(pairs)
    for (index, side) in sides.sorted(by: { $0.key < $1.key }) {
      guard case .applied = outcomes[index].state, outcomes[index].decision.verdict == .different
      else { continue }
      settled.keepApart(
        (2 * index, side.first.map(\.identity)), (2 * index + 1, side.second.map(\.identity)))
    }
  }

  private func joined(_ pairs: [Int: [ModelPair]]) -> SettledModels {
    SettledModels(
      joining: outcomes.indices.flatMap { index -> [(ModelIdentity, ModelIdentity)] in
        guard case .applied = outcomes[index].state, outcomes[index].decision.verdict == .same
        else { return [] }
        return (pairs[index] ?? []).map { ($0.first.identity, $0.second.identity) }
      })
  }

  /// By `different` decision the line of one that joins its sides, and by joined model the line of
  /// the first decision that keeps it apart.
  private func contradictions(
    in all: SettledModels, _ sides: [Int: (first: [Model], second: [Model])]
  ) -> (lineOfSame: [Int: Int], lineOfDifferent: [ModelIdentity: Int]) {
    var lineOfDifferent: [ModelIdentity: Int] = [:]
    var clashing: [Int: ModelIdentity] = [:]
    for (index, side) in sides.sorted(by: { $0.key < $1.key })
    where outcomes[index].decision.verdict == .different {
      let models = Set(side.first.map { all.model(of: $0.identity) })
      for model in side.second.map({ all.model(of: $0.identity) }) where models.contains(model) {
        lineOfDifferent[model] = lineOfDifferent[model] ?? outcomes[index].decision.line
        clashing[index] = clashing[index] ?? model
      }
    }
    var lineOfJoin: [ModelIdentity: Int] = [:]
    for (index, side) in sides.sorted(by: { $0.key < $1.key })
    where outcomes[index].decision.verdict == .same {
      for model in side.first.map({ all.model(of: $0.identity) }) where lineOfJoin[model] == nil {
        lineOfJoin[model] = outcomes[index].decision.line
      }
    }
    return (clashing.compactMapValues { lineOfJoin[$0] }, lineOfDifferent)
  }

  // MARK: Records

  /// The records of the later model of each pair.
  private static func later(_ pairs: [ModelPair]) -> Int {
    var counts: [ModelIdentity: Int] = [:]
    for pair in pairs { counts[pair.later.identity] = pair.later.recordCount }
    return counts.values.reduce(0, +)
  }

  /// The records of the side that came later.
  private static func later(_ first: [Model], _ second: [Model]) -> Int {
    let starts = (first.map(\.first).min(), second.map(\.first).min())
    guard let start = starts.0, let other = starts.1 else { return 0 }
    return (start < other ? second : first).reduce(0) { $0 + $1.recordCount }
  }
}
