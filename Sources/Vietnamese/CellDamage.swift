/// What a spreadsheet program made of a cell that held something else.
package enum CellDamage: Sendable, Equatable {
  /// `#REF!`, `#N/A`, `#####`.
  case errorValue
  /// `1E+05`.
  case scientificNumber
  /// `12-Jun`, `Jun-23`, `12-thg 6`.
  case date

  /// What a trimmed cell in NFC is damaged by; nothing for one that is whole.
  ///
  /// A whole day (`2024-06-12`, `12/6/2024`) is damage, too, where no day is `expected`: a workbook has
  /// no other form for the text that became one.
  package init?(_ text: String, isDayExpected: Bool = true) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 20, let first = bytes.first else { return nil }
    if first == UInt8(ascii: "#") {
      guard CellDamage.isErrorValue(text) else { return nil }
      self = .errorValue
    } else if CellDamage.isScientific(bytes) {
      self = .scientificNumber
    } else if CellDamage.isDate(text.lowercased())
      || (!isDayExpected && CellDamage.isWholeDay(bytes))
    {
      self = .date
    } else {
      return nil
    }
  }

  private static let errorValues: Set<String> = [
    "#ref!", "#n/a", "#value!", "#div/0!", "#name?", "#null!", "#num!", "#spill!", "#calc!",
    "#getting_data", "#field!", "#blocked!", "#connect!", "#unknown!", "#busy!",
  ]

  /// An error value of a spreadsheet, or a cell too narrow to show its number.
  private static func isErrorValue(_ text: String) -> Bool {
    errorValues.contains(text.lowercased())
      || (text.utf8.count >= 2 && text.utf8.allSatisfy { $0 == UInt8(ascii: "#") })
  }

  /// Digits, perhaps with a decimal mark, `E`, a sign, digits.
  private static func isScientific(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 | 0x20 == UInt8(ascii: "e") })
    guard parts.count == 2, let sign = parts[1].first,
      sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), isNumber(parts[1].dropFirst())
    else { return false }
    let mantissa = parts[0].first == UInt8(ascii: "-") ? parts[0].dropFirst() : parts[0]
    let halves = mantissa.split(
      omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
    return halves.count <= 2 && halves.allSatisfy(isNumber)
  }

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Four digits and twice one or two of them, a hyphen or a slash between; in either order.
  private static func isWholeDay(_ bytes: [UInt8]) -> Bool {
    for (mark, lengths) in [(UInt8(ascii: "-"), [4, 2, 2]), (UInt8(ascii: "/"), [2, 2, 4])] {
      let parts = bytes.split(separator: mark, omittingEmptySubsequences: false)
      if parts.count == 3, parts.allSatisfy(isNumber),
        zip(parts, lengths).allSatisfy({ $0.count == $1 || ($1 == 2 && $0.count == 1) })
      {
        return true
      }
    }
    return false
  }

  private static let months: Set<String> = Set(
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
      + (1...12).flatMap { ["thg \($0)", "thg\($0)", "thg 0\($0)", "thg0\($0)"] })

  /// A day or a year of one or two digits beside the name of a month, a hyphen between them.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    func isNumber(_ text: Substring) -> Bool {
      (1...2).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    switch parts.count {
    case 2:
      return (isNumber(parts[0]) && months.contains(String(parts[1])))
        || (months.contains(String(parts[0])) && isNumber(parts[1]))
    case 3: return isNumber(parts[0]) && months.contains(String(parts[1])) && isNumber(parts[2])
    default: return false
    }
  }
}
