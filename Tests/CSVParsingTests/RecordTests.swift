import CSVParsing
import Testing

/// Records, line ends and delimiters, one claim a line of the grammar (SPEC §3).
struct RecordTests {
  private func cells(_ text: String, delimiter: Unicode.Scalar = ",") -> [[String]] {
    scannedRecords(text, delimiter: delimiter).map(\.cells)
  }

  @Test func `no bytes are no records`() {
    #expect(cells("").isEmpty)
  }

  @Test func `a line end ends a record, whichever it is`() {
    #expect(cells("a\nb\rc\r\nd") == [["a"], ["b"], ["c"], ["d"]])
  }

  @Test func `a line end at the end of the file starts no record`() {
    for end in ["\n", "\r", "\r\n"] { #expect(cells("a\(end)") == [["a"]]) }
  }

  @Test func `a line without characters is a record of one blank cell`() {
    #expect(cells("\n") == [[""]])
    #expect(cells("a\n\nb\n") == [["a"], [""], ["b"]])
    #expect(cells("\r\r\n\n") == [[""], [""], [""]])
  }

  @Test func `a line feed before a carriage return is another line`() {
    #expect(cells("a\n\rb") == [["a"], [""], ["b"]])
    #expect(scannedRecords("a\n\rb").map(\.line) == [1, 2, 3])
  }

  @Test func `a delimiter at an end has a blank cell behind it`() {
    #expect(cells(",") == [["", ""]])
    #expect(cells("a,\n,b") == [["a", ""], ["", "b"]])
    #expect(cells("a,,b") == [["a", "", "b"]])
  }

  @Test func `only the chosen delimiter is one`() {
    #expect(cells("a,b;c\td|e", delimiter: ";") == [["a,b", "c\td|e"]])
    #expect(cells("a,b;c\td|e", delimiter: "\t") == [["a,b;c", "d|e"]])
    #expect(cells("a,b;c\td|e", delimiter: "|") == [["a,b;c\td", "e"]])
  }

  @Test func `cells keep their white space`() {
    #expect(cells(" a , b\t\n") == [[" a ", " b\t"]])
  }

  @Test func `a delimiter with a combining mark is a delimiter all the same`() {
    #expect(cells("a,\u{301}b") == [["a", "\u{301}b"]])
    #expect(cells("\"a\"\u{301},b") == [["a\u{301}", "b"]])
    #expect(cells("a\r\n\u{301}b") == [["a"], ["\u{301}b"]])
  }

  @Test func `cells are not normalised`() {
    #expect(
      cells("e\u{302},ê").joined().map { Array($0.utf8) } == [[0x65, 0xCC, 0x82], [0xC3, 0xAA]])
  }

  @Test func `other line ends of Unicode are text`() {
    #expect(cells("a\u{85}b\u{2028}c\u{0B}d\u{0C}e") == [["a\u{85}b\u{2028}c\u{0B}d\u{0C}e"]])
  }

  @Test func `a NUL is text, and nothing is cut at it`() {
    #expect(cells("a\0b,c\n\0") == [["a\0b", "c"], ["\0"]])
  }

  @Test func `lines are physical, those inside quotes count, a pair counts once`() {
    let text = "a\r\n\"b\r\nc\rd\ne\"\n\rf"
    #expect(scannedRecords(text).map(\.line) == [1, 2, 6, 7])
  }

  @Test func `a record ends before its line end, a pair left out whole`() {
    let bytes = Array("ab\r\n\"c\"\rd".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = RecordScanner(bytes, delimiter: UInt8(ascii: ","))
      var record = RawRecord()
      var ranges: [[Int]] = []
      while scanner.next(into: &record) { ranges.append([record.start, record.end]) }
      #expect(ranges == [[0, 2], [4, 7], [8, 9]])
    }
  }

  @Test func `ill-formed bytes stay in their cells`() {
    let records = scannedRecords([0xE1, 0x2C, 0xFF, 0x0A, 0x22, 0xC3, 0x22], delimiter: 0x2C)
    #expect(records.map(\.cells) == [["\u{FFFD}", "\u{FFFD}"], ["\u{FFFD}"]])
  }

  @Test func `a replaced cell leaves its neighbours as they are`() {
    Array("a,\"b\"\"c\",d".utf8).withUnsafeBufferPointer { bytes in
      var scanner = RecordScanner(bytes, delimiter: UInt8(ascii: ","))
      var record = RawRecord()
      let isRead = scanner.next(into: &record)
      #expect(isRead)
      record.replaceCell(0, with: "xyz".utf8)
      record.replaceCell(2, with: "".utf8)
      #expect(ParsedRecord(record, bytes).cells == ["xyz", "b\"c", ""])
    }
  }
}
