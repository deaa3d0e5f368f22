import CSVParsing
import Testing

/// Reading takes time in proportion to the text, whatever stands in it.
struct LinearTimeTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var pattern: String
    var ending = ""

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "opening quotes only", pattern: "\""),
    Case(name: "quotes and one letter", pattern: "\"", ending: "a"),
    Case(name: "an unclosed quote a record", pattern: "\"a\n"),
    Case(name: "an unclosed quote a cell", pattern: "\"a,"),
    Case(name: "a blank unclosed cell each", pattern: ",\""),
    Case(name: "pairs over line ends", pattern: "\"\"\n"),
    Case(name: "pairs after a delimiter", pattern: ",\"\"a\n"),
    Case(name: "three quotes a record", pattern: "\"\"\"a\n"),
    Case(name: "three quotes a cell", pattern: "\"\"\","),
    Case(name: "quotes before text over lines", pattern: "\"\n\"a"),
    Case(name: "one quote, then pairs for ever", pattern: "a\"\",\"\"\n", ending: ""),
    Case(name: "mixed runs", pattern: "\",\"\"\n\"\"\",\n"),
    Case(name: "even runs", pattern: "\"\"\"\",a\n"),
    Case(name: "delimiters", pattern: ","),
    Case(name: "line ends", pattern: "\r"),
  ]

  private func seconds(_ text: [UInt8]) -> Double {
    var best = Double.infinity
    for _ in 0..<2 {
      let duration = ContinuousClock().measure { _ = recordCount(text) }
      let (whole, rest) = duration.components
      best = min(best, Double(whole) + Double(rest) / 1e18)
    }
    return best
  }

  private func recordCount(_ text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { bytes in
      var scanner = RecordScanner(bytes, delimiter: UInt8(ascii: ","))
      var record = RawRecord()
      var count = 0
      while scanner.next(into: &record) { count += 1 }
      return count
    }
  }

  /// Sixteen times the text may take sixteen times as long, not 256 times; in between lies what a
  /// busy machine adds.
  @Test(arguments: cases)
  func `sixteen times the text takes no more than a little over sixteen times as long`(
    _ example: Case
  ) {
    func text(_ size: Int, opening: String) -> [UInt8] {
      let count = size / example.pattern.utf8.count
      return Array(
        (opening + String(repeating: example.pattern, count: count) + example.ending).utf8)
    }
    for opening in ["", "\"x\n", "\"x,"] {
      let short = seconds(text(8_000, opening: opening))
      let long = seconds(text(128_000, opening: opening))
      #expect(long < short * 100 + 0.05, "\(short) s, then \(long) s")
    }
  }
}
