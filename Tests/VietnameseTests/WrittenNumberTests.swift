import Testing
import Vietnamese

/// Whole numbers as `quantity` and total cells write them (SPEC §3, §4).
struct WrittenNumberTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var number: Int

    var testDescription: String { "“\(text)”" }
  }

  static let legal = [
    Case(text: "0", number: 0), Case(text: "1", number: 1), Case(text: "12", number: 12),
    Case(text: "1234567", number: 1_234_567), Case(text: "007", number: 7),
    Case(text: "000", number: 0), Case(text: "1.000", number: 1_000),
    Case(text: "12 345", number: 12_345), Case(text: "999\u{A0}999", number: 999_999),
    Case(text: "1\u{202F}000", number: 1_000), Case(text: "1.000.000", number: 1_000_000),
    Case(text: "10.000", number: 10_000), Case(text: "100 000 000", number: 100_000_000),
    Case(text: "999999999999999", number: 999_999_999_999_999),
    Case(text: "123.456.789.012.345", number: 123_456_789_012_345),
  ]

  @Test(arguments: legal)
  func `digits, and groups of three split by one separator, are a number`(_ written: Case) {
    #expect(writtenNumber(written.text, digitLimit: 15) == written.number)
  }

  @Test(arguments: [
    "", " ", ".", "1.", ".1", ".123", "1.2", "1.23", "1.2345", "0.123", "012.345", "00.123",
    "1234.567", "1..000", "1.000.", "1.000.00", "1.000.0000", "1.000 000", "1 000.000",
    "1\u{A0}000 000", "1 000\u{202F}000", "1  000", "1,000", "1,5", "1.5", "1,000,000", "-1", "+1",
    "- 1", "1-", "1e3", "1E+05", "0x10", "１", "１.000", "٣", "²", "½", "Ⅲ", "1’000", "1'000",
    "1\u{2009}000", "1\u{3000}000", "1\t000", "1\u{200B}000", "1_000", "10%", "#N/A", "x", "một",
    "1 mô hình", "(1)", "1 000 ", " 1",
  ])
  func `anything else is no number`(_ text: String) {
    #expect(writtenNumber(text, digitLimit: 15) == nil)
  }

  @Test(arguments: [
    "1234567890123456", "0000000000000001", "1.234.567.890.123.456", "9223372036854775807",
    "9223372036854775808", "99999999999999999999999999999999",
  ])
  func `more than fifteen digits are no total`(_ text: String) {
    #expect(writtenNumber(text, digitLimit: 15) == nil)
  }

  @Test func `leading zeros are digits like others where no limit is set`() {
    #expect(writtenNumber(String(repeating: "0", count: 60) + "5", digitLimit: .max) == 5)
  }

  @Test func `numbers beyond the machine's are none rather than a trap`() {
    for length in 17...80 {
      for digit in ["1", "9"] {
        let text = String(repeating: digit, count: length)
        if let number = writtenNumber(text, digitLimit: .max) { #expect(String(number) == text) }
      }
    }
    #expect(writtenNumber(String(repeating: "9", count: 4_000), digitLimit: .max) == nil)
  }

  /// Straight from SPEC §3: digits only, or groups by one and the same separator.
  private func isNumber(_ text: String) -> Bool {
    func isDigits(_ part: some StringProtocol) -> Bool {
      !part.isEmpty && part.allSatisfy { "0123456789".contains($0) }
    }
    if isDigits(text) { return true }
    return [".", " "].contains { separator in
      let groups = text.split(separator: Character(separator), omittingEmptySubsequences: false)
      return groups.count >= 2 && groups.allSatisfy(isDigits) && !text.hasPrefix("0")
        && groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
    }
  }

  @Test func `every text of two digits and two separators is judged as the contract says`() {
    let alphabet = ["0", "1", ".", " "]
    var texts = [""]
    for _ in 1...8 {
      texts = texts.flatMap { text in alphabet.map { text + $0 } }
      for text in texts {
        let number = writtenNumber(text, digitLimit: .max)
        let expected = isNumber(text) ? Int(text.filter { $0.isNumber }) : nil
        if number != expected { Issue.record("“\(text)” is read as \(String(describing: number))") }
      }
    }
  }
}
