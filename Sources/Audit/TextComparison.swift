package import Files

/// Compares a text file of a release with what it should be, which arrives in pieces.
///
/// Both are compared line by line, a few hundred lines of each in memory at a time. Where lines
/// differ, the next place is sought where both go on alike, so that one line put in makes one
/// difference and not one for each line after it. That search is given up after `searchLimit`
/// differences, and line is compared with line from there on: the time stays linear.
package struct TextComparison: ~Copyable {
  /// The most differences that are kept one by one.
  package static let limit = 20
  /// How many lines ahead the place is sought where both texts go on alike.
  private static let window = 100
  private static let searchLimit = 1000

  private var file: FilePieces
  private var expected = LineQueue()
  private var found = LineQueue()
  private var isFoundEnded = false
  private var differences: LineDifferences

  /// Opens the file at `path`; `name` is what differences call it.
  package init(path: String, name: String) throws(FileError) {
    file = try FilePieces(path)
    differences = LineDifferences(fileName: name)
  }

  /// Takes the next bytes that the file should hold.
  package mutating func expect(_ bytes: [UInt8]) throws(FileError) {
    expected.append(bytes)
    while expected.count > TextComparison.window { try step() }
  }

  /// Everything was expected that should be there: compares the rest.
  package mutating func finish() throws(FileError) -> LineDifferences {
    expected.finish()
    try fill()
    while expected.count > 0 || found.count > 0 {
      try step()
      try fill()
    }
    return differences
  }

  /// Reads until there are lines enough to look ahead, or the file ends.
  private mutating func fill() throws(FileError) {
    while found.count <= TextComparison.window, !isFoundEnded {
      let piece = try file.next()
      found.append(piece)
      if piece.isEmpty {
        found.finish()
        isFoundEnded = true
      }
    }
  }

  /// Takes the lines off that are alike, or that make the next difference.
  private mutating func step() throws(FileError) {
    try fill()
    if expected.count > 0, found.count > 0, expected[0] == found[0] {
      expected.drop(1)
      found.drop(1)
      return
    }
    let (missing, extra) = nextMeeting()
    for _ in 0..<min(missing, extra) { takeDifference(hasExpected: true, hasFound: true) }
    for _ in extra..<max(missing, extra) { takeDifference(hasExpected: true, hasFound: false) }
    for _ in missing..<max(missing, extra) { takeDifference(hasExpected: false, hasFound: true) }
  }

  /// How many lines of each text to pass over until both go on alike, for two lines or to their
  /// ends: as few as possible.
  private borrowing func nextMeeting() -> (missing: Int, extra: Int) {
    if expected.count == 0 || found.count == 0 {
      return (min(expected.count, 1), min(found.count, 1))
    }
    guard differences.count < TextComparison.searchLimit else { return (1, 1) }
    let left = expected.hashes(ofFirst: TextComparison.window + 1)
    let right = found.hashes(ofFirst: TextComparison.window + 1)
    return TextComparison.candidates.first { missing, extra in
      missing < left.count && extra < right.count && left[missing] == right[extra]
        && left.dropFirst(missing + 1).first == right.dropFirst(extra + 1).first
    } ?? (1, 1)
  }

  /// Fewest lines first, and of these rather changed lines than missing or additional ones.
  private static let candidates: [(missing: Int, extra: Int)] = (0..<window).flatMap { missing in
    (0..<window).map { (missing: missing, extra: $0) }
  }.dropFirst().sorted { left, right in
    let (first, second) = (left.missing + left.extra, right.missing + right.extra)
    return first == second
      ? abs(left.missing - left.extra) < abs(right.missing - right.extra) : first < second
  }

  private mutating func takeDifference(hasExpected: Bool, hasFound: Bool) {
    let (wanted, there) = (hasExpected ? expected[0] : nil, hasFound ? found[0] : nil)
    // Within a changed block, lines may be the same.
    if wanted != there {
      differences.note(
        wanted, hasExpected ? expected.lineNumber : nil, there, hasFound ? found.lineNumber : nil)
    }
    if hasExpected { expected.drop(1) }
    if hasFound { found.drop(1) }
  }
}
