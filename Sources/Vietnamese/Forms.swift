/// What the `year` cell of a record says: a year, and the quarter if its form gives one.
package struct WrittenYear: Sendable, Equatable, BitwiseCopyable {
  package var year: Int
  /// 1–4; nothing when the form names none.
  package var quarter: Int?

  package init(year: Int, quarter: Int? = nil) {
    self.year = year
    self.quarter = quarter
  }

  /// Reads the forms of SPEC §3 and no others; `text` is trimmed and in NFC.
  package init?(_ text: String) {
    let start = FormCursor(text)
    for form in WrittenYear.forms {
      var cursor = start
      if let read = form(&cursor), cursor.isAtEnd {
        self = read
        return
      }
    }
    return nil
  }

  private static let forms: [@Sendable (inout FormCursor) -> WrittenYear?] = [
    // 2023 · Năm 2023
    { cursor in
      if cursor.skip("năm"), !cursor.skipSpaces() { return nil }
      return cursor.year().map { WrittenYear(year: $0) }
    },
    // 2023-Q3
    { cursor in
      guard let year = cursor.year(), cursor.skip("-q"), let quarter = cursor.quarter() else {
        return nil
      }
      return WrittenYear(year: year, quarter: quarter)
    },
    // Q3/2023
    { cursor in
      guard cursor.skip("q"), let quarter = cursor.quarter(), cursor.skip("/"),
        let year = cursor.year()
      else { return nil }
      return WrittenYear(year: year, quarter: quarter)
    },
    // Quý III/2023 · quý 3/2023 · Quý III năm 2023
    { cursor in
      guard cursor.skipQuarterWord(), cursor.skipSpaces(), let quarter = cursor.quarter(),
        cursor.skip("/") || cursor.skipSpacedYearWord(), let year = cursor.year()
      else { return nil }
      return WrittenYear(year: year, quarter: quarter)
    },
    // 8/2023 · tháng 8/2023 · tháng 8 năm 2023
    { cursor in
      let isNamed = cursor.skip("tháng")
      if isNamed, !cursor.skipSpaces() { return nil }
      guard let month = cursor.number(digits: 1...2), (1...12).contains(month),
        cursor.skip("/") || (isNamed && cursor.skipSpacedYearWord()), let year = cursor.year()
      else { return nil }
      return WrittenYear(year: year, quarter: (month + 2) / 3)
    },
    // 15/08/2023, always day/month/year
    { cursor in
      guard let day = cursor.number(digits: 1...2), cursor.skip("/"),
        let month = cursor.number(digits: 1...2), cursor.skip("/"), let year = cursor.year()
      else { return nil }
      return date(year, month, day)
    },
    // 2023-08-15
    { cursor in
      guard let year = cursor.year(), cursor.skip("-"), let month = cursor.number(digits: 1...2),
        cursor.skip("-"), let day = cursor.number(digits: 1...2)
      else { return nil }
      return date(year, month, day)
    },
  ]

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> WrittenYear? {
    guard (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1] ? WrittenYear(year: year, quarter: (month + 2) / 3) : nil
  }
}

/// What the `quarter` cell of a record says, 1–4: `3`, `III`, `Q3`, `quý 3`, `Quý III`; nothing
/// for any other text.
package func writtenQuarter(_ text: String) -> Int? {
  var cursor = FormCursor(text)
  if cursor.skipQuarterWord() {
    if !cursor.skipSpaces() { return nil }
  } else {
    _ = cursor.skip("q")
  }
  let quarter = cursor.quarter()
  return cursor.isAtEnd ? quarter : nil
}

/// A whole number as the `quantity` cell may write it: digits 0–9, or groups of three split by one
/// of `.`, space, U+00A0, U+202F throughout.
///
/// Nothing for any other text, or beyond `digitLimit` digits.
package func writtenNumber(_ text: String, digitLimit: Int) -> Int? {
  var value = 0
  var digitCount = 0
  var groupLength = 0
  var separator: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    switch scalar {
    case "0"..."9":
      digitCount += 1
      groupLength += 1
      let (product, isTooBig) = value.multipliedReportingOverflow(by: 10)
      if isTooBig || product > Int.max - 9 { return nil }
      value = product + Int(scalar.value - 0x30)
    case ".", " ", "\u{A0}", "\u{202F}":
      if let separator {
        guard scalar == separator, groupLength == 3 else { return nil }
      } else {
        guard (1...3).contains(groupLength), text.utf8.first != UInt8(ascii: "0") else {
          return nil
        }
        separator = scalar
      }
      groupLength = 0
    default: return nil
    }
  }
  guard groupLength > 0, separator == nil || groupLength == 3, digitCount <= digitLimit else {
    return nil
  }
  return value
}

/// Walks along a lower-case text, taking what the forms above are made of.
private struct FormCursor {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) { scalars = Array(text.lowercased().unicodeScalars) }

  var isAtEnd: Bool { position == scalars.count }

  mutating func skip(_ literal: String) -> Bool {
    let wanted = literal.unicodeScalars
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  mutating func skipSpaces() -> Bool {
    let start = position
    while position < scalars.count, scalars[position].isTrimmed { position += 1 }
    return position > start
  }

  mutating func skipQuarterWord() -> Bool { skip("quý") || skip("qúy") }

  /// “ năm ” between a quarter or a month and its year.
  mutating func skipSpacedYearWord() -> Bool { skipSpaces() && skip("năm") && skipSpaces() }

  mutating func number(digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while position < scalars.count, count < digits.upperBound,
      ("0"..."9").contains(scalars[position])
    {
      value = value * 10 + Int(scalars[position].value - 0x30)
      position += 1
      count += 1
    }
    return digits.contains(count) ? value : nil
  }

  mutating func year() -> Int? { number(digits: 4...4) }

  /// 1–4 or I–IV.
  mutating func quarter() -> Int? {
    for (number, roman) in [(3, "iii"), (4, "iv"), (2, "ii"), (1, "i")] where skip(roman) {
      return number
    }
    guard let digit = number(digits: 1...1), (1...4).contains(digit) else { return nil }
    return digit
  }
}
