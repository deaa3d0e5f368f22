package import Domain

/// How a text of a release differs from what it should be.
package struct LineDifferences: Sendable, Equatable {
  package var fileName: String
  /// All lines that differ, are missing, or are too many.
  package private(set) var count = 0
  /// The first of them.
  package private(set) var first: [LineDifference] = []

  init(fileName: String) { self.fileName = fileName }

  package var isEmpty: Bool { count == 0 }

  mutating func note(
    _ expected: TextLine?, _ expectedLine: Int?, _ found: TextLine?, _ foundLine: Int?
  ) {
    count += 1
    guard first.count < TextComparison.limit else { return }
    let offset = LineDifferences.firstDifference(expected, found)
    first.append(
      LineDifference(
        expectedLine: expectedLine, foundLine: foundLine,
        expected: expected.map { LineDifferences.text($0, around: offset) } ?? "",
        found: found.map { LineDifferences.text($0, around: offset) } ?? "",
        differsInLineEnd: LineDifferences.differInLineEnd(expected, found)))
  }

  private static func firstDifference(_ left: TextLine?, _ right: TextLine?) -> Int {
    guard let left, let right else { return 0 }
    return zip(left.bytes, right.bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? 0
  }

  private static func text(_ line: TextLine, around offset: Int) -> String {
    excerpt(line.bytes.last == carriageReturn ? line.bytes.dropLast() : line.bytes, around: offset)
  }

  private static func differInLineEnd(_ left: TextLine?, _ right: TextLine?) -> Bool {
    guard let left, let right else { return false }
    let (first, second) = (left.bytes.last == carriageReturn, right.bytes.last == carriageReturn)
    return (first ? left.bytes.dropLast() : left.bytes).elementsEqual(
      second ? right.bytes.dropLast() : right.bytes)
  }

  /// One line a difference, and how many more there are.
  package func messages(in language: Language) -> [String] {
    var messages = first.map { $0.message(fileName, language) }
    if count > first.count {
      let more = count - first.count
      messages.append(
        language(
          "\(fileName): còn \(more) dòng khác nữa",
          "\(fileName): \(more) more \(more == 1 ? "line differs" : "lines differ")"))
    }
    return messages
  }
}

/// One line that is not what it should be.
package struct LineDifference: Sendable, Equatable {
  /// 1-based, in what should be; nothing for a line that is too many.
  package var expectedLine: Int?
  /// 1-based, in the file; nothing for a line that is missing.
  package var foundLine: Int?
  /// What should be and what is, displayable, from near the place where they differ.
  package var expected: String
  package var found: String
  /// The texts are the same, their line ends are not.
  package var differsInLineEnd: Bool

  func message(_ fileName: String, _ language: Language) -> String {
    switch (expectedLine, foundLine) {
    case (_?, let line?) where differsInLineEnd:
      language(
        "\(fileName):\(line): ký tự xuống dòng khác: “\(found)”",
        "\(fileName):\(line): the line end differs: “\(found)”")
    case (_?, let line?):
      language(
        "\(fileName):\(line): phải là “\(expected)”, nhưng là “\(found)”",
        "\(fileName):\(line): should be “\(expected)”, but is “\(found)”")
    case (let line?, nil):
      language(
        "\(fileName): thiếu dòng \(line): “\(expected)”",
        "\(fileName): line \(line) is missing: “\(expected)”")
    case (nil, let line?):
      language(
        "\(fileName):\(line): dòng thừa: “\(found)”",
        "\(fileName):\(line): a line too many: “\(found)”")
    case (nil, nil): fileName
    }
  }
}
