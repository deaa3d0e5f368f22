import CSVParsing
package import Domain
import Files
import Vietnamese

/// Reads one submission from its bytes (SPEC §3, §4): every record gets its one kind, data
/// records become rows, and what needs a person's look becomes a reading with its place.
package struct SubmissionReader {
  private let text: DecodedText
  private let context: LoadingContext
  private var decoder: RecordDecoder?
  private var output: SubmissionReading

  /// Data records whose kind is open: short ones, which may turn out to be footers.
  private var undecided: [RecordDecoder.Decoded] = []
  private var hasSeenTotal = false
  private var expectsNumbering = false
  /// Sums for declared totals, and whether there is a record to sum.
  private var sum = 0
  private var sumSincePrevious: Int?
  private var lateRows: [RecordRow] = []

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
    text = DecodedText(raw)
    let (delimiter, header) = context.recognition.dialect(of: text)
    let isDelimiterKnown = header != nil || separatorLineDelimiter(text) != nil
    output = SubmissionReading(
      file: file, byteCount: raw.count, sha256: FileDigest.hexadecimal(of: raw),
      encoding: text.encoding,
      delimiter: isDelimiterKnown ? delimiterName(delimiter) : "",
      records: RecordKindCounts(), header: header,
      missingColumns: header.map { header in
        context.requiredColumns(from: file.submitter).filter { header.positions[$0] == nil }
      } ?? [],
      totals: [], block: RecordBlock(), flagged: [])
    if let header, !output.isRejectedAsWhole {
      decoder = RecordDecoder(
        context: context, header: header, submitter: file.submitter, period: file.period)
    }
  }

  private mutating func readRecords() {
    let delimiter = delimiterByte(output.delimiter)
    let separatorLine = separatorLineDelimiter(text) != nil
    text.bytes.withUnsafeBufferPointer { bytes in
      var scanner = RecordScanner(bytes, delimiter: delimiter)
      var record = RawRecord()
      var number = 0
      while scanner.next(into: &record) {
        number += 1
        output.recordCount = number
        let isIllFormed = mendIfIllFormed(&record, bytes)
        let anomalies = RecordAnomalies(
          isIllFormed: isIllFormed, hasStrayQuote: record.hasStrayQuote,
          unclosedQuoteLine: record.unclosedQuoteLine)
        record.withCells(of: bytes) { cells in
          take(
            cells, number: number, line: record.line, anomalies: anomalies,
            isSeparatorLine: separatorLine && number == 1)
        }
      }
    }
    for decoded in undecided { takeFooter(decoded) }
    if let decoder { output.block.owners = decoder.owners }
    output.block = output.block.merging(lateRows)
    output.flagged.sort { $0.number < $1.number }
  }

  /// Whether a record holds ill-formed bytes; its cells then get U+FFFD in their place, so that
  /// everything behind this line sees UTF-8.
  private func mendIfIllFormed(
    _ record: inout RawRecord, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if text.isWellFormed
      || isWellFormedUTF8(UnsafeBufferPointer(rebasing: bytes[record.start..<record.end]))
    {
      return false
    }
    let mended = record.withCells(of: bytes) { cells in
      (0..<cells.count).map { String(decoding: cells[$0], as: UTF8.self) }
    }
    for (index, cell) in mended.enumerated() { record.replaceCell(index, with: cell.utf8) }
    return true
  }

  // MARK: Kinds, in the order of SPEC §10

  private mutating func take(
    _ cells: RecordCells, number: Int, line: Int, anomalies: RecordAnomalies,
    isSeparatorLine: Bool
  ) {
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
      takeData(cells, filled, number: number, line: line, anomalies: anomalies)
    case .total:
      settleUndecided()
      takeTotal(cells, number: number, line: line)
      fallthrough
    default:
      output.records[kind] += 1
      flagBytesAndQuotes(kind, cells, number: number, line: line, anomalies: anomalies)
    }
  }

  private mutating func takeData(
    _ cells: RecordCells, _ filled: FilledCells, number: Int, line: Int,
    anomalies: RecordAnomalies
  ) {
    let isShort = output.header != nil && filled.count <= 2
    let isUndecided = isShort && !isRecognisable(cells)
    if !isShort, !hasSeenTotal { settleUndecided() }
    guard decoder != nil else {
      let reading = unjudged(.data, cells, number: number, line: line, anomalies: anomalies)
      let decoded = RecordDecoder.Decoded(row: nil, reading: reading, declaredQuantity: nil)
      isUndecided ? undecided.append(decoded) : takeData(decoded)
      return
    }
    guard
      let decoded = decoder?.decode(
        cells, number: number, line: line, anomalies: anomalies, mustShow: isUndecided)
    else { return }
    isUndecided ? undecided.append(decoded) : takeData(decoded)
  }

  /// Whether a short record is data for the sake of its field or its year.
  private mutating func isRecognisable(_ cells: RecordCells) -> Bool {
    if let known = decoder?.isRecognisable(cells) { return known }
    guard let header = output.header else { return false }
    // A file rejected as a whole has no decoder; its footers are told from its data all the same.
    var decoder = RecordDecoder(
      context: context, header: header, submitter: output.file.submitter,
      period: output.file.period)
    return decoder.isRecognisable(cells)
  }

  private mutating func settleUndecided() {
    for decoded in undecided { takeData(decoded) }
    undecided.removeAll()
  }

  private mutating func takeData(_ decoded: RecordDecoder.Decoded) {
    output.records[.data] += 1
    if let quantity = decoded.declaredQuantity {
      sum += quantity
      sumSincePrevious = (sumSincePrevious ?? 0) + quantity
    }
    if let reading = decoded.reading {
      if reading.isJudged || !reading.anomalies.isEmpty { output.flagged.append(reading) }
    } else if let row = decoded.row {
      if let last = output.block.recordNumber.last, last > row.recordNumber {
        lateRows.append(row)
      } else {
        output.block.append(row)
      }
    }
  }

  private mutating func takeFooter(_ decoded: RecordDecoder.Decoded) {
    output.records[.footer] += 1
    guard var reading = decoded.reading else { return }
    reading.kind = .footer
    reading.isJudged = false
    reading.anomalies.hasStrayQuote = false
    if !reading.anomalies.isEmpty { output.flagged.append(reading) }
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
        sumSincePrevious: sumSincePrevious))
  }

  // MARK: Records of which only bytes and quotes are looked at

  private mutating func flagBytesAndQuotes(
    _ kind: RecordKind, _ cells: RecordCells, number: Int, line: Int, anomalies: RecordAnomalies
  ) {
    var anomalies = anomalies
    if kind == .title { anomalies.hasStrayQuote = false }
    if anomalies.isEmpty { return }
    output.flagged.append(
      unjudged(kind, cells, number: number, line: line, anomalies: anomalies))
  }

  private func unjudged(
    _ kind: RecordKind, _ cells: RecordCells, number: Int, line: Int, anomalies: RecordAnomalies
  ) -> RecordReading {
    RecordReading(
      number: number, line: line, kind: kind, anomalies: anomalies,
      cells: anomalies.isEmpty
        ? []
        : (0..<cells.count).map {
          String(decoding: trimmedBytes(cells[$0]), as: UTF8.self).composed
        }, isJudged: false)
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
