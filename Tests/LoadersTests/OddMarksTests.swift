import CSVParsing
import Encodings
import TestSupport
import Testing
import Vietnamese

/// Whatever rules on texts might have a word on stands behind a mark, in text that is well-formed.
struct OddMarksTests {
  /// Whether the kernel finds the marks, where there is one.
  static let ways = Marks.hasKernel ? [false, true] : [false]

  private static func isOdd(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    holdsOddBytes(bytes) || TextDamage.isPossible(in: bytes)
  }

  /// Holds the marks of texts against what the rules look for.
  private struct Search {
    private let room = Marks.Room()
    private(set) var oddCount = 0
    private var faultCount = 0

    /// `text` stands behind `head` letters, in which nothing is odd.
    mutating func expectMarked(_ text: String, head: Int = 0, usesKernel: Bool) {
      let bytes = [UInt8](repeating: UInt8(ascii: "n"), count: head) + Array(text.utf8)
      let isCovered = bytes.withUnsafeBufferPointer { bytes -> Bool in
        guard OddMarksTests.isOdd(bytes) else { return true }
        oddCount += 1
        let marks = Marks(
          of: bytes, delimiter: UInt8(ascii: ","), in: room, usesKernel: usesKernel)
        return marks.words.contains {
          $0 & Marks.kinds == Marks.oddByte && Int($0 & ~Marks.kinds) >= head
        }
      }
      if isCovered { return }
      faultCount += 1
      if faultCount <= 5 {
        Issue.record("nothing is marked in \(text.debugDescription) behind \(head) letters")
      }
    }
  }

  @Test(arguments: ways)
  func `every character that is odd is marked, and so is a question mark beside letters`(
    _ usesKernel: Bool
  ) {
    var search = Search()
    for value in UInt32(0)...0x10_FFFF where value < 0x3200 || value % 0x41 == 0 {
      guard let scalar = Unicode.Scalar(value), scalar != "\"" else { continue }
      search.expectMarked("1\(scalar)a", usesKernel: usesKernel)
    }
    #expect(search.oddCount > 5_000)
  }

  @Test(arguments: [61, 62, 63])
  func `so is one across the end of 64 bytes`(_ head: Int) {
    var search = Search()
    let values = [UInt32](0..<0x700) + [UInt32](0x1E80..<0x2080) + [0xFEFF, 0x1_F44D]
    for value in values {
      guard let scalar = Unicode.Scalar(value), scalar != "\"" else { continue }
      for usesKernel in OddMarksTests.ways {
        search.expectMarked("\(scalar)a", head: head, usesKernel: usesKernel)
      }
    }
    #expect(search.oddCount > 500)
  }

  static let alphabet = Array("1eE-+/jn?a#'".unicodeScalars)

  @Test(arguments: ways)
  func `signs in numbers and days of a spreadsheet are marked`(_ usesKernel: Bool) {
    var search = Search()
    for first in OddMarksTests.alphabet {
      for second in OddMarksTests.alphabet {
        for third in OddMarksTests.alphabet {
          let text = "\(first)\(second)\(third)"
          search.expectMarked(text, usesKernel: usesKernel)
          for head in 61...63 where usesKernel {
            search.expectMarked(text, head: head, usesKernel: usesKernel)
          }
          for fourth in OddMarksTests.alphabet {
            search.expectMarked("\(text)\(fourth)", usesKernel: usesKernel)
          }
        }
      }
    }
    // Every letter before a sign and behind it.
    for first in UInt8(0x20)..<0x7F where first != 0x22 {
      for sign in ["-", "+", "/"] {
        for last in UInt8(0x20)..<0x7F where last != 0x22 {
          search.expectMarked(
            "\(Unicode.Scalar(first))\(sign)\(Unicode.Scalar(last))", usesKernel: usesKernel)
        }
        for day in ["1", "12", "1/2", "12-3", "1+2"] {
          search.expectMarked("\(Unicode.Scalar(first))\(sign)\(day)", usesKernel: usesKernel)
        }
      }
    }
    #expect(search.oddCount > 10_000)
  }

  @Test func `a plain record that may be odd is known to be, wherever its window begins`() {
    var forms = RandomForms(seed: 21)
    var oddCount = 0
    var plainCount = 0
    for round in 0..<100 {
      let form = forms.form(rows: 8, rarity: 5)
      let bytes = forms.mutated(form.text)
      guard String(validating: bytes, as: UTF8.self) != nil else { continue }
      bytes.withUnsafeBufferPointer { text in
        for width in [5, 7, 9, 10] {
          var records = PlainRecords(
            text, delimiter: UInt8(ascii: ","), width: width,
            usesKernel: Marks.hasKernel && round % 2 == 0)
          var record = PlainRecords.Record()
          var scanner = RecordScanner(text, delimiter: UInt8(ascii: ","))
          var raw = RawRecord()
          repeat {
            records.resume(at: scanner.state)
            while records.read(&record) {
              let isOdd = OddMarksTests.isOdd(
                UnsafeBufferPointer(rebasing: text[record.start..<record.end]))
              if isOdd { oddCount += 1 } else { plainCount += 1 }
              if isOdd, !record.mayBeOdd {
                Issue.record(
                  "bytes \(record.start) to \(record.end) of \(form.text.debugDescription)")
              }
            }
            scanner = RecordScanner(
              text, delimiter: UInt8(ascii: ","), resuming: records.state)
          } while scanner.next(into: &raw)
        }
      }
    }
    #expect(oddCount > 10)
    #expect(plainCount > 60)
  }
}
