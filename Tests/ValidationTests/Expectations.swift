import Domain
import Testing

/// A submission with a name, in which a rule must be silent.
struct NearMiss: Sendable, CustomTestStringConvertible {
  let name: String
  let sent: Sent

  init(_ name: String, _ csv: String) { self.init(name, Sent(csv)) }

  init(_ name: String, _ sent: Sent) {
    self.name = name
    self.sent = sent
  }

  var testDescription: String { name }
}

/// A finding without its message, and its message in both languages.
struct Expected {
  var severity: Severity
  var place: Place
  var value = ""
  var see = ""
  var vietnamese: String
  var english: String

  func finding(_ rule: RuleID, in language: Language) -> Finding {
    Finding(
      severity: severity, rule: rule, place: place, value: value,
      message: language(vietnamese, english), see: see)
  }
}

/// The place of a record or cell in the file that all tests send.
func place(line: Int? = nil, record: Int? = nil, column: String = "") -> Place {
  Place(path: "submissions/2023/an-luu.csv", line: line, record: record, column: column)
}

/// Expects exactly these findings of a rule in a submission, whole, in both languages.
func expect(
  _ rule: RuleID, in sent: Sent, _ expected: Expected...,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  for language in Language.allCases {
    #expect(
      try reviewed(sent, in: language).findings(of: rule)
        == expected.map { $0.finding(rule, in: language) },
      sourceLocation: sourceLocation)
  }
}

/// Expects a finding that no submission is read for, whole, in both languages.
func expect(
  _ rule: RuleID, _ expected: Expected, sourceLocation: SourceLocation = #_sourceLocation,
  from findings: (Language) -> [Finding]
) {
  for language in Language.allCases {
    #expect(
      findings(language) == [expected.finding(rule, in: language)], sourceLocation: sourceLocation)
  }
}

/// Expects a rule to be silent in a submission that has data records.
func expectSilence(
  of rule: RuleID, in miss: NearMiss, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let found = try reviewed(miss.sent)
  #expect(found.findings(of: rule).isEmpty, sourceLocation: sourceLocation)
  #expect(found.reading.recordCount > 0, sourceLocation: sourceLocation)
}
