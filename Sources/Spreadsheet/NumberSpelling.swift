/// A number of a cell as the text that a person would type for it.
///
/// Whole numbers come without point or exponent, others with the comma that Vietnamese offices
/// write: `1,125`. A point would make it one thousand one hundred and twenty-five.
struct NumberSpelling {
  let countsFrom1904: Bool

  /// Most digits that a spreadsheet shows and keeps; a number of more keeps its exponent, since what stood
  /// behind them is lost.
  private static let digitLimit = 15

  /// The text of a number as the file spells it; one that is none stays as it is.
  func text(of stored: String, as form: NumberForm) -> String {
    guard CellContent.isDecimal(stored), let value = Double(stored), value.isFinite else {
      return stored
    }
    switch form {
    case .plain: return Self.decimal(value)
    case .padded(let width):
      let digits = Self.decimal(value)
      let isWhole = digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return isWhole ? Self.padded(digits, to: width) : digits
    case .percent: return Self.decimal(value, shift: 2) + "%"
    case .day, .dayAndTime, .time:
      return moment(value, as: form) ?? Self.decimal(value)
    }
  }

  // MARK: Decimals

  /// The digits of a number, at most 15 of them, without exponent; `shift` moves the comma right.
  private static func decimal(_ value: Double, shift: Int = 0) -> String {
    var (digits, point) = digits(of: value.magnitude)
    if digits.isEmpty { return "0" }
    let sign = value < 0 ? "-" : ""
    point += shift
    guard point <= digitLimit, point > -digitLimit else {
      let rest = digits.dropFirst()
      return sign + digits.prefix(1) + (rest.isEmpty ? "" : "," + rest)
        + (point > 0 ? "E+\(point - 1)" : "E-\(1 - point)")
    }
    if point <= 0 { return sign + "0," + zeros(-point) + digits }
    if digits.utf8.count <= point { return sign + digits + zeros(point - digits.utf8.count) }
    return sign + digits.prefix(point) + "," + digits.dropFirst(point)
  }

  /// Significant digits, and how many of them stand before the comma.
  private static func digits(of value: Double) -> (digits: String, point: Int) {
    let parts = "\(value)".split(separator: "e")
    let mantissa = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let whole = mantissa.first ?? ""
    var all = Array((whole + (mantissa.count > 1 ? mantissa[1] : "")).utf8)
    var point = whole.utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while all.first == 0x30 {
      all.removeFirst()
      point -= 1
    }
    if all.count > digitLimit {
      let roundsUp = all[digitLimit] >= 0x35
      all.removeLast(all.count - digitLimit)
      if roundsUp { point += increment(&all) }
    }
    while all.last == 0x30 { all.removeLast() }
    return (String(decoding: all, as: UTF8.self), point)
  }

  /// Adds one to the last digit; 1 if that takes a digit more.
  private static func increment(_ digits: inout [UInt8]) -> Int {
    var index = digits.count - 1
    while index >= 0, digits[index] == 0x39 {
      digits[index] = 0x30
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
      return 0
    }
    digits.insert(0x31, at: 0)
    return 1
  }

  // MARK: Days and times

  /// The last day that a spreadsheet knows, 9999-12-31, counted as programs for Windows do.
  private static let lastDay = 2_958_465
  /// Days from 1899-12-31 to 1904-01-01, with the one that never was.
  private static let daysTo1904 = 1462
  private static let secondsPerDay = 86_400
  /// A number under a date format that a person must have typed as a year: the days that it
  /// stands for are those of spring and summer 1905.
  private static let years = 1900...2199

  /// `2023-08-15`, `2023-08-15 07:30`, `07:30:15`; nothing for what no date format can show.
  private func moment(_ value: Double, as form: NumberForm) -> String? {
    guard value >= 0, value < Double(Self.lastDay + 1) else { return nil }
    if form != .time, let year = Int(exactly: value), Self.years.contains(year) { return nil }
    let seconds = Int((value * Double(Self.secondsPerDay)).rounded())
    let (day, second) = seconds.quotientAndRemainder(dividingBy: Self.secondsPerDay)
    if form == .time { return Self.clock(seconds) }
    let date = date(ofDay: day)
    return form == .day || second == 0 ? date : date + " " + Self.clock(second)
  }

  /// `07:30`, or `07:30:15`; hours beyond a day are counted on.
  private static func clock(_ seconds: Int) -> String {
    let (hours, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    let hour = padded("\(hours)", to: 2)
    return hour
      + (second == 0 ? filled(":MM", with: minute) : filled(":MM:SS", with: minute * 100 + second))
  }

  /// The date of a day as counted; day 60 is 1900-02-29, which there never was: the first
  /// spreadsheet programs had it, and all later ones kept it.
  private func date(ofDay day: Int) -> String {
    let day = countsFrom1904 ? day + Self.daysTo1904 : day
    if day == 60 { return "1900-02-29" }
    if day == 0 { return "1900-01-00" }
    return Self.civil(daysSince1899: day < 60 ? day + 1 : day)
  }

  /// The date so many days after 1899-12-30, by Howard Hinnant's `civil_from_days`.
  private static func civil(daysSince1899 days: Int) -> String {
    // Days from 0000-03-01 to 1899-12-30.
    let shifted = days + 693_899
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return filled(
      "YYYY-MM-DD", with: (year * 100 + (month < 10 ? month + 3 : month - 9)) * 100 + day)
  }

  /// `pattern` with the digits of a number in the place of its letters, the last one first.
  private static func filled(_ pattern: String, with number: Int) -> String {
    var text = Array(pattern.utf8)
    var rest = number
    for index in text.indices.reversed() where text[index] >= UInt8(ascii: "A") {
      text[index] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func padded(_ digits: String, to width: Int) -> String {
    zeros(width - digits.utf8.count) + digits
  }

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: max(count, 0)) }
}
