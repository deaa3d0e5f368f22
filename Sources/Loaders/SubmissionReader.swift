import CSVParsing
package import Domain
import Files
import Vietnamese

/// Reads one submission from its bytes (SPEC §3, §4): every record gets its one kind, data
/// records become rows, and what needs a person's look becomes a reading with its place.
package struct SubmissionReader {
  private let text: SubmissionText
  /// Whether any record may hold what the rules on cells have a word on.
  private let holdsOddBytes: Bool
  private let context: LoadingContext
  /// Nothing in files that are rejected as a whole.
  private var decoder: RecordDecoder?
  /// Tells footers from data, in rejected files, too.
  private var footerTeller: RecordDecoder?
  private var output: SubmissionReading

  /// Short records, which may turn out to be footers; read again once that is known.
  private var undecided: [Undecided] = []
  private var hasSeenTotal = false
  private var expectsNumbering = false
  /// Sums for declared totals, and whether there is a record to sum.
  private var sum = 0
  private var sumSincePrevious: Int?

  /// Reads a whole submission.
  ///
  /// Bad input never stops it; it becomes part of the reading.
  package static func read(
    _ raw: [UInt8], file: SubmissionFile, context: LoadingContext
  ) -> SubmissionReading {
    var reader = SubmissionReader(raw, file: file, context: context)
    reader.readRecords()
    return reader.output
  }

  private init(_ raw: [UInt8], file: SubmissionFile, context: LoadingContext) {
    self.context = context
    text = SubmissionText(raw)
    holdsOddBytes = text.bytes.withUnsafeBufferPointer { Vietnamese.holdsOddBytes($0) }
    let (delimiter, header) = context.recognition.dialect(of: text)
    let isDelimiterKnown = header != nil || separatorLineDelimiter(text) != nil
    output = SubmissionReading(
      file: file, byteCount: raw.count, sha256: FileDigest.hexadecimal(of: raw),
      encoding: text.decoded.encoding,
      delimiter: isDelimiterKnown ? delimiterName(delimiter) : "",
      records: RecordKindCounts(), header: header,
      missingColumns: header.map { header in
        context.settings.requiredColumns(from: file.submitter).filter {
          header.positions[$0] == nil
        }
      } ?? [],
      totals: [], block: RecordBlock(), flagged: [])
    if !output.isRejectedAsWhole { decoder = makeDecoder() }
  }

  /// Where a record of open kind stands in the text.
  private struct Undecided {
    var state: RecordScanner.State
    var number: Int
  }

  private mutating func readRecords() {
    let separatorLine = separatorLineDelimiter(text) != nil
    text.bytes.withUnsafeBufferPointer { bytes in
      var scanner = RecordScanner(bytes, delimiter: delimiterByte(output.delimiter))
      var record = RawRecord()
      var number = 0
      while true {
        let place = Undecided(state: scanner.state, number: number + 1)
        guard scanner.next(into: &record) else { break }
        number += 1
        output.recordCount = number
        let anomalies = mend(&record, bytes)
        record.withCells(of: bytes) { cells in
          take(
            cells, at: place, line: text.line(of: record, number: number), anomalies: anomalies,
            isSeparatorLine: separatorLine && number == 1)
        }
      }
    }
    settleUndecided(asData: false)
    if let decoder { output.block.owners = decoder.owners }
    output.flagged.sort { $0.number < $1.number }
    output.unjudged.sort { $0.number < $1.number }
  }

  /// What is wrong with the bytes and quotes of a record.
  ///
  /// Cells with ill-formed bytes get U+FFFD in their place, so that everything behind this line
  /// sees UTF-8.
  private func mend(
    _ record: inout RawRecord, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> RecordAnomalies {
    var anomalies = RecordAnomalies(
      hasStrayQuote: record.hasStrayQuote, unclosedQuoteLine: record.unclosedQuoteLine,
      holdsOddBytes: holdsOddBytes
        && Vietnamese.holdsOddBytes(
          UnsafeBufferPointer(rebasing: bytes[record.start..<record.end]))
    )
    if text.isWellFormed(record, in: bytes) { return anomalies }
    anomalies.isIllFormed = true
    let mended = record.withCells(of: bytes) { cells in
      (0..<cells.count).map { String(decoding: cells[$0], as: UTF8.self) }
    }
    for (index, cell) in mended.enumerated() { record.replaceCell(index, with: cell.utf8) }
    return anomalies
  }

  // MARK: Kinds, in the order of SPEC §10

  private mutating func take(
    _ cells: RecordCells, at place: Undecided, line: Int, anomalies: RecordAnomalies,
    isSeparatorLine: Bool
  ) {
    let number = place.number
    let filled = FilledCells(cells)
    let headerNumber = output.header?.record ?? 0
    let kind: RecordKind =
      if filled.count == 0 {
        .blank
      } else if number == headerNumber {
        .header
      } else if isSeparatorLine || number < headerNumber {
        .title
      } else if headerNumber == 0 {
        .data
      } else if expectsNumbering, filled.isNumbering(cells) {
        .numbering
      } else if filled.isTotal(cells) {
        .total
      } else {
        .data
      }
    if kind == .header { expectsNumbering = true }
    if kind != .blank, kind != .header { expectsNumbering = false }
    switch kind {
    case .data:
      let isShort = headerNumber > 0 && filled.count <= 2
      if isShort, !isRecognisable(cells) {
        undecided.append(place)
        return
      }
      if !isShort, !hasSeenTotal { settleUndecided(asData: true) }
      takeData(cells, number: number, line: line, anomalies: anomalies)
    case .total:
      settleUndecided(asData: true)
      takeTotal(cells, number: number, line: line)
      fallthrough
    default:
      output.records[kind] += 1
      flagBytesAndQuotes(kind, number: number, line: line, anomalies: anomalies)
    }
  }

  private mutating func takeData(
    _ cells: RecordCells, number: Int, line: Int, anomalies: RecordAnomalies
  ) {
    output.records[.data] += 1
    guard
      let decoded = decoder?.decode(cells, number: number, line: line, anomalies: anomalies)
    else {
      if context.tracesRecords {
        output.unjudged.append(RecordPosition(number: number, line: line))
      }
      flagBytesAndQuotes(.data, number: number, line: line, anomalies: anomalies)
      return
    }
    if let quantity = decoded.declaredQuantity {
      sum += quantity
      sumSincePrevious = (sumSincePrevious ?? 0) + quantity
    }
    if let reading = decoded.reading {
      output.flagged.append(reading)
    } else if let row = decoded.row {
      // In order: short records, which are settled late, always have a reading, since neither
      // their field nor their year can be read.
      output.block.append(row)
    }
  }

  /// Whether a short record is data for the sake of its field or its year.
  private mutating func isRecognisable(_ cells: RecordCells) -> Bool {
    if footerTeller == nil { footerTeller = makeDecoder() }
    return footerTeller?.isRecognisable(cells) ?? false
  }

  private func makeDecoder() -> RecordDecoder? {
    output.header.map {
      RecordDecoder(
        context: context, header: $0, submitter: output.file.submitter, period: output.file.period)
    }
  }

  /// Reads the short records again, as data or as footers.
  private mutating func settleUndecided(asData isData: Bool) {
    if undecided.isEmpty { return }
    let places = undecided
    undecided.removeAll(keepingCapacity: true)
    let delimiter = delimiterByte(output.delimiter)
    var record = RawRecord()
    text.bytes.withUnsafeBufferPointer { bytes in
      for place in places {
        var scanner = RecordScanner(bytes, delimiter: delimiter, resuming: place.state)
        guard scanner.next(into: &record) else { continue }
        let anomalies = mend(&record, bytes)
        let line = text.line(of: record, number: place.number)
        record.withCells(of: bytes) { cells in
          if isData {
            takeData(cells, number: place.number, line: line, anomalies: anomalies)
          } else {
            output.records[.footer] += 1
            flagBytesAndQuotes(
              .footer, number: place.number, line: line, anomalies: anomalies)
          }
        }
      }
    }
  }

  private mutating func takeTotal(_ cells: RecordCells, number: Int, line: Int) {
    defer {
      sumSincePrevious = nil
      hasSeenTotal = true
    }
    guard let declared = decoder?.declaredNumber(cells) else { return }
    output.totals.append(
      DeclaredTotal(
        record: number, line: line, declared: declared, sum: sum,
        sumSincePrevious: hasSeenTotal ? sumSincePrevious : nil))
  }

  // MARK: Records of which only bytes and quotes are looked at

  private mutating func flagBytesAndQuotes(
    _ kind: RecordKind, number: Int, line: Int, anomalies: RecordAnomalies
  ) {
    var anomalies = anomalies
    if kind == .title || kind == .footer { anomalies.hasStrayQuote = false }
    if anomalies.isEmpty { return }
    output.flagged.append(
      RecordReading(
        number: number, line: line, kind: kind, anomalies: anomalies, cells: [], isJudged: false))
  }
}

/// How `submissions.csv` names a delimiter.
private func delimiterName(_ byte: UInt8) -> String {
  byte == UInt8(ascii: "\t") ? "tab" : String(Unicode.Scalar(byte))
}

/// The byte of a delimiter that `submissions.csv` names; a comma where none was needed.
package func delimiterByte(_ name: String) -> UInt8 {
  name == "tab" ? UInt8(ascii: "\t") : name.utf8.first ?? UInt8(ascii: ",")
}
