import CSVParsing
package import Domain
import Vietnamese

/// One record with its cells as texts: for registers, headers, and everything that is shown.
package struct TextRecord: Sendable {
  /// 1-based, among all records of the text.
  package var number: Int
  /// 1-based physical line where it starts.
  package var line: Int
  /// Trimmed and in NFC.
  package var cells: [String]
  /// All cells, those that are only counted included.
  package var cellCount: Int
  package var anomalies: RecordAnomalies
  /// Whether it is the first line `sep=` that names the delimiter.
  package var isSeparatorLine: Bool

  package var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
}

/// The records of a text, one after another, with their cells as texts.
package struct TextRecords: Sequence, IteratorProtocol {
  private let text: SubmissionText
  private let delimiter: UInt8
  private let hasSeparatorLine: Bool
  private let trims: Bool
  private let sizeLimit: Int
  private let isWanted: (_ number: Int, _ cellCount: Int) -> Bool
  private var resume: RecordScanner.State
  private var record = RawRecord()
  private var number = 0

  /// The records of a text, read with `delimiter`.
  ///
  /// `trims` false keeps cells as they are after unquoting: what `inspect --json` shows. Records
  /// that are not wanted, by their number and their number of cells, and those of more than
  /// `sizeLimit` bytes come without cells, which spares making their texts.
  package init(
    _ text: SubmissionText, delimiter: UInt8, trims: Bool = true, sizeLimit: Int = .max,
    isWanted: @escaping (_ number: Int, _ cellCount: Int) -> Bool = { _, _ in true }
  ) {
    self.text = text
    self.delimiter = delimiter
    self.trims = trims
    self.sizeLimit = sizeLimit
    self.isWanted = isWanted
    hasSeparatorLine = separatorLineDelimiter(text) != nil
    resume = RecordScanner.State()
  }

  package mutating func next() -> TextRecord? {
    text.bytes.withUnsafeBufferPointer { bytes in
      var scanner = RecordScanner(bytes, delimiter: delimiter, resuming: resume)
      guard scanner.next(into: &record) else { return nil }
      resume = scanner.state
      number += 1
      let isIllFormed = !text.isWellFormed(record, in: bytes)
      let cells = record.withCells(of: bytes) { cells in
        record.end - record.start <= sizeLimit && isWanted(number, cells.count)
          ? (0..<cells.count).map { textOfCell(cells[$0], isIllFormed: isIllFormed) } : []
      }
      return TextRecord(
        number: number, line: text.line(of: record, number: number), cells: cells,
        cellCount: record.cellCount,
        anomalies: RecordAnomalies(
          isIllFormed: isIllFormed, hasStrayQuote: record.hasStrayQuote,
          unclosedQuoteLine: record.unclosedQuoteLine),
        isSeparatorLine: number == 1 && hasSeparatorLine)
    }
  }

  private func textOfCell(_ bytes: UnsafeBufferPointer<UInt8>, isIllFormed: Bool) -> String {
    if !trims { return String(decoding: bytes, as: UTF8.self) }
    if isIllFormed { return String(decoding: bytes, as: UTF8.self).trimmed.composed }
    return composedText(trimmedBytes(bytes))
  }
}

/// The delimiters of SPEC §3, in the order in which ties are decided.
package let delimiters = [",", ";", "\t", "|"].flatMap { Array($0.utf8) }

/// The delimiter that a first line of `sep=` and nothing else names.
package func separatorLineDelimiter(_ text: SubmissionText) -> UInt8? {
  let line = text.bytes.prefix(6)
  guard line.count >= 5, line.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 }),
    line[3] == UInt8(ascii: "="), delimiters.contains(line[4]),
    line.count == 5 || line[5] == 0x0A || line[5] == 0x0D
  else { return nil }
  return line[4]
}

/// How many of the first records a header may be among.
package let headerSearchLimit = 30

/// The delimiter of a text, with what `recognise` makes of the records read with it; records of
/// other than `cellCounts` cells, or beyond the size limit, come to it without cells.
///
/// It is the one of a `sep=` line, else the one under which `score` is highest, ties in the order
/// of SPEC §3; a comma if it is 0 under each.
package func detectDelimiter<Result>(
  _ text: SubmissionText, cellCounts: ClosedRange<Int> = 0...Int.max,
  recognise: (TextRecords) -> Result,
  score: (Result) -> Int
) -> (delimiter: UInt8, result: Result) {
  func attempt(_ delimiter: UInt8) -> (delimiter: UInt8, result: Result) {
    (
      delimiter,
      recognise(
        TextRecords(
          text, delimiter: delimiter, sizeLimit: SubmissionLimits.recordSize,
          isWanted: { cellCounts.contains($1) }))
    )
  }
  if let known = text.knownDelimiter ?? separatorLineDelimiter(text) { return attempt(known) }
  var best = attempt(delimiters[0])
  // Without its delimiter a text has records of one cell each.
  for delimiter in delimiters.dropFirst() where text.mayHold(delimiter) {
    let other = attempt(delimiter)
    if score(other.result) > score(best.result) { best = other }
  }
  return best
}
