import Domain
import FoundationEssentials
import Testing
import Validation

struct ReadmeTests {
  private static let readme: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    let path = parts.dropLast(3).joined(separator: "/") + "/README.md"
    return (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }()

  @Test(arguments: RuleCatalogue.descriptions.map(\.id))
  func `the README has every rule with its severity and meaning`(_ id: RuleID) throws {
    let rule = try #require(RuleCatalogue.descriptions.first { $0.id == id })
    let row =
      "| `\(id.rawValue)` | \(rule.severity.rawValue) | \(rule.meaning.text(in: .vietnamese)) | "
      + "\(rule.meaning.text(in: .english)) |"
    #expect(Self.readme.contains(row))
  }
}
