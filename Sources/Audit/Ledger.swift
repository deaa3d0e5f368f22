package import Domain
import Files

/// One line of the ledger: one release that was issued.
package struct LedgerLine: Sendable, Equatable {
  /// 1-based; the header is line 1.
  package var lineNumber: Int
  package var cutoff: Quarter
  /// The SHA-256 of the release's `manifest-sha256.txt`.
  package var manifest: String
  /// The version of kheo that issued it.
  package var version: String
  /// The SHA-256 of the line before this one, its line end left out.
  package var previous: String
}

/// All releases that were ever issued in a reports folder, each sealed by the line after it.
///
/// `ledger.csv`: ASCII, LF, a header, one line a release issued. What a chain cannot notice, by
/// itself: lines taken off its end, and a change of its last line, which has no successor.
/// `LedgerCheck` notices both by the release folders, unless the folder was taken away as well.
package struct Ledger: Sendable, Equatable {
  package static let fileName = "ledger.csv"

  /// The largest file that is read as a ledger: some 25,000 releases.
  package static let sizeLimit = 4 << 20

  /// How many faults are told one by one.
  private static let faultLimit = 20

  static let header = Array("cutoff,manifest,version,previous".utf8)

  /// In the order of the file, malformed lines left out.
  package private(set) var lines: [LedgerLine] = []
  /// The first faults, in the order of the file.
  package private(set) var faults: [LedgerFault] = []

  /// Reads a ledger as far as it can be read, and says what is wrong with it.
  package static func parse(_ bytes: [UInt8]) -> Ledger {
    var ledger = Ledger()
    guard !bytes.isEmpty else {
      ledger.note(.empty)
      return ledger
    }
    if bytes.starts(with: byteOrderMark) { ledger.note(.byteOrderMark) }
    var previous: ArraySlice<UInt8>?
    var hasCarriageReturn = false
    let isEnded = forEachLine(of: withoutMark(bytes)) { line, number in
      if line.last == carriageReturn, !hasCarriageReturn {
        hasCarriageReturn = true
        ledger.note(.carriageReturns(number))
      }
      let line = withoutCarriageReturn(line)
      ledger.read(line, lineNumber: number, after: previous)
      previous = line
    }
    if !isEnded { ledger.note(.noLineEnd) }
    return ledger
  }

  private mutating func note(_ fault: LedgerFault) {
    if faults.count < Ledger.faultLimit { faults.append(fault) }
  }

  /// Reads one line; there is none before the header.
  private mutating func read(
    _ line: ArraySlice<UInt8>, lineNumber: Int, after previous: ArraySlice<UInt8>?
  ) {
    guard let previous else {
      if !line.elementsEqual(Ledger.header) { note(.wrongHeader(text: excerpt(line))) }
      return
    }
    guard let entry = Ledger.entry(line, lineNumber: lineNumber) else {
      note(.malformedLine(lineNumber, text: excerpt(line)))
      return
    }
    if entry.previous != FileDigest.hexadecimal(of: Array(previous)) {
      note(.brokenChain(lineNumber))
    }
    lines.append(entry)
  }

  private static func entry(_ line: ArraySlice<UInt8>, lineNumber: Int) -> LedgerLine? {
    let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard cells.count == 4,
      let cutoff = quarter(String(decoding: cells[0], as: UTF8.self)),
      isSHA256(cells[1]), isSHA256(cells[3]), !cells[2].isEmpty,
      cells[2].allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") })
    else { return nil }
    return LedgerLine(
      lineNumber: lineNumber, cutoff: cutoff, manifest: String(decoding: cells[1], as: UTF8.self),
      version: String(decoding: cells[2], as: UTF8.self),
      previous: String(decoding: cells[3], as: UTF8.self))
  }

  /// The bytes of the ledger with one line more: the whole new file.
  ///
  /// Nothing that stands there is repaired or lost; only a last line without line end is ended.
  /// The new line is chained to the last one as it stands, be it sound or not.
  package static func appending(
    cutoff: Quarter, manifest: String, version: String, to bytes: [UInt8]
  ) -> [UInt8] {
    var whole = bytes
    if withoutMark(bytes).isEmpty { whole += header + [lineFeed] }
    if whole.last != lineFeed { whole.append(lineFeed) }
    let start = whole.dropLast().lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
    let last = withoutCarriageReturn(ArraySlice(withoutMark(Array(whole[start...].dropLast()))))
    let previous = FileDigest.hexadecimal(of: Array(last))
    return whole + Array("\(cutoff),\(manifest),\(version),\(previous)\n".utf8)
  }

  /// The last line of a cut-off: the release that should stand in the reports folder.
  package func latest(of cutoff: Quarter) -> LedgerLine? {
    lines.last { $0.cutoff == cutoff }
  }

  private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
  }

  private static func withoutCarriageReturn(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == carriageReturn ? line.dropLast() : line
  }
}

/// The quarter that a text such as `2024-Q3` names; nothing for a year, or anything else.
func quarter(_ text: String) -> Quarter? {
  Period(text).flatMap { period in
    period.quarter.map { Quarter(year: period.year, number: $0) }
  }
}
