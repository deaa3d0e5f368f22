import Vietnamese

/// Bytes of a file as a message may quote them: displayable, and at most 100 characters long.
///
/// What is longer begins near `offset`, the place that matters.
func excerpt(_ bytes: some Collection<UInt8>, around offset: Int = 0) -> String {
  let lead = 30
  var start = bytes.startIndex
  var isCut = false
  if offset > 2 * lead {
    start = bytes.index(start, offsetBy: offset - lead, limitedBy: bytes.endIndex) ?? start
    // To the first byte of a character.
    while start > bytes.startIndex, start < bytes.endIndex, bytes[start] & 0xC0 == 0x80 {
      start = bytes.index(start, offsetBy: -1)
    }
    isCut = true
  }
  let scalars = String(decoding: bytes[start...].prefix(500), as: UTF8.self).unicodeScalars
  let isLonger = scalars.count > 100 || bytes[start...].count > 500
  return (isCut ? "…" : "") + displayed(String(String.UnicodeScalarView(scalars.prefix(100))))
    + (isLonger ? "…" : "")
}

/// A foreign text as a message may quote it.
func excerpt(_ text: String) -> String { excerpt(Array(text.utf8)) }

/// Whether these are 64 lower-case hexadecimal digits.
func isSHA256(_ bytes: some Collection<UInt8>) -> Bool {
  bytes.count == 64
    && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
}

/// The whole number that these bytes spell in the one way a number is written here: digits, no
/// leading zero; nothing when they do not, or when it is too large.
func wholeNumber(_ bytes: some Collection<UInt8>) -> Int? {
  guard let first = bytes.first, first != 0x30 || bytes.count == 1 else { return nil }
  var number = 0
  for byte in bytes {
    guard (0x30...0x39).contains(byte) else { return nil }
    let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
    let (sum, isSumTooLarge) = tens.addingReportingOverflow(Int(byte - 0x30))
    if isTooLarge || isSumTooLarge { return nil }
    number = sum
  }
  return number
}

/// Calls `body` with each line of a text, without its line feed, and its 1-based number; whether the
/// last one has a line feed.
func forEachLine(
  of bytes: [UInt8], _ body: (_ line: ArraySlice<UInt8>, _ number: Int) -> Void
) -> Bool {
  var start = 0
  var number = 0
  while start < bytes.count {
    number += 1
    guard let end = bytes[start...].firstIndex(of: lineFeed) else {
      body(bytes[start...], number)
      return false
    }
    body(bytes[start..<end], number)
    start = end + 1
  }
  return true
}

let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")

/// UTF-8's byte-order mark.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
