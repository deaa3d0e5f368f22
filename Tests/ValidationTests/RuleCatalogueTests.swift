import Domain
import Testing
import Validation

struct RuleCatalogueTests {
  @Test func `the catalogue holds every rule exactly once`() {
    let ids = RuleCatalogue.descriptions.map(\.id)
    #expect(ids.count == RuleID.allCases.count)
    #expect(Set(ids) == Set(RuleID.allCases))
  }

  @Test(arguments: RuleID.allCases)
  func `every rule is described in both languages`(_ id: RuleID) throws {
    let description = try #require(RuleCatalogue.descriptions.first { $0.id == id })
    #expect(description.id == id)
    for language in Language.allCases {
      for text in [description.meaning, description.example, description.advice] {
        #expect(text.text(in: language).contains { $0.isLetter || $0.isNumber })
      }
      #expect(!description.level.name(in: language).isEmpty)
    }
    #expect(
      description.meaning.text(in: .vietnamese) != description.meaning.text(in: .english))
    #expect(description.advice.text(in: .vietnamese) != description.advice.text(in: .english))
  }

  /// SPEC §2–§6, the limits and the old encodings, by severity.
  private static let spec: [Severity: Set<String>] = [
    .error: [
      "unknown-submitter", "invalid-encoding", "stray-quote", "unclosed-quote", "duplicate-column",
      "missing-column", "no-header", "ragged-record", "missing-value", "ward-mismatch",
      "unknown-field", "unknown-ward", "invalid-year", "invalid-quarter", "invalid-quantity",
      "declared-total-mismatch", "duplicate-record", "field-conflict", "repeated-file",
      "control-total-mismatch", "oversized-cell", "oversized-record", "too-many-columns",
      "unclear-encoding", "damaged-text",
    ],
    .warning: [
      "unread-file", "empty-submission", "ward-not-in-force", "out-of-period", "year-changed",
      "quantity-changed", "suspected-duplicate", "missing-submission", "legacy-encoding",
      "near-duplicate", "lapsed-decision",
    ],
    .info: ["unknown-column", "ward-inferred"],
  ]

  @Test(arguments: Severity.allCases)
  func `severities are those of SPEC`(_ severity: Severity) throws {
    let ids = RuleCatalogue.descriptions.filter { $0.severity == severity }.map(\.id.rawValue)
    let spec = try #require(Self.spec[severity])
    #expect(spec.subtracting(ids).isEmpty)
  }
}
