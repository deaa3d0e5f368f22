import Foundation
import Testing

@testable import Vietnamese

/// What the comparison of names finds in pairs that a person has labelled; the figures are those that
/// the README states.
struct LabelledPairsTests {
  struct Pair {
    var isSame: Bool
    var kind: String
    var first: String
    var second: String
    var isNear: Bool { ComparedName(first).isNear(ComparedName(second)) }
  }

  @Test func `precision and recall are those of the README`() throws {
    for (file, expected) in [
      ("pairs", "375 · 187 · 162 · 158 · 98 % · 84 %"),
      ("later-pairs", "60 · 28 · 22 · 21 · 95 % · 75 %"),
    ] {
      let pairs = try Self.pairs(file)
      let near = pairs.filter(\.isNear)
      let right = near.count(where: \.isSame)
      let same = pairs.count(where: \.isSame)
      let figures =
        "\(pairs.count) · \(same) · \(near.count) · \(right) · "
        + "\(percent(right, near.count)) · \(percent(right, same))"
      #expect(figures == expected)
      #expect(
        try Self.readme().contains("| `\(file).csv` · \(figures) |".replacing(" · ", with: " | ")))
    }
  }

  /// Whole percent, half up.
  private func percent(_ part: Int, _ whole: Int) -> String {
    "\((part * 200 + whole) / (2 * whole)) %"
  }

  @Test func `no pair is alike already, and none stands there twice`() throws {
    let pairs = try Self.pairs("pairs") + Self.pairs("later-pairs")
    #expect(Set(pairs.map { "\($0.first)|\($0.second)" }).count == pairs.count)
    for pair in pairs {
      #expect(ComparedName(pair.first).loose != ComparedName(pair.second).loose, "\(pair.first)")
    }
  }

  @Test func `which name comes first does not matter`() throws {
    for pair in try Self.pairs() {
      #expect(ComparedName(pair.second).isNear(ComparedName(pair.first)) == pair.isNear)
    }
  }

  static func pairs(_ file: String = "pairs") throws -> [Pair] {
    let folder = (#filePath as NSString).deletingLastPathComponent
    let text = try String(
      contentsOfFile: "\(folder)/NearDuplicates/\(file).csv", encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = cells(of: line)
      return Pair(
        isSame: cells[0] == "same", kind: cells[1], first: cells[2], second: cells[3])
    }
  }

  /// The cells of a line that holds no doubled quotes.
  private static func cells(of line: Substring) -> [String] {
    var cells: [String] = []
    for (index, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      if index.isMultiple(of: 2) {
        cells += part.split(separator: ",").map(String.init)
      } else {
        cells.append(String(part))
      }
    }
    return cells
  }

  private static func readme() throws -> String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return try String(
      contentsOfFile: parts.dropLast(3).joined(separator: "/") + "/README.md", encoding: .utf8)
  }
}
