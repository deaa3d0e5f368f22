import Domain
import TestSupport
import Testing

@testable import Audit

struct TextComparisonTests {
  private func compare(
    expected: [UInt8], found: [UInt8], pieceSize: Int = 1 << 16
  ) throws -> LineDifferences {
    let folder = try TemporaryFolder()
    try folder.write(found, to: "summary.txt")
    var comparison = try TextComparison(path: folder.file("summary.txt"), name: "summary.txt")
    for start in stride(from: 0, to: expected.count, by: pieceSize) {
      try comparison.expect(Array(expected[start..<min(start + pieceSize, expected.count)]))
    }
    return try comparison.finish()
  }

  private func compare(_ expected: String, _ found: String) throws -> [String] {
    try compare(expected: Array(expected.utf8), found: Array(found.utf8))
      .messages(in: .vietnamese)
  }

  private func numbered(_ numbers: some Sequence<Int>) -> [String] { numbers.map { "dòng \($0)" } }
  private func text(_ lines: [String]) -> [UInt8] { Array(lines.map { "\($0)\n" }.joined().utf8) }

  @Test func `equal texts have no differences, whatever the pieces`() throws {
    let text = text(numbered(1...5000))
    for pieceSize in [1, 7, 4096, 1 << 20] {
      #expect(try compare(expected: text, found: text, pieceSize: pieceSize).isEmpty)
    }
    #expect(try compare("", "").isEmpty)
  }

  @Test func `a changed line is told with both texts`() throws {
    let messages = try compare("a\nb\nc\n", "a\nx\nc\n")
    #expect(messages == ["summary.txt:2: phải là “b”, nhưng là “x”"])
  }

  @Test func `one line put in, or taken out, is one difference`() throws {
    let lines = numbered(1...3000)
    var longer = lines
    longer.insert("thêm", at: 1500)
    #expect(
      try compare(expected: text(lines), found: text(longer)).messages(in: .vietnamese) == [
        "summary.txt:1501: dòng thừa: “thêm”"
      ])
    #expect(
      try compare(expected: text(longer), found: text(lines)).messages(in: .vietnamese) == [
        "summary.txt: thiếu dòng 1501: “thêm”"
      ])
  }

  @Test func `ninety lines taken out are ninety differences, and the rest goes on alike`() throws {
    let lines = numbered(1...1000)
    let shorter = Array(lines[..<200] + lines[290...])
    let differences = try compare(expected: text(lines), found: text(shorter))
    #expect(differences.count == 90)
    #expect(differences.first.count == 20)
    #expect(
      differences.messages(in: .english).suffix(2) == [
        "summary.txt: line 220 is missing: “dòng 220”", "summary.txt: 70 more lines differ",
      ])
  }

  @Test func `lines missing at the end, or too many there, are told`() throws {
    #expect(
      try compare("a\nb\nc\n", "a\n") == [
        "summary.txt: thiếu dòng 2: “b”", "summary.txt: thiếu dòng 3: “c”",
      ])
    #expect(try compare("a\n", "a\nb\n") == ["summary.txt:2: dòng thừa: “b”"])
    #expect(try compare("", "a\n") == ["summary.txt:1: dòng thừa: “a”"])
  }

  @Test func `a line end that is missing or another one is told as such`() throws {
    #expect(try compare("a\n", "a") == ["summary.txt:1: ký tự xuống dòng khác: “a”"])
    #expect(try compare("a\r\nb\r\n", "a\nb\r\n") == ["summary.txt:1: ký tự xuống dòng khác: “a”"])
  }

  @Test func `long lines are shown near the place where they differ`() throws {
    let long = String(repeating: "ố", count: 100_000)
    let messages = try compare("\(long)a\(long)\n", "\(long)b\(long)\n")
    #expect(messages.count == 1)
    #expect(messages[0].utf8.count < 1500)
    #expect(messages[0].contains("ốốa") && messages[0].contains("ốốb"))
    #expect(!messages[0].contains("\u{FFFD}"))
  }

  @Test func `texts with nothing in common are compared in linear time`() throws {
    let differences = try compare(
      expected: text(numbered(0..<20_000)), found: text(numbered(30_000..<52_000)))
    #expect(differences.count == 22_000)
  }

  /// Every edit is told, and never more lines than a comparison line by line would tell.
  @Test func `the count lies between what was changed and what follows the change`() throws {
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<200 {
      let lines = (0..<numbers.below(400)).map { _ in "\(numbers.below(50))" }
      var other = lines
      for _ in 0..<numbers.below(4) {
        let index = numbers.below(other.count + 1)
        switch numbers.below(3) {
        case 0: other.insert("mới", at: index)
        case 1 where index < other.count: other.remove(at: index)
        default: if index < other.count { other[index] = "đổi" }
        }
      }
      let pieceSize = 1 + numbers.below(300)
      let there = try compare(expected: text(lines), found: text(other), pieceSize: pieceSize)
      let whole = try compare(expected: text(lines), found: text(other))
      #expect(there == whole)
      #expect(there.isEmpty == (lines == other))
      #expect(there.count <= max(lines.count, other.count))
    }
  }

  @Test func `messages are bilingual`() {
    let cases: [(LineDifference, String, String)] = [
      (
        difference(3, 4, "a", "b"), "t:4: phải là “a”, nhưng là “b”",
        "t:4: should be “a”, but is “b”"
      ),
      (difference(3, nil, "a", ""), "t: thiếu dòng 3: “a”", "t: line 3 is missing: “a”"),
      (difference(nil, 4, "", "b"), "t:4: dòng thừa: “b”", "t:4: a line too many: “b”"),
      (
        difference(3, 4, "a", "a", lineEnd: true), "t:4: ký tự xuống dòng khác: “a”",
        "t:4: the line end differs: “a”"
      ),
    ]
    for (difference, vietnamese, english) in cases {
      #expect(difference.message("t", .vietnamese) == vietnamese)
      #expect(difference.message("t", .english) == english)
    }
  }

  private func difference(
    _ expectedLine: Int?, _ foundLine: Int?, _ expected: String, _ found: String,
    lineEnd: Bool = false
  ) -> LineDifference {
    LineDifference(
      expectedLine: expectedLine, foundLine: foundLine, expected: expected, found: found,
      differsInLineEnd: lineEnd)
  }

  @Test func `a writer that hands pieces to a closure can be compared`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a\nb\n", to: "t")
    var comparison = try TextComparison(path: folder.file("t"), name: "t")
    func write(_ output: @escaping ([UInt8]) throws -> Void) throws {
      for line in ["a\n", "b\n"] { try output(Array(line.utf8)) }
    }
    try write { try comparison.expect($0) }
    #expect(try comparison.finish().isEmpty)
  }
}
