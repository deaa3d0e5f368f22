/// One line of a text, or, of a line that is very long, a part of it.
struct TextLine: Equatable {
  /// Without its line feed.
  var bytes: ArraySlice<UInt8>
  /// False for the last line of a text without line end, and for all parts of a line but its last.
  var isEnded: Bool

  static func == (left: TextLine, right: TextLine) -> Bool {
    left.isEnded == right.isEnded && left.bytes.elementsEqual(right.bytes)
  }
}

/// The lines of a text that arrives in pieces, waiting to be taken one after another.
///
/// Parts of at most `partSize` bytes stand for longer lines, so that memory stays bounded whatever
/// comes.
struct LineQueue {
  private static let partSize = 1 << 16

  private var lines: [TextLine] = []
  /// How many of `lines` are taken.
  private var taken = 0
  private var rest: [UInt8] = []
  /// 1-based number of the next line to be taken.
  private(set) var lineNumber = 1

  var count: Int { lines.count - taken }

  /// The line that is `index` lines after the next one.
  subscript(index: Int) -> TextLine { lines[taken + index] }

  /// The next lines, at most `number` of them, each as a number that other lines hardly have.
  func hashes(ofFirst number: Int) -> [Int] {
    lines[taken...].prefix(number).map { line in
      var hasher = Hasher()
      hasher.combine(line.isEnded)
      line.bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
      return hasher.finalize()
    }
  }

  mutating func append(_ bytes: [UInt8]) {
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: lineFeed) {
      addLine(endingWith: bytes[start..<end])
      start = end + 1
    }
    rest += bytes[start...]
    if rest.count > LineQueue.partSize { rest = Array(withoutParts(rest[...])) }
  }

  private mutating func addLine(endingWith bytes: ArraySlice<UInt8>) {
    var whole = bytes
    if !rest.isEmpty {
      whole = (rest + bytes)[...]
      rest = []
    }
    lines.append(TextLine(bytes: withoutParts(whole), isEnded: true))
  }

  /// Takes the parts of a long line as lines of their own; what is left of it.
  private mutating func withoutParts(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var left = line
    while left.count > LineQueue.partSize {
      lines.append(TextLine(bytes: left.prefix(LineQueue.partSize), isEnded: false))
      left = left.dropFirst(LineQueue.partSize)
    }
    return left
  }

  /// Nothing more comes: what has no line end is the last line.
  mutating func finish() {
    if !rest.isEmpty { lines.append(TextLine(bytes: rest[...], isEnded: false)) }
    rest = []
  }

  /// Takes the next `number` lines off.
  mutating func drop(_ number: Int) {
    for line in lines[taken..<(taken + number)] where line.isEnded { lineNumber += 1 }
    taken += number
    if taken > 100, taken * 2 > lines.count {
      lines.removeFirst(taken)
      taken = 0
    }
  }
}
