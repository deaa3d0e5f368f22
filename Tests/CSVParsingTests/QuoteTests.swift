import CSVParsing
import Testing

/// Quotes, one claim a line of the grammar (SPEC §3, §10).
struct QuoteTests {
  private func cells(_ text: String) -> [[String]] { scannedRecords(text).map(\.cells) }
  private func isClean(_ text: String) -> Bool {
    scannedRecords(text).allSatisfy { !$0.hasStrayQuote && $0.unclosedQuoteLine == nil }
  }

  @Test func `a comma inside quotes is no boundary`() {
    #expect(cells("\"a,b\",c") == [["a,b", "c"]])
    #expect(isClean("\"a,b\",c"))
  }

  @Test func `a line end inside quotes is no boundary`() {
    for end in ["\n", "\r", "\r\n"] {
      #expect(cells("\"a\(end)b\",c") == [["a\(end)b", "c"]])
      #expect(isClean("\"a\(end)b\",c"))
    }
  }

  @Test func `two quotes inside quotes are one`() {
    #expect(cells("\"a\"\"b\"") == [["a\"b"]])
    #expect(cells("\"\"\"\"") == [["\""]])
    #expect(cells("\"\"\"\"\"\",\"\"\"a\"\"\"") == [["\"\"", "\"a\""]])
    #expect(isClean("\"a\"\"b\",\"\"\"\""))
  }

  @Test func `a quoted cell may be blank`() {
    #expect(cells("\"\",\"\"\n\"\"") == [["", ""], [""]])
    #expect(isClean("\"\",\"\"\n\"\""))
  }

  @Test func `a quote opens a cell only as its first character`() {
    let records = scannedRecords(" \"a,b\"\nc")
    #expect(records.map(\.cells) == [[" \"a", "b\""], ["c"]])
    #expect(records.map(\.hasStrayQuote) == [true, false])
  }

  @Test func `a quote inside a bare cell is text and stray`() {
    let records = scannedRecords("a\"b\"\"c,d")
    #expect(records == [ParsedRecord(line: 1, cells: ["a\"b\"\"c", "d"], hasStrayQuote: true)])
  }

  @Test func `text after a closing quote is bare text and stray`() {
    let records = scannedRecords("\"a\"b,c")
    #expect(records == [ParsedRecord(line: 1, cells: ["ab", "c"], hasStrayQuote: true)])
  }

  @Test func `a space after a closing quote is stray`() {
    #expect(
      scannedRecords("\"a\" ,c")
        == [ParsedRecord(line: 1, cells: ["a ", "c"], hasStrayQuote: true)])
  }

  @Test func `quotes after a closing quote stay as they are`() {
    #expect(
      scannedRecords("\"a\"\"\" \"b\"\"c\",d")
        == [ParsedRecord(line: 1, cells: ["a\" \"b\"\"c\"", "d"], hasStrayQuote: true)])
  }

  @Test func `bare text after a closing quote ends at a delimiter, even before a quote`() {
    #expect(
      scannedRecords("\"a\"b\"c,d\"")
        == [ParsedRecord(line: 1, cells: ["ab\"c", "d\""], hasStrayQuote: true)])
  }

  @Test func `a stray quote spoils its own record only`() {
    #expect(scannedRecords("a\nb\"\nc").map(\.hasStrayQuote) == [false, true, false])
  }

  @Test func `a quote that is never closed is bare text, and reading goes on after it`() {
    let records = scannedRecords("a,\"b,c\nd,e\n")
    #expect(
      records == [
        ParsedRecord(line: 1, cells: ["a", "\"b", "c"], unclosedQuoteLine: 1),
        ParsedRecord(line: 2, cells: ["d", "e"]),
      ])
  }

  @Test func `a quote is never closed if over a line end text follows what would close it`() {
    let records = scannedRecords("\"a\nb\"c,d\n")
    #expect(
      records == [
        ParsedRecord(line: 1, cells: ["\"a"], unclosedQuoteLine: 1),
        ParsedRecord(line: 2, cells: ["b\"c", "d"], hasStrayQuote: true),
      ])
  }

  @Test func `a quoted cell that ends the file is closed`() {
    #expect(scannedRecords("\"a\nb\"") == [ParsedRecord(line: 1, cells: ["a\nb"])])
  }

  @Test func `stray quotes in the rest of an unclosed cell count as such`() {
    let records = scannedRecords("\"a\"\"b\n\"x\"y\n")
    #expect(
      records == [
        ParsedRecord(
          line: 1, cells: ["\"a\"\"b"], hasStrayQuote: true, unclosedQuoteLine: 1),
        ParsedRecord(line: 2, cells: ["xy"], hasStrayQuote: true),
      ])
  }

  @Test func `an unclosed quote stands on the line where it opens, not where its record does`() {
    let records = scannedRecords("\"x\ny\",\"a\nb\n")
    #expect(
      records == [
        ParsedRecord(line: 1, cells: ["x\ny", "\"a"], unclosedQuoteLine: 2),
        ParsedRecord(line: 3, cells: ["b"]),
      ])
  }

  @Test func `a lone quote at the end of the file is unclosed`() {
    #expect(
      scannedRecords("a,\"") == [ParsedRecord(line: 1, cells: ["a", "\""], unclosedQuoteLine: 1)])
  }
}
