/// What a release was made from, by what, with which arguments: the document `provenance.json`,
/// schema 1.
///
/// Fields that are nothing are left out. Reading one back is how an audit knows what to recount.
package struct Provenance: Codable, Sendable, Equatable {
  package struct Arguments: Codable, Sendable, Equatable {
    package var through: String?
    package var language: String

    package init(through: String?, language: String) {
      self.through = through
      self.language = language
    }
  }

  package struct Years: Codable, Sendable, Equatable {
    package var from: Int
    package var to: Int

    package init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }

  /// A settings or register file.
  package struct Source: Codable, Sendable, Equatable {
    package var path: String
    package var bytes: Int
    package var sha256: String

    package init(path: String, bytes: Int, sha256: String) {
      self.path = path
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  package struct Submission: Codable, Sendable, Equatable {
    package var path: String
    package var period: String?
    /// The code of who sent it; nothing when that is unknown.
    package var submitter: String?
    /// `read` or `not due`.
    package var state: String
    package var bytes: Int?
    package var sha256: String?

    package init(
      path: String, period: String?, submitter: String?, state: String, bytes: Int?,
      sha256: String?
    ) {
      self.path = path
      self.period = period
      self.submitter = submitter
      self.state = state
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  /// A line of decisions.csv, and what became of it.
  package struct Decision: Codable, Sendable, Equatable {
    package var line: Int
    package var first: String
    package var second: String
    /// As written; blank where a place tells it.
    package var ward: String
    /// `same` or `different`.
    package var decision: String
    package var reason: String
    package var who: String
    package var date: String
    /// `applied`, `not due` or `lapsed`.
    package var state: String
    /// Of one that was applied: how many records it settled.
    package var records: Int?

    package init(_ outcome: DecisionOutcome) {
      let decision = outcome.decision
      line = decision.line
      first = decision.first.text
      second = decision.second.text
      ward = decision.writtenWard
      self.decision = decision.verdict.rawValue
      reason = decision.reason
      who = decision.who
      date = decision.date
      switch outcome.state {
      case .applied(let count): (state, records) = ("applied", count)
      case .notDue: state = "not due"
      case .lapsed: state = "lapsed"
      }
    }
  }

  package var schema: Int
  package var generator: String
  package var version: String
  package var arguments: Arguments
  package var cutoff: String
  package var period: Years
  /// Sorted by path.
  package var sources: [Source]
  /// Sorted by path.
  package var submissions: [Submission]
  /// Data records read, and by disposition.
  package var records: [String: Int]
  /// In the order of their file; nothing where there is none.
  package var decisions: [Decision]?

  /// What `report` was made from, by kheo of `version`.
  package init(_ report: Report, version: String) {
    schema = 1
    generator = "kheo"
    self.version = version
    arguments = Arguments(
      through: report.cutoffArgument?.description, language: report.language.rawValue)
    cutoff = report.cutoff.description
    period = Years(
      from: report.settings.years.lowerBound, to: report.settings.years.upperBound)
    sources = report.sources.sorted { bytesPrecede($0.path, $1.path) }.map {
      Source(path: $0.path, bytes: $0.byteCount, sha256: $0.sha256)
    }
    submissions = report.submissions.map { submission in
      let code = report.registers.code(of: submission.file.submitter)
      return Submission(
        path: submission.file.path, period: submission.file.period?.description,
        submitter: code.isEmpty ? nil : code,
        state: submission.file.isDue ? "read" : "not due", bytes: submission.byteCount,
        sha256: submission.sha256)
    }
    decisions = report.decisions.isEmpty ? nil : report.decisions.map { Decision($0) }
    let totals = report.figures.recordTotals
    records = ["read": totals.total]
    for disposition in Disposition.allCases {
      records[disposition.rawValue] = totals[disposition]
    }
  }
}
