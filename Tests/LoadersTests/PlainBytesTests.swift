import CSVParsing
import Encodings
import Testing
import Vietnamese

@testable import Loaders

/// What single bytes tell of a cell is what its definition says of it, or a doubt.
///
/// Cells with odd bytes are never asked about; they are left to the rules before.
struct PlainBytesTests {
  private func withBytes<Result>(
    _ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    Array(text.utf8).withUnsafeBufferPointer(body)
  }

  private func isOdd(_ text: String) -> Bool {
    withBytes(text) { holdsOddBytes($0) || TextDamage.isPossible(in: $0) }
  }

  /// Every character up to the signs of Japanese, among them all white space, that is not odd.
  private func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    for value in UInt32(0)..<0x3100 {
      guard let scalar = Unicode.Scalar(value), !isOdd("1\(scalar)1") else { continue }
      body(scalar)
    }
  }

  @Test func `whatever stands at its ends, a cell is trimmed as ever`() {
    var count = 0
    forEachScalar { scalar in
      for text in ["\(scalar)", "a\(scalar)", "\(scalar)a", "ổ\(scalar)", "\(scalar) \u{A0}"] {
        let (found, expected) = withBytes(text) {
          (Array(PlainBytes.trimmed($0)), Array(trimmedBytes($0)))
        }
        if found != expected { Issue.record("U+\(String(scalar.value, radix: 16)) in \(text)") }
      }
      count += 1
    }
    #expect(count > 1_000)
  }

  @Test func `what fills a cell for certain is a letter or a digit`() {
    var count = 0
    forEachScalar { scalar in
      for text in ["\(scalar)", "\(scalar)-", "-\(scalar)", "“\(scalar)”"] {
        guard withBytes(text, PlainBytes.holdsLetterOrDigit) else { continue }
        count += 1
        if !text.unicodeScalars.contains(where: \.isLetterOrDigit) {
          Issue.record("U+\(String(scalar.value, radix: 16)) in \(text)")
        }
      }
    }
    #expect(count > 500)
  }

  @Test func `a cell that begins with ink is not blank`() {
    forEachScalar { scalar in
      let isInk = withBytes("\(scalar)") { $0.first.map { PlainBytes.isInk($0) } == true }
      if isInk, "\(scalar)".trimmed.isEmpty {
        Issue.record("U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  // MARK: Totals

  /// A word in every spelling that is canonically the same, small and in capitals, and nearly so.
  private static func spellings(_ start: String, _ vowels: [String], _ end: String) -> [String] {
    var found: [String] = []
    for vowel in vowels {
      found.append("\(start)\(vowel)\(end)")
      found.append("\(start.uppercased())\(vowel)\(end)")
      found.append("\(start)\(vowel)\(end)".uppercased())
      found.append("\(start)\(vowel)\u{301}\(end)")
      found.append("\(start)\(vowel)\(end)\u{301}")
      found.append("\(start)\(vowel) \(end)")
      found.append("\(start)\u{302}\(vowel)\(end)")
    }
    return found
  }

  private static let labels: [String] =
    spellings(
      "t",
      [
        "ổ", "\u{F4}\u{309}", "o\u{302}\u{309}", "\u{1ECF}\u{302}", "o\u{309}\u{302}", "ồ", "ô",
        "o",
      ],
      "ng")
    + spellings(
      "c",
      [
        "ộ", "\u{F4}\u{323}", "\u{1ECD}\u{302}", "o\u{302}\u{323}", "o\u{323}\u{302}", "ổ", "ô",
        "o",
        "u",
      ], "ng")
    + ["trong", "Trong", "TRONG", "tRoNg", "tro\u{301}ng", "trong\u{301}", "trồng", "tr", "trung"]

  private static let endings = [
    "", " ", ".", ":", " cộng", " cộng:", " số", " số mô hình", " mục II", " (I + II)", " đó",
    " ĐÓ: mới", " đo\u{301}", " vệ sinh", " đồng", "\u{A0}cộng", " lĩnh vực kinh tế", "\tcộng", "x",
    " 5", "\u{301}", "\ncộng",
  ]

  static let beginnings = ["", "“", "(", "1. ", "- ", "× ", "a", "\u{301}"]

  @Test(arguments: beginnings)
  func `what says that it is a total, or what one consists of, is never taken for a model`(
    _ beginning: String
  ) {
    var telling = 0
    var models = 0
    for label in PlainBytesTests.labels {
      for ending in PlainBytesTests.endings {
        let text = beginning + label + ending
        let mayBe = withBytes(text) { PlainBytes.mayBeTotal($0) }
        if !mayBe { models += 1 }
        if isOdd(text) || !isTotal(text) { continue }
        telling += 1
        if !mayBe { Issue.record("\(text.debugDescription)") }
      }
    }
    // Not everything is left to the definition, and something there is to be missed.
    if beginning.isEmpty {
      #expect(models > 200)
      #expect(telling > 200)
    }
  }

  @Test func `a name of the usual kind is taken for one`() {
    for name in [
      "Tổ tự quản", "Tủ sách thanh niên", "Trồng hoa", "Camera an ninh", "Cựu chiến binh",
      "Nuôi ong",
      "Đường hoa", "Câu lạc bộ", "Thắp sáng", "Chợ văn minh", "An toàn", "Ước mơ xanh",
    ] {
      #expect(!withBytes(name) { PlainBytes.mayBeTotal($0) }, "\(name)")
    }
  }

  @Test func `a number of a row of its own begins no group and no total`() {
    let digits = ["", "1", "12", "123", "000001", "123456", "1234567", "x", "1 "]
    for number in digits {
      for mark in ["", ".", ")", "/", "..", "a", " ", "-"] {
        let text = number + mark
        if !withBytes(text, PlainBytes.isRowNumber) { continue }
        #expect(FormNumbering(text) == .top(isRomanOrLetter: false), "\(text)")
        #expect(!isTotal(text), "\(text)")
        #expect(!withBytes(text, PlainBytes.mayBeTotal), "\(text)")
      }
    }
    for text in ["1", "12.", "123)", "4/", "123456"] {
      #expect(withBytes(text, PlainBytes.isRowNumber), "\(text)")
    }
  }

  private static let fields = Sample.context().lookup?.fields

  /// Whether a record says so whose first cell is `text`.
  private func isTotal(_ text: String) -> Bool {
    let record = RandomForms.quoted(text) + ",x,KT,2023"
    return Array(record.utf8).withUnsafeBufferPointer { bytes in
      var scanner = RecordScanner(bytes, delimiter: UInt8(ascii: ","))
      var raw = RawRecord()
      guard scanner.next(into: &raw) else { return false }
      return raw.withCells(of: bytes) { cells in
        let filled = FilledCells(cells)
        return filled.isTotal(cells)
          || filled.isTotalOfPart(cells, fields: PlainBytesTests.fields)
          || filled.breakdownStart(cells) != nil
      }
    }
  }
}
