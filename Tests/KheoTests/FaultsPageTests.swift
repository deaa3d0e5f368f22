import FoundationEssentials
import Testing

/// `Documentation/Faults.md` names tests that are there.
@Suite struct `The page of faults` {
  private static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// The cells of every row of its tables but their headings.
  private static func rows() throws -> [[String]] {
    try String(contentsOfFile: root + "/Documentation/Faults.md", encoding: .utf8)
      .split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| Hazard |") }
      .map { line in
        line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
          .map { $0.trimmed() }
      }
  }

  /// The names of all tests.
  private static func testNames() throws -> Set<String> {
    var names: Set<String> = []
    let files = FileManager.default.enumeratedPaths(under: root + "/Tests")
      .filter { $0.hasSuffix(".swift") }
    for file in files {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      names.formUnion(text.matches(of: /func `([^`]+)`/).map { String($0.1) })
    }
    return names
  }

  @Test func `names for every hazard tests that are there, or says why there is none`() throws {
    let rows = try Self.rows()
    let names = try Self.testNames()
    #expect(rows.count > 60)
    #expect(names.count > 600)
    for row in rows {
      try #require(row.count == 3, "\(row)")
      let tests = row[2].matches(of: /`([^`]+)`/).map { String($0.1) }
      #expect(!tests.isEmpty || row[1].hasPrefix("No test: "), "\(row[0])")
      for test in tests { #expect(names.contains(test), "\(row[0])") }
    }
  }
}

extension Substring {
  /// Without spaces at both ends.
  fileprivate func trimmed() -> String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension FileManager {
  /// The paths of all files below a folder.
  fileprivate func enumeratedPaths(under folder: String) -> [String] {
    ((try? subpathsOfDirectory(atPath: folder)) ?? []).map { "\(folder)/\($0)" }
  }
}
