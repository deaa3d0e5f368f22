/// One record as the contract sees it.
struct ParsedRecord: Equatable {
  var line: Int
  var cells: [String] = []
  var hasStrayQuote = false
  var unclosedQuoteLine: Int?
}

/// Records straight from SPEC §3 and §10, slow and plain: what `RecordScanner` is held against.
///
/// It knows code points and their places, takes the line of a place by counting line ends before
/// it, and looks for a closing quote as the sentences put it, one after another.
func obviousRecords(_ text: String, delimiter: Unicode.Scalar) -> [ParsedRecord] {
  let s = Array(text.unicodeScalars)
  func isEnd(_ i: Int) -> Bool { i >= s.count || s[i] == delimiter || isLineEnd(i) }
  func isLineEnd(_ i: Int) -> Bool { i < s.count && (s[i] == "\n" || s[i] == "\r") }
  func line(of i: Int) -> Int {
    1 + (0..<i).count { s[$0] == "\n" || s[$0] == "\r" && !($0 + 1 < s.count && s[$0 + 1] == "\n") }
  }
  /// The quote that would close: the first that is no part of a pair; nothing if it does not.
  func closing(_ opening: Int) -> Int? {
    var i = opening + 1
    while i < s.count, s[i] != "\"" || i + 1 < s.count && s[i + 1] == "\"" {
      i += s[i] == "\"" ? 2 : 1
    }
    if i >= s.count { return nil }
    let spansLines = (opening..<i).contains(where: isLineEnd)
    return spansLines && !isEnd(i + 1) ? nil : i
  }
  func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }
  var records: [ParsedRecord] = []
  var i = 0
  while i < s.count {
    var record = ParsedRecord(line: line(of: i))
    while true {
      var cell = ""
      if i < s.count, s[i] == "\"" {
        if let close = closing(i) {
          i += 1
          while i < close {
            cell.unicodeScalars.append(s[i])
            i += s[i] == "\"" ? 2 : 1
          }
          i = close + 1
          if !isEnd(i) { record.hasStrayQuote = true }
        } else {
          record.unclosedQuoteLine = record.unclosedQuoteLine ?? line(of: i)
          cell = "\""
          i += 1
        }
      }
      let rest = s[i...].prefix { $0 != delimiter && $0 != "\n" && $0 != "\r" }
      if rest.contains("\"") { record.hasStrayQuote = true }
      record.cells.append(cell + string(rest))
      i = rest.endIndex
      if i < s.count, s[i] == delimiter { i += 1 } else { break }
    }
    if i + 1 < s.count, s[i] == "\r", s[i + 1] == "\n" { i += 1 }
    i += 1
    records.append(record)
  }
  return records
}
