import CSVParsing
import TestSupport
import Testing

/// The scanner against the obvious parser: cells, lines and anomalies of all records.
struct ReferenceComparisonTests {
  private static func expectAlike(_ text: String, delimiter: Unicode.Scalar = ",") {
    let scanned = scannedRecords(text, delimiter: delimiter)
    let expected = obviousRecords(text, delimiter: delimiter)
    if scanned != expected {
      Issue.record("\(text.debugDescription): \(scanned), not \(expected)")
    }
  }

  /// One argument for each pair of first pieces, so that they are read side by side.
  static let beginnings = alphabet.flatMap { first in alphabet.map { first + $0 } }
  private static let alphabet = ["a", ",", "\"", "\n", "\r"]

  @Test(arguments: beginnings)
  func `every text of up to seven characters is read alike`(_ beginning: String) {
    var texts = [beginning]
    for length in 2...7 {
      for text in texts { ReferenceComparisonTests.expectAlike(text) }
      if length < 7 {
        texts = texts.flatMap { text in ReferenceComparisonTests.alphabet.map { text + $0 } }
      }
    }
  }

  @Test(arguments: [",", ";", "\t", "|"] as [Unicode.Scalar])
  func `longer random texts are read alike, whatever the delimiter`(_ delimiter: Unicode.Scalar) {
    let pieces = [
      "a", ",", ";", "\t", "|", "\"", "\"", "\"\"", "\n", "\r", "\r\n", " ", "ộ", "\u{301}", "\0",
      "\(delimiter)\"", "\"\(delimiter)", "\"\n",
    ]
    var dice = Dice(seed: UInt64(delimiter.value))
    for _ in 0..<4_000 {
      let length = dice.roll(40)
      let text = (0...length).map { _ in dice.pick(pieces) }.joined()
      ReferenceComparisonTests.expectAlike(text, delimiter: delimiter)
    }
  }

  @Test func `a scanner that is taken up at each record reads what one pass reads`() {
    let pieces = ["a", ",", "\"", "\"", "\n", "\r", "\r\n", "\"\"", "\",", "\"\n"]
    var dice = Dice(seed: 3)
    for _ in 0..<3_000 {
      let text = (0...dice.roll(30)).map { _ in dice.pick(pieces) }.joined()
      let resumed = Array(text.utf8).withUnsafeBufferPointer { bytes in
        var state = RecordScanner.State()
        var records: [ParsedRecord] = []
        while true {
          var scanner = RecordScanner(bytes, delimiter: UInt8(ascii: ","), resuming: state)
          var raw = RawRecord()
          guard scanner.next(into: &raw) else { return records }
          records.append(ParsedRecord(raw, bytes))
          state = scanner.state
        }
      }
      #expect(resumed == scannedRecords(text))
    }
  }

  @Test func `no byte is lost: cells, quotes, delimiters and line ends make up the text`() {
    let pieces = ["a", ",", "\"", "\n", "\r", "\r\n", "\"\"", "\","]
    var dice = Dice(seed: 4)
    for _ in 0..<3_000 {
      let text = (0...dice.roll(30)).map { _ in dice.pick(pieces) }.joined()
      let letters = scannedRecords(text).flatMap(\.cells).joined().utf8.count { $0 == 0x61 }
      #expect(letters == text.utf8.count { $0 == 0x61 })
    }
  }
}
