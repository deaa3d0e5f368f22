/// How the rows of a form are numbered: `I`, `1`, `1.1`, `a)`.
package enum FormNumbering: Sendable, Equatable {
  /// A row of its own: `1`, `12.`, `(3)`, `II`, `B)`.
  case top(isRomanOrLetter: Bool)
  /// A row under another: `1.1`, `2.3.1.`, `a)`, `-`.
  case nested

  /// What a trimmed cell says; nothing for one that is no number of a row.
  package init?(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes == [UInt8(ascii: "-")] || bytes == [UInt8(ascii: "+")] || bytes == [UInt8(ascii: "*")]
    {
      self = .nested
      return
    }
    if bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") { bytes.removeFirst() }
    if let last = bytes.last, FormNumbering.ends.contains(last) { bytes.removeLast() }
    guard let first = bytes.first, bytes.count <= 12 else { return nil }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let digitLimit = parts.count == 1 ? 6 : 3
    guard parts.allSatisfy({ FormNumbering.isPart($0, digitLimit) }) else { return nil }
    if parts.count > 1 || (0x61...0x7A).contains(first) {
      self = .nested
    } else {
      self = .top(isRomanOrLetter: !FormNumbering.isDigit(first))
    }
  }

  /// The number that stands before a text, and its length in bytes.
  ///
  /// It ends in a mark, and white space follows, or it might be a number of something: “1.5 km đường
  /// hoa”.
  package static func leading(_ text: String) -> (length: Int, numbering: FormNumbering)? {
    let head = text.utf8.prefix(14).prefix { $0 != 0x20 }
    guard head.count > 1, head.count < min(14, text.utf8.count), let last = head.last,
      ends.contains(last),
      let numbering = FormNumbering(String(decoding: Array(head), as: UTF8.self))
    else { return nil }
    return (head.count, numbering)
  }

  /// Length in bytes of a number before a model's name that is part of no match key: `1.2.`, `II.`,
  /// `a)`; 0 for none.
  ///
  /// A letter needs its parenthesis, or it may be short for a word: “P. Hiệp An”.
  package static func lengthBeforeName(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = name.first, isDigit(first) || (0x61...0x7A).contains(first | 0x20),
      let end = name.prefix(14).firstIndex(of: 0x20), end > 1, ends.contains(name[end - 1])
    else { return 0 }
    let head = name[..<end]
    let isLetter =
      end == 2 && !isDigit(first) && !romanNumbers.contains(String(UnicodeScalar(first)))
    if isLetter, name[1] != UInt8(ascii: ")") { return 0 }
    switch FormNumbering(String(decoding: head, as: UTF8.self)) {
    case .nested, .top(isRomanOrLetter: true): return end
    default: return 0
    }
  }

  private static let ends = Array(".)/".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Digits, a Roman number up to XXXIX, or one letter.
  private static func isPart(_ part: ArraySlice<UInt8>, _ digitLimit: Int) -> Bool {
    guard let first = part.first, part.count <= 6 else { return false }
    if isDigit(first) { return part.count <= digitLimit && part.allSatisfy(isDigit) }
    if part.count == 1 { return (0x61...0x7A).contains(first | 0x20) }
    return romanNumbers.contains(String(decoding: part, as: UTF8.self))
  }

  private static let romanNumbers: Set<String> = Set(
    ["", "X", "XX", "XXX"].flatMap { tens in
      ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].map { tens + $0 }
    })
}
