/// Records whose quotes stand where they belong, one after another: the middle of the fast path (see
/// `Marks`).
package struct PlainRecords: ~Copyable {
  /// One record; its cells lie between `start` and the ends.
  package struct Record {
    /// Where the record starts in the text, and where its line end begins.
    package fileprivate(set) var start = 0
    package fileprivate(set) var end = 0
    /// 1-based physical line on which it starts.
    package fileprivate(set) var line = 1
    package fileprivate(set) var cellCount = 0
    /// Whether there may be something odd in it.
    package fileprivate(set) var mayBeOdd = false
    /// Whether a quote is doubled in it.
    package fileprivate(set) var hasDoubledQuote = false

    package init() {}
  }

  package let text: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private let usesKernel: Bool
  private let room = Marks.Room()
  private var marks: Marks
  /// Where the window begins, and the next mark in it; that of the last record.
  private var window = 0
  private var next = 0
  private var previous = 0
  /// Whether the marks of the window say nothing of the next record.
  private var isStale = true
  /// The ends of the cells of the last record, in the text; as many as are asked for, and one more.
  package let ends: UnsafeMutablePointer<Int>
  private let width: Int
  /// Where the next record starts, and on which line.
  package private(set) var position = 0
  private var line = 1

  /// Of records of `width` cells; `text` must outlive it.
  package init(
    _ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, width: Int,
    usesKernel: Bool = Marks.hasKernel
  ) {
    self.text = text
    self.delimiter = delimiter
    self.usesKernel = usesKernel
    self.width = width
    ends = .allocate(capacity: width + 1)
    marks = Marks(
      of: UnsafeBufferPointer(start: nil, count: 0), delimiter: delimiter, in: room,
      usesKernel: usesKernel)
  }

  deinit { ends.deallocate() }

  /// Goes on at the place of a scanner, which stands between two records.
  package mutating func resume(at state: RecordScanner.State) {
    position = state.position
    line = state.line
    while next < marks.words.count,
      window + Int(marks.words[next] & ~Marks.kinds) < position
    {
      next += 1
    }
    // The marks still hold if they, too, say that a line ended here.
    let isEndOfLine =
      next > 0 && next < marks.words.count
      && window + Int(marks.words[next - 1]) == position - 1
    isStale = !isEndOfLine
  }

  /// Where a scanner has to go on.
  package var state: RecordScanner.State { RecordScanner.State(position: position, line: line) }

  /// Reads the next record; false when it is not plain, or there is none: then nothing has moved.
  ///
  /// A record of another number of cells than `width` is none.
  package mutating func read(_ record: inout Record) -> Bool {
    if isStale { look() }
    switch readFromWindow(&record) {
    case .taken: return true
    case .otherWidth: return false
    case .notWhole: break
    }
    guard position > window else { return false }
    look()
    return readFromWindow(&record) == .taken
  }

  /// Takes the last record back: it is the next one again.
  package mutating func refuse(_ record: borrowing Record) {
    position = record.start
    line = record.line
    next = previous
  }

  /// Looks at the window that begins with the next record.
  private mutating func look() {
    isStale = false
    window = position
    next = 0
    marks = Marks(
      of: UnsafeBufferPointer(rebasing: text[position...]), delimiter: delimiter, in: room,
      usesKernel: usesKernel)
  }

  /// What came of reading a record from the marks of the window.
  private enum WindowReading {
    case taken, otherWidth
    /// The marks end before it does.
    case notWhole
  }

  @inline(__always)
  private mutating func readFromWindow(_ record: inout Record) -> WindowReading {
    let words = marks.words
    var index = next
    var count = 0
    var innerLines = 0
    var mayBeOdd = false
    var hasDoubledQuote = false
    while index < words.count {
      let word = words[index]
      index += 1
      if word < Marks.doubledQuote {
        let end = window + Int(word)
        if count > width { return .otherWidth }
        ends[count] = end
        count += 1
        let byte = text[end]
        if byte == delimiter { continue }
        guard count == width else { return .otherWidth }
        var after = end + 1
        if byte == Byte.carriageReturn {
          // A line feed right behind belongs to it; beyond the window nobody has looked yet.
          guard index < words.count || after < window + marks.understood else {
            return .notWhole
          }
          if text[after] == Byte.lineFeed {
            after += 1
            index += 1
          }
        }
        record.start = position
        record.end = end
        record.line = line
        record.cellCount = count
        record.mayBeOdd = mayBeOdd
        record.hasDoubledQuote = hasDoubledQuote
        line += 1 + innerLines
        position = after
        previous = next
        next = index
        return .taken
      }
      switch word & Marks.kinds {
      case Marks.innerLineEnd:
        let place = window + Int(word & ~Marks.kinds)
        // The two of a pair are one line end.
        if text[place] == Byte.carriageReturn || text[place - 1] != Byte.carriageReturn {
          innerLines += 1
        }
      case Marks.oddByte: mayBeOdd = true
      default: hasDoubledQuote = true
      }
    }
    return .notWhole
  }
}
