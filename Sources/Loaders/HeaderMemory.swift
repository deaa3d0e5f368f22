import Domain
import Glibc

/// Remembers what the first lines of submissions were recognised as: most senders use the one form
/// that the office gave them.
///
/// A first line is the header that it was before if it is certain that nothing below it changes that:
/// the second line begins with a letter or digit, so that no header is on two lines, and the other
/// delimiters do not stand in the first lines, so that under them no header can be.
final class HeaderMemory {
  private struct Dialect {
    var delimiter: UInt8
    var header: SubmissionHeader
  }

  private static let limit = 64
  /// First lines longer than this are not remembered.
  private static let longestLine = 4096

  private var dialects: [[UInt8]: Dialect] = [:]

  /// The dialect of a text, from memory or as `recognition` finds it.
  func dialect(
    of text: SubmissionText, _ recognition: HeaderRecognition
  ) -> (delimiter: UInt8, header: SubmissionHeader?) {
    guard text.allowsPlainRecords, let line = HeaderMemory.firstLine(of: text.bytes) else {
      return recognition.dialect(of: text)
    }
    if let known = dialects[line], HeaderMemory.isCertain(known, of: text.bytes, line.count) {
      return (known.delimiter, known.header)
    }
    let (delimiter, header) = recognition.dialect(of: text)
    if let header, header.record == 1, header.lastRecord == 1, header.headings.count > 1,
      !header.headings[0].isEmpty, !header.headings[1].isEmpty,
      dialects.count < HeaderMemory.limit
    {
      dialects[line] = Dialect(delimiter: delimiter, header: header)
    }
    return (delimiter, header)
  }

  /// A first line without quotes that ends within the limit, its line end left out.
  private static func firstLine(of bytes: [UInt8]) -> [UInt8]? {
    var end = 0
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      if end == longestLine || bytes[end] == UInt8(ascii: "\"") { return nil }
      end += 1
    }
    return end < bytes.count ? Array(bytes[..<end]) : nil
  }

  private static func isCertain(_ known: Dialect, of bytes: [UInt8], _ lineLength: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      let start = lineLength + (bytes[lineLength] == 0x0D ? 2 : 1)
      guard start < bytes.count, bytes[start - 1] == 0x0A,
        PlainBytes.beginsWithLetterOrDigit(UnsafeBufferPointer(rebasing: bytes[start...]))
      else { return false }
      let end = endOfFirstLines(bytes, from: start)
      // A line that begins with a quote, or a line end of another kind, is for somebody else.
      guard let end else { return false }
      return delimiters.allSatisfy {
        $0 == known.delimiter || memchr(base, Int32($0), end) == nil
      }
    }
  }

  /// Where the lines end among which a header is looked for, if these are records of one cell under a
  /// delimiter that does not stand in them.
  private static func endOfFirstLines(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int?
  {
    guard let base = bytes.baseAddress else { return nil }
    var position = start
    for _ in 1..<headerSearchLimit where position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") { return nil }
      let rest = bytes.count - position
      let line = memchr(base + position, 0x0A, rest).map {
        UnsafeRawPointer($0) - UnsafeRawPointer(base)
      }
      let end = line ?? bytes.count
      if let carriageReturn = memchr(base + position, 0x0D, end - position),
        UnsafeRawPointer(carriageReturn) - UnsafeRawPointer(base) != end - 1
      {
        return nil
      }
      position = min(end + 1, bytes.count)
    }
    return position
  }
}
