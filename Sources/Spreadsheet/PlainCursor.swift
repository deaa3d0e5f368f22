import Glibc

/// Reads markup in the one form in which spreadsheet programs write most of it.
///
/// Each step either goes on over what it fully understands, or says no and stays: no white space
/// between elements, double quotes, no entities, no line ends but LF, nothing that expat would
/// refuse. Whatever is not understood here goes through expat.
@unsafe
struct PlainCursor {
  /// What follows `<t` when spaces at its ends count.
  static let preserve: StaticString = " xml:space=\"preserve\">"

  private let bytes: UnsafeRawBufferPointer
  private(set) var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { unsafe self.bytes = bytes }

  /// Goes on over exactly these bytes, if they are next.
  mutating func skip(_ expected: StaticString) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard unsafe bytes.count - position >= count, let base = unsafe bytes.baseAddress,
      unsafe memcmp(base + position, expected.utf8Start, count) == 0
    else { return false }
    unsafe position += count
    return true
  }

  /// The next byte, left where it is; 0 at the end.
  var next: UInt8 { unsafe position < bytes.count ? bytes[position] : 0 }

  /// Goes on over white space between items.
  mutating func skipSpace() {
    while unsafe [0x0A, 0x20, 0x0D, 0x09].contains(next) { unsafe position += 1 }
  }

  /// The range of a name of ASCII letters, digits and colons, before `="`; goes on behind that.
  mutating func attributeName() -> Range<Int>? {
    let start = unsafe position
    while unsafe isNameByte(next) { unsafe position += 1 }
    let range = unsafe start..<position
    return unsafe !range.isEmpty && skip("=\"") ? range : nil
  }

  /// The range of a value before its closing quote; goes on behind that.
  mutating func attributeValue() -> Range<Int>? {
    let start = unsafe position
    while true {
      let byte = unsafe next
      if byte == UInt8(ascii: "\"") { break }
      guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&")
      else { return nil }
      unsafe position += 1
    }
    defer { unsafe position += 1 }
    return unsafe start..<position
  }

  /// The range of a text before the next tag, if it is one that XML can hold as it is.
  mutating func text() -> Range<Int>? {
    let start = unsafe position
    var isASCII = true
    let count = unsafe bytes.count
    var index = start
    while index < count {
      let byte = unsafe bytes[index]
      if byte == UInt8(ascii: "<") { break }
      if byte >= 0x80 { isASCII = false }
      // EF begins the two noncharacters that XML leaves out; `]]>` must not stand in a text.
      guard byte >= 0x20 || byte == 0x0A || byte == 0x09, byte != UInt8(ascii: "&"), byte != 0xEF,
        byte != UInt8(ascii: "]")
      else { return nil }
      index += 1
    }
    guard index < count else { return nil }
    let range = start..<index
    if !isASCII {
      let piece = unsafe UnsafeRawBufferPointer(rebasing: bytes[range])
        .assumingMemoryBound(to: UInt8.self)
      guard unsafe (try? UTF8Span(validating: piece.span)) != nil else { return nil }
    }
    unsafe position = index
    return range
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: ":")
  }
}
