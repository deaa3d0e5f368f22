/// Reads records out of UTF-8 bytes, one after another, as SPEC §3 defines quotes and line ends.
///
/// How it works. A delimiter, a quote and a line end are single ASCII bytes, which never occur
/// inside another UTF-8 character, ill-formed text included; so the scanner looks at bytes only.
/// A record always ends: a quote that would never close is taken as bare text, and reading goes
/// on right after it. Every anomaly is noted in the record; nothing is repaired in silence.
///
/// The search for a closing quote looks at each byte at most twice: of all quotes after one that
/// never closes, none up to the place where the search ended can start another long search
/// (a run of quotes of odd length would have ended it; one of even length closes in itself).
///
/// What must change together: `closingQuote` and `readQuotedCell` with the reference parser in
/// the tests.
package struct RecordScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  package private(set) var state: State

  /// Where a scanner stands between two records, so that another can go on from there.
  package struct State: Sendable {
    package fileprivate(set) var position = 0
    package fileprivate(set) var line = 1

    package init() {}

    /// At a record that starts at `position`, on a 1-based line.
    package init(position: Int, line: Int = 1) {
      self.position = position
      self.line = line
    }
  }

  /// `text` must outlive the scanner.
  package init(
    _ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, resuming state: State = State()
  ) {
    self.text = text
    self.delimiter = delimiter
    self.state = state
  }

  /// Reads the next record into `record`; false when there is none.
  package mutating func next(into record: inout RawRecord) -> Bool {
    guard readFirst(.max, into: &record) else { return false }
    record.end = state.position
    skipLineEnd()
    return true
  }

  /// Reads the first `count` cells of the next record, or all if there are fewer; nothing but these is
  /// told of it, and the scanner must not go on.
  package mutating func readFirst(_ count: Int, into record: inout RawRecord) -> Bool {
    if state.position >= text.count { return false }
    record.reset(start: state.position, line: state.line)
    repeat {
      if state.position < text.count, text[state.position] == Byte.quote {
        readQuotedCell(into: &record)
      } else {
        readBareCell(into: &record, from: state.position)
      }
    } while record.cellCount < count && skipDelimiter()
    return true
  }

  private mutating func skipDelimiter() -> Bool {
    guard state.position < text.count, text[state.position] == delimiter else { return false }
    state.position += 1
    return true
  }

  private mutating func skipLineEnd() {
    guard state.position < text.count else { return }
    if text[state.position] == Byte.carriageReturn, state.position + 1 < text.count,
      text[state.position + 1] == Byte.lineFeed
    {
      state.position += 1
    }
    state.position += 1
    state.line += 1
  }

  /// Reads up to the next delimiter or line end; the cell starts at `start`.
  private mutating func readBareCell(into record: inout RawRecord, from start: Int) {
    record.hasStrayQuote = skipBareText() || record.hasStrayQuote
    record.append(RawCell(start: start, end: state.position, isCopied: false))
  }

  /// Skips to the next delimiter or line end; whether a quote was among what was skipped.
  private mutating func skipBareText() -> Bool {
    var index = state.position
    var hasQuote = false
    while index < text.count {
      let byte = text[index]
      if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      if byte == Byte.quote { hasQuote = true }
      index += 1
    }
    state.position = index
    return hasQuote
  }

  private mutating func readQuotedCell(into record: inout RawRecord) {
    let opening = state.position
    guard let closing = closingQuote(after: opening) else {
      if record.unclosedQuoteLine == nil { record.unclosedQuoteLine = state.line }
      state.position = opening + 1
      readBareCell(into: &record, from: opening)
      return
    }
    state.line += closing.lineEnds
    state.position = closing.offset + 1
    let rest = state.position
    let isStray = skipBareText() || state.position > rest
    if isStray { record.hasStrayQuote = true }
    if !closing.hasEscapes && !isStray || record.isFull {
      record.append(RawCell(start: opening + 1, end: closing.offset, isCopied: false))
      return
    }
    let start = record.copied.count
    appendUnescaped(text[(opening + 1)..<closing.offset], to: &record.copied)
    record.copied.append(contentsOf: text[rest..<state.position])
    record.append(RawCell(start: start, end: record.copied.count, isCopied: true))
  }

  private struct ClosingQuote {
    var offset: Int
    var hasEscapes: Bool
    /// Line ends between the two quotes.
    var lineEnds: Int
  }

  /// The quote that closes the one at `opening`; nothing if it is never closed: no quote would
  /// close it, or one that neither delimiter nor line end follows, with a line end in between.
  private func closingQuote(after opening: Int) -> ClosingQuote? {
    var found = ClosingQuote(offset: opening + 1, hasEscapes: false, lineEnds: 0)
    while found.offset < text.count {
      switch text[found.offset] {
      case Byte.quote:
        let next = found.offset + 1
        if next < text.count, text[next] == Byte.quote {
          found.hasEscapes = true
          found.offset = next
        } else {
          return found.lineEnds == 0 || endsCell(at: next) ? found : nil
        }
      case Byte.lineFeed:
        if text[found.offset - 1] != Byte.carriageReturn { found.lineEnds += 1 }
      case Byte.carriageReturn:
        found.lineEnds += 1
      default: break
      }
      found.offset += 1
    }
    return nil
  }

  private func endsCell(at index: Int) -> Bool {
    guard index < text.count else { return true }
    let byte = text[index]
    return byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  private func appendUnescaped(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to copied: inout [UInt8])
  {
    var isSecond = false
    for byte in bytes {
      if byte == Byte.quote, !isSecond {
        isSecond = true
        continue
      }
      isSecond = false
      copied.append(byte)
    }
  }
}

/// The bytes that have a meaning in CSV.
enum Byte {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
