import Domain
import Foundation
import Testing

/// Whole runs on small workspaces: `Cases/<claim>/inputs` gives `Cases/<claim>/expected`.
///
/// `KHEO_RECORD=1` rewrites what is expected and fails, so that nobody records by mistake; what
/// was recorded is reviewed with `git diff`.
struct CaseFolderTests {
  static let folder = besideTests("Cases")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test func `there are cases`() {
    #expect(Self.names.count >= 20)
  }

  @Test(arguments: names) func `a case comes out as recorded`(_ name: String) async throws {
    let folder = "\(Self.folder)/\(name)"
    let report = try await report(on: "\(folder)/inputs", through: try through(folder))
    let found = [
      "figures.csv": lines(
        ["figure,value"]
          + report.figures.published().filter { $0.value != 0 }.map { "\($0.id),\($0.value)" }),
      "findings.txt": lines(report.findingLines),
      "submissions.csv": lines([Self.submissionHeader] + report.submissionLines),
    ]
    for (file, text) in found.sorted(by: { $0.key < $1.key }) {
      let path = "\(folder)/expected/\(file)"
      if ProcessInfo.processInfo.environment["KHEO_RECORD"] == "1" {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/expected", withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        Issue.record("recorded \(name)/expected/\(file); review it with git diff")
        continue
      }
      let expected = String(decoding: try bytes(of: path), as: UTF8.self)
      #expect(text == expected, "\(name)/expected/\(file)")
    }
  }

  private static let submissionHeader =
    "path,period,submitter,state,encoding,delimiter,header,blank,title,numbering,total,footer,data,"
    + "counted,carried-over,duplicate,rejected,out-of-period"

  private func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// The cut-off that a case asks for in `through.txt`.
  private func through(_ folder: String) throws -> Period? {
    let path = "\(folder)/through.txt"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let text = String(decoding: try bytes(of: path), as: UTF8.self)
    let period: Period = try #require(
      Period(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    return period
  }
}
