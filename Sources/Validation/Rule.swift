package import Domain
import Vietnamese

/// A thing that can be wrong, with everything a person may want to know of it.
///
/// One rule, one file; its id is permanent.
package protocol Rule: Sendable {
  static var description: RuleDescription { get }
}

/// What the catalogue says of a rule (`kheo rules`).
package struct RuleDescription: Sendable {
  package var id: RuleID
  package var severity: Severity
  package var level: RuleLevel
  package var meaning: BilingualText
  /// A case in which it speaks.
  package var example: BilingualText
  /// What the reader of the finding does.
  package var advice: BilingualText

  init(
    _ id: RuleID, _ severity: Severity, _ level: RuleLevel, meaning: BilingualText,
    example: BilingualText, advice: BilingualText
  ) {
    self.id = id
    self.severity = severity
    self.level = level
    self.meaning = meaning
    self.example = example
    self.advice = advice
  }
}

/// What a rule looks at.
package enum RuleLevel: String, Sendable {
  case workspace, submission, record, counting

  package func name(in language: Language) -> String {
    switch self {
    case .workspace: language("bộ hồ sơ", "workspace")
    case .submission: language("tệp", "submission")
    case .record: language("bản ghi", "record")
    case .counting: language("phép đếm", "counting")
    }
  }
}

/// One text in both languages.
package struct BilingualText: Sendable {
  private var vietnamese: String
  private var english: String

  init(_ vietnamese: String, _ english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  package func text(in language: Language) -> String { language(vietnamese, english) }
}

extension Rule {
  /// A finding of this rule; what was written there is told without a control or hidden character.
  static func finding(
    at place: Place, value: String = "", see: String = "", _ message: String
  ) -> Finding {
    var place = place
    place.column = displayedInCell(place.column)
    return Finding(
      severity: description.severity, rule: description.id, place: place,
      value: displayedInCell(value), message: message, see: see)
  }
}

/// A rule that looks at one record.
protocol RecordRule: Rule {
  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding?
}

/// What was read of a cell as a message may quote it: no control characters, and not endless.
func quoted(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let isLong =
    text.utf8.count > 80
    && scalars.index(scalars.startIndex, offsetBy: 81, limitedBy: scalars.endIndex) != nil
  return "“\(displayed(isLong ? String(scalars.prefix(79)) + "…" : text))”"
}
