/// One quarter of a year, such as `2024-Q3`.
///
/// Quarters are numbered 1–4.
package struct Quarter: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let year: Int
  package let number: Int

  package init(year: Int, number: Int) {
    self.year = year
    self.number = number
  }

  package var description: String { "\(yearText(year))-Q\(number)" }

  /// The Roman numeral that Vietnamese offices write: `III` of “quý III/2024”.
  package var roman: String { ["I", "II", "III", "IV"][(number - 1) & 3] }

  /// The quarter before this one.
  package var previous: Quarter {
    number == 1 ? Quarter(year: year - 1, number: 4) : Quarter(year: year, number: number - 1)
  }

  /// The same quarter of the year before.
  package var yearBefore: Quarter { Quarter(year: year - 1, number: number) }

  /// As a report names it: “quý III/2024”, “Q3 2024”.
  package func name(in language: Language) -> String {
    language("quý \(roman)/\(year)", "Q\(number) \(year)")
  }

  package static func < (left: Quarter, right: Quarter) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}

/// What a submission is sent for: a year, `2023`, or a quarter, `2024-Q3`.
///
/// Ordered as SPEC §6 wants: a year comes after its four quarters.
package struct Period: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let year: Int
  /// 1–4, or nothing for a whole year.
  package let quarter: Int?

  package init(year: Int, quarter: Int? = nil) {
    self.year = year
    self.quarter = quarter
  }

  /// Reads `2023` or `2024-Q3`, exactly as folders and arguments spell them.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 4 || bytes.count == 7 else { return nil }
    var year = 0
    for byte in bytes.prefix(4) {
      guard (0x30...0x39).contains(byte) else { return nil }
      year = year * 10 + Int(byte - 0x30)
    }
    guard bytes.count == 7 else {
      self.init(year: year)
      return
    }
    guard bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "Q"),
      (0x31...0x34).contains(bytes[6])
    else { return nil }
    self.init(year: year, quarter: Int(bytes[6] - 0x30))
  }

  package var description: String {
    quarter.map { Quarter(year: year, number: $0).description } ?? yearText(year)
  }

  /// The last quarter of the period; a year used as a cut-off means this one.
  package var lastQuarter: Quarter { Quarter(year: year, number: quarter ?? 4) }

  /// The first and the last day, as `CalendarDay`s that can be compared.
  package var days: ClosedRange<CalendarDay> {
    let months = quarter.map { ($0 * 3 - 2, $0 * 3) } ?? (1, 12)
    return CalendarDay(
      year: year, month: months.0, day: 1)...CalendarDay(
        year: year, month: months.1, day: CalendarDay.dayCount(ofMonth: months.1, year: year))
  }

  /// As a report names it: “quý III/2024”, “năm 2023”.
  package func name(in language: Language) -> String {
    quarter.map { Quarter(year: year, number: $0).name(in: language) }
      ?? language("năm \(year)", "\(year)")
  }

  package static func < (left: Period, right: Period) -> Bool {
    (left.year, left.quarter ?? 5) < (right.year, right.quarter ?? 5)
  }
}

/// A day of the Gregorian calendar, without clock, zone or locale.
package struct CalendarDay: Hashable, Sendable, Comparable {
  package let year: Int
  package let month: Int
  package let day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Nothing when there is no such day.
  package init?(checkedYear year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1,
      day <= CalendarDay.dayCount(ofMonth: month, year: year)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// Four digits, as periods and figure ids spell a year.
private func yearText(_ year: Int) -> String {
  let digits = String(year)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
