import Domain
import Vietnamese

/// A finding as one line: place first, then what, then what to do, and the rule.
func findingLine(_ finding: Finding, _ language: Language, _ colors: Colors) -> String {
  let place = colors.bold(displayed(finding.place.reference))
  let severity = colors.severity(finding.severity, finding.severity.name(in: language))
  return "\(place): \(severity): \(displayed(finding.message)) [\(finding.rule.rawValue)]"
}
