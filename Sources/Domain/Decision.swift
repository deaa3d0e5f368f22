/// One line of `decisions.csv`: what a person decided of two records or names that may be one model.
package struct Decision: Sendable, Equatable {
  package enum Verdict: String, Sendable {
    case same, different

    package func name(in language: Language) -> String {
      switch self {
      case .same: language("là một", "the same")
      case .different: language("là hai", "different")
      }
    }
  }

  /// What one side says: a record by its place, or a model by its name.
  package enum Side: Sendable, Equatable {
    /// `submissions/2024-Q1/an-luu.csv:12`, as `see` spells it.
    case place(String)
    case name(String)

    package var text: String {
      switch self {
      case .place(let text), .name(let text): text
      }
    }
  }

  package var first: Side
  package var second: Side
  /// The names of the models that stood at the places when this was decided; blank where none is stated.
  package var firstName = ""
  package var secondName = ""
  package var verdict: Verdict
  /// Index into the register of wards; nothing where a place tells it.
  package var ward: Int?
  /// The ward as written; blank where a place tells it.
  package var writtenWard: String
  package var reason: String
  package var who: String
  /// `YYYY-MM-DD`.
  package var date: String
  /// 1-based line of `decisions.csv`.
  package var line: Int

  package init(
    first: Side, second: Side, verdict: Verdict, ward: Int?, writtenWard: String = "",
    reason: String,
    who: String, date: String, line: Int
  ) {
    self.first = first
    self.second = second
    self.verdict = verdict
    self.ward = ward
    self.writtenWard = writtenWard
    self.reason = reason
    self.who = who
    self.date = date
    self.line = line
  }

  /// What it says, whoever says it and when: equal for two lines of which one is enough.
  package var saying: [String] {
    [verdict.rawValue, ward.map { "\($0)" } ?? ""] + [first.text, second.text].sorted()
  }

  /// Both sides as reports show them: with the names, where the file states them beside places.
  package var shownSides: [String] {
    [(first, firstName), (second, secondName)].map { side, name in
      name.isEmpty ? side.text : "\(side.text) (\(name))"
    }
  }

  /// Where decisions stand, relative to the inputs folder.
  package static let path = "decisions.csv"
}

/// What became of a decision in a run.
package struct DecisionOutcome: Sendable, Equatable {
  package enum State: Sendable, Equatable {
    /// It holds, for so many records: those of the model that came later.
    case applied(records: Int)
    /// A record that it names is of a submission that is not due yet.
    case notDue
    case lapsed(Lapse)
  }

  /// Why a decision no longer fits its rows.
  package enum Lapse: Sendable, Equatable {
    /// No counted record stands at this place.
    case noRecord(String)
    /// Another model stands at this place than the decision says: its name, and the one that was meant.
    case otherModel(at: String, found: String, meant: String)
    /// No record of the ward has this name.
    case noModel(String)
    /// Both sides are one model already.
    case sameModel
    /// The records at the places are not, or no longer, two that kheo would suspect.
    case notSuspected
    /// A name means several models of the ward, and none of them goes with the other side.
    case severalModels(String)
    /// It says again what the decision on this line says.
    case repeated(line: Int)
    /// It contradicts the decision on this line, or several of which this is the first.
    case contradiction(line: Int)
  }

  package var decision: Decision
  package var state: State

  package init(decision: Decision, state: State) {
    self.decision = decision
    self.state = state
  }
}
