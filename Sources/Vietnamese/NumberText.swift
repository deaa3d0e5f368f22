/// How numbers are written in running text: the marks of one language.
package struct NumberText: Sendable, Equatable {
  /// Between whole number and decimals.
  package var decimalMark: String
  /// Between groups of three digits.
  package var groupMark: String

  /// `1.204` and `13,1`.
  package static let vietnamese = NumberText(decimalMark: ",", groupMark: ".")
  /// `1,204` and `13.1`.
  package static let english = NumberText(decimalMark: ".", groupMark: ",")

  private init(decimalMark: String, groupMark: String) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark
  }

  /// A whole number with groups of thousands.
  package func count(_ number: Int) -> String {
    (number < 0 ? "-" : "") + grouped(number.magnitude)
  }

  /// A whole number and what it counts, for languages that have a plural: `1 file`, `1,204 files`.
  package func count(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(count(number)) \(number == 1 ? singular : plural)"
  }

  /// A whole number with its sign; zero has none.
  package func change(_ number: Int) -> String {
    (number > 0 ? "+" : "") + count(number)
  }

  /// A number of tenths with its one decimal: 131 is `13,1`.
  package func tenths(_ tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + grouped(whole) + decimalMark + String(rest)
  }

  /// Likewise with its sign; zero has none.
  package func changeInTenths(_ tenths: Int) -> String {
    (tenths > 0 ? "+" : "") + self.tenths(tenths)
  }

  private func grouped(_ number: UInt) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += groupMark }
      text.append(digit)
    }
    return text
  }
}
