import CSVParsing
package import Domain
import Encodings
import Files
import Vietnamese

/// Reads one submission from its bytes (SPEC §3, §4): every record gets its one kind, data
/// records become rows, and what needs a person's look becomes a reading with its place.
package struct SubmissionReader {
  private let text: SubmissionText
  private let mending: RecordMending
  private let context: LoadingContext
  private let memory: ReadingMemory
  private let ambiguousMerges: AmbiguousMerges
  /// Nothing in files that are rejected as a whole.
  private var decoder: RecordDecoder?
  /// Tells footers from data, in rejected files, too.
  private var footerTeller: RecordDecoder?
  /// What rows say for the rows below them; nothing without a header.
  private var form: FormReader?
  private var output: SubmissionReading
  private var isFast = true
  /// What other threads read of a big file.
  private var runs = PlainRuns()
  private var hasLookedForRuns = false
  private let raw: [UInt8]
  /// Whether the file is read by several threads; then its hash is made beside the rows.
  private let isSplit: Bool
  /// The record in which the header ends; 0 without one.
  private let lastHeaderRecord: Int

  /// The last record that was taken as a plain one, as long as it may be the head of a group.
  private var lastPlain: RecordScanner.State?
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
    let text = SubmissionText(
      raw, recognition: context.recognition,
      stated: context.settings.statedEncoding(of: file.submitter))
    return read(raw, as: text, file: file, context: context)
  }

  /// The same when its text is known; with `isFast` false each record goes the way that is the
  /// definition of all (see `Marks`).
  package static func read(
    _ raw: [UInt8], as text: SubmissionText, file: SubmissionFile, context: LoadingContext,
    memory: ReadingMemory = ReadingMemory(), isFast: Bool = true
  ) -> SubmissionReading {
    var reader = SubmissionReader(raw, text, file: file, context: context, memory: memory)
    reader.isFast = isFast
    reader.readRecords()
    if reader.output.sha256.isEmpty { reader.output.sha256 = FileDigest.hexadecimal(of: raw) }
    return reader.output
  }

  private init(
    _ raw: [UInt8], _ text: SubmissionText, file: SubmissionFile, context: LoadingContext,
    memory: ReadingMemory
  ) {
    self.context = context
    self.memory = memory
    self.text = text
    self.raw = raw
    isSplit = context.splitting.threads > 1 && raw.count > context.splitting.partSize
    mending = RecordMending(text)
    let (delimiter, header) = memory.headers.dialect(of: text, context.recognition)
    ambiguousMerges = AmbiguousMerges(text.merges, header)
    let isDelimiterKnown =
      text.sheet == nil && (header != nil || separatorLineDelimiter(text) != nil)
    output = SubmissionReading(
      file: file, byteCount: raw.count, sha256: isSplit ? "" : FileDigest.hexadecimal(of: raw),
      encoding: text.encoding,
      delimiter: isDelimiterKnown ? delimiterName(delimiter) : "",
      records: RecordKindCounts(), header: header, missingColumns: [], totals: [],
      block: RecordBlock(), flagged: [])
    output.sheet = text.sheet
    output.fault = text.fault
    output.encodingEvidence = text.decoded.evidence
    lastHeaderRecord = header?.lastRecord ?? 0
    form = header.map { FormReader($0, lookup: context.lookup) }
    findMissingColumns(delimiter)
    if !output.isRejectedAsWhole { decoder = makeDecoder() }
  }

  /// Tells the required columns that the header lacks: those that section rows give, and the others.
  private mutating func findMissingColumns(_ delimiter: UInt8) {
    guard let header = output.header, let form else { return }
    let missing = context.settings.requiredColumns(from: output.file.submitter).filter {
      header.positions[$0] == nil
    }
    let given = form.sections.givenColumns(
      of: missing, in: TextRecords(text, delimiter: delimiter))
    output.missingColumns = missing.filter { !given.contains($0) }
    output.sectionColumns = missing.filter { given.contains($0) }
  }

  /// A record of open kind: where it stands in the text, and what it takes from above.
  private struct Undecided {
    var state: RecordScanner.State
    var number: Int
    /// Where it starts, in bytes.
    var offset: Int { state.position }
    var carried: [FormGroups.Carried] = []
  }

  private mutating func readRecords() {
    // Not through `self`, which would be copied for each record.
    let text = text
    text.bytes.withUnsafeBufferPointer { bytes in
      var scanner = RecordScanner(bytes, delimiter: delimiterByte(output.delimiter))
      var record = RawRecord()
      if isFast, let header = output.header, text.allowsPlainRecords, decoder != nil {
        var plain = PlainRecords(
          bytes, delimiter: delimiterByte(output.delimiter), width: header.headings.count)
        while readRecord(&scanner, &record, bytes) {
          plain.resume(at: scanner.state)
          readPlainRecords(&plain, bytes)
          scanner = RecordScanner(
            bytes, delimiter: delimiterByte(output.delimiter), resuming: plain.state)
        }
      } else {
        while readRecord(&scanner, &record, bytes) {}
      }
    }
    settleUndecided(asData: false)
    // Nothing stands below the last section rows: they end the form, unless a number says otherwise.
    if sumSincePrevious != nil, form?.pendingDeclares == true { settleSections(as: .title) }
    // A file that is rejected as a whole has no sums to compare with.
    if decoder != nil { output.totals += form?.allTotals(sum: sum) ?? [] }
    settleSections(as: .footer)
    if let decoder { output.block.owners = decoder.owners }
    if output.encoding == .unclear { forgetTexts() }
    output.totals.sort { $0.record < $1.record }
    output.flagged.sort { $0.number < $1.number }
    output.unjudged.sort { $0.number < $1.number }
  }

  /// Reads the next record, whatever it is; false when there is none.
  private mutating func readRecord(
    _ scanner: inout RecordScanner, _ record: inout RawRecord, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var place = Undecided(state: scanner.state, number: output.recordCount + 1)
    guard scanner.next(into: &record) else { return false }
    output.recordCount += 1
    var anomalies = mending.mend(&record, bytes)
    let row = record.withCells(of: bytes) { self.row(of: $0, number: place.number, anomalies) }
    if row.isData { carryDown(into: &record, bytes, at: &place) }
    // What is odd above is odd here.
    if !place.carried.isEmpty { anomalies.holdsOddBytes = true }
    let line = text.line(of: record, number: place.number)
    record.withCells(of: bytes) { take($0, as: row, at: place, line: line, anomalies) }
    return true
  }

  // MARK: Plain records

  /// Takes all records up to the next that has to be looked at.
  ///
  /// Does what `take` does of data records, for those on which nothing above has a bearing.
  private mutating func readPlainRecords(
    _ records: inout PlainRecords, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    guard isAmongPlainRecords, var decoder = decoder.take() else { return }
    var block = output.block
    output.block = RecordBlock()
    let numberPosition = form?.groups?.numberPosition
    if !hasLookedForRuns { lookForRuns(from: records.position, bytes) }
    var record = PlainRecords.Record()
    var number = output.recordCount
    var last: RecordScanner.State?
    var quantities = 0
    while true {
      if let (run, owners) = runs.take(at: records.position) {
        let state = records.state
        decoder.identities.adopt(run.rows, of: owners) { row in
          var row = row
          row.recordNumber += UInt32(truncatingIfNeeded: number)
          row.line += UInt32(truncatingIfNeeded: state.line - run.start.line)
          block.append(row)
        }
        number += run.rows.count
        quantities += run.quantities
        last = RecordScanner.State(position: run.lastStart)
        records.resume(
          at: RecordScanner.State(
            position: run.end.position, line: state.line + run.end.line - run.start.line))
        continue
      }
      guard
        let row = decoder.nextPlainRow(
          &record, in: &records, number: number + 1, numberPosition, bytes)
      else { break }
      number += 1
      quantities += Int(row.quantity)
      last = RecordScanner.State(position: record.start)
      block.append(row)
    }
    self.decoder = consume decoder
    output.block = consume block
    guard let last else { return }
    output.records[.data] += number - output.recordCount
    output.recordCount = number
    sum += quantities
    sumSincePrevious = (sumSincePrevious ?? 0) + quantities
    lastPlain = last
  }

  /// Lets several threads read ahead, if the file is large enough for that.
  private mutating func lookForRuns(from start: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    hasLookedForRuns = true
    guard isSplit, let header = output.header, bytes.count - start > context.splitting.partSize
    else { return }
    let reader = PartReader(
      bytes: bytes, raw: raw, delimiter: delimiterByte(output.delimiter), context: context,
      header: header, file: output.file, numberPosition: form?.groups?.numberPosition)
    (runs, output.sha256) = reader.read(from: start)
  }

  /// Whether the next record is what it says by itself: nothing above it waits, or is carried on.
  private var isAmongPlainRecords: Bool {
    // Nothing is bound to a name: that would copy it.
    output.recordCount >= lastHeaderRecord && !expectsNumbering && undecided.isEmpty
      && form?.pending.isEmpty == true && form?.isInBreakdown == false
      && decoder?.isInSection == false && form?.groups?.isInSection != true
  }

  /// The last plain record may have begun a group; those before it are over.
  private mutating func noteGroup(
    of state: RecordScanner.State, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    var scanner = RecordScanner(
      bytes, delimiter: delimiterByte(output.delimiter), resuming: state)
    var record = RawRecord()
    guard scanner.next(into: &record) else { return }
    record.withCells(of: bytes) { _ = form?.groups?.carried(into: $0) }
  }

  /// Keeps the kinds of the records only: what an unclear encoding says must not be shown.
  private mutating func forgetTexts() {
    output.header = nil
    output.missingColumns = []
    output.flagged = []
  }

  /// Fills the cells that a data record takes from above.
  private mutating func carryDown(
    into record: inout RawRecord, _ bytes: UnsafeBufferPointer<UInt8>, at place: inout Undecided
  ) {
    guard decoder != nil, form?.groups != nil else { return }
    // Nothing is bound to a name: that would copy it.
    if let state = lastPlain,
      record.withCells(of: bytes, { form?.groups?.isHead($0) == false })
    {
      noteGroup(of: state, bytes)
    }
    lastPlain = nil
    place.carried = record.withCells(of: bytes) { form?.groups?.carried(into: $0) ?? [] }
    for cell in place.carried { record.replaceCell(cell.position, with: cell.bytes) }
  }

  // MARK: Kinds, in the order of SPEC §10

  /// What a record is, as far as it can be told by itself and what stands above it.
  private enum Row {
    case known(RecordKind)
    /// Data, or a footer.
    case short
    /// A title, or a footer if no record follows.
    case section(FormSections.Section)

    var isData: Bool {
      switch self {
      case .known(let kind): kind == .data
      case .short: true
      case .section: false
      }
    }
  }

  private mutating func row(
    of cells: RecordCells, number: Int, _ anomalies: RecordAnomalies
  ) -> Row {
    let filled = FilledCells(cells)
    if filled.count == 0, !lacksValues(number), !cells.hasTextBeyond { return .known(.blank) }
    guard let header = output.header else {
      return .known(number == 1 && separatorLineDelimiter(text) != nil ? .title : .data)
    }
    if number < header.record { return .known(.title) }
    if number <= header.lastRecord {
      expectsNumbering = true
      return .known(.header)
    }
    defer { expectsNumbering = false }
    if filled.count == 0 { return .known(.data) }
    if expectsNumbering, filled.isNumbering(cells) { return .known(.numbering) }
    if filled.isTotal(cells) || isTotalOfPart(cells, filled) { return .known(.total) }
    if anomalies.isOversized || cells.hasTextBeyond || lacksValues(number) { return .known(.data) }
    if let section = form?.section(cells, filled) { return .section(section) }
    if isInBreakdown(cells, filled) { return .known(.footer) }
    return filled.count <= 2 && !isRecognisable(cells) ? .short : .known(.data)
  }

  private mutating func isTotalOfPart(_ cells: RecordCells, _ filled: FilledCells) -> Bool {
    guard filled.isTotalOfPart(cells, fields: context.lookup?.fields) else { return false }
    makeFooterTeller()
    return footerTeller?.isModel(cells) == false
  }

  /// Whether a record only tells what a total consists of; one that is written as a model is data again.
  private mutating func isInBreakdown(_ cells: RecordCells, _ filled: FilledCells) -> Bool {
    let start = filled.breakdownStart(cells)
    guard form?.isInBreakdown == true || start != nil else { return false }
    makeFooterTeller()
    let isModel = start != .certain && footerTeller?.isModel(cells) ?? false
    form?.isInBreakdown = !isModel
    return !isModel
  }

  private mutating func take(
    _ cells: RecordCells, as row: Row, at place: Undecided, line: Int, _ anomalies: RecordAnomalies
  ) {
    let number = place.number
    switch row {
    case .short: undecided.append(place)
    case .section(let section):
      enter(section, at: FormReader.PendingRow(number: number, line: line, anomalies: anomalies))
    case .known(.data):
      let isShort =
        output.header != nil && FilledCells(cells).count <= 2 && !lacksValues(number)
      if !isShort, !hasSeenTotal { settleUndecided(asData: true) }
      takeData(cells, at: place, line: line, anomalies: anomalies)
    case .known(let kind):
      if kind == .total {
        settleUndecided(asData: true)
        settleSections(as: .title)
        takeTotal(cells, number: number, line: line)
      }
      output.records[kind] += 1
      flagBytesAndQuotes(kind, number: number, line: line, anomalies: anomalies)
    }
  }

  private mutating func takeData(
    _ cells: RecordCells, at place: Undecided, line: Int, anomalies: RecordAnomalies
  ) {
    let number = place.number
    settleSections(as: .title)
    output.records[.data] += 1
    let lacking = lackingColumns(of: number)
    guard
      let decoded = decoder?.decode(
        cells, number: number, line: line, offset: place.offset, anomalies: anomalies,
        carriedDown: place.carried.map(\.column), lacking: lacking)
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
      // In order: short records, which are settled late, always have a reading, since their year
      // cannot be read.
      output.block.append(row)
    }
  }

  /// Whether formulas stand in a record that were saved without a value: it is none of blank, short
  /// or a section, whatever else is in it.
  private func lacksValues(_ number: Int) -> Bool {
    number > output.header?.lastRecord ?? 0 && !text.valueless.positions(ofRecord: number).isEmpty
  }

  /// The columns whose cells in a record say nothing of themselves.
  private func lackingColumns(of number: Int) -> LackingColumns {
    var lacking = LackingColumns(merged: ambiguousMerges.columns(ofRecord: number))
    for position in text.valueless.positions(ofRecord: number) {
      guard let columns = output.header?.columns, position < columns.count,
        let column = columns[position], column != .no
      else { continue }
      lacking.valueless.append(column)
    }
    return lacking
  }

  /// Whether a short record is data for the sake of its field or its year.
  private mutating func isRecognisable(_ cells: RecordCells) -> Bool {
    makeFooterTeller()
    return footerTeller?.isRecognisable(cells) ?? false
  }

  private mutating func makeFooterTeller() {
    if footerTeller == nil { footerTeller = makeDecoder() }
  }

  private func makeDecoder() -> RecordDecoder? {
    output.header.map {
      RecordDecoder(
        context: context, header: $0, submitter: output.file.submitter, period: output.file.period,
        memory: memory)
    }
  }

  /// Reads the short records again, as data or as footers.
  private mutating func settleUndecided(asData isData: Bool) {
    if undecided.isEmpty { return }
    let places = undecided
    undecided.removeAll(keepingCapacity: true)
    let delimiter = delimiterByte(output.delimiter)
    var record = RawRecord()
    let text = text
    text.bytes.withUnsafeBufferPointer { bytes in
      for place in places {
        var scanner = RecordScanner(bytes, delimiter: delimiter, resuming: place.state)
        guard scanner.next(into: &record) else { continue }
        let anomalies = mending.mend(&record, bytes)
        for cell in place.carried { record.replaceCell(cell.position, with: cell.bytes) }
        let line = text.line(of: record, number: place.number)
        record.withCells(of: bytes) { cells in
          if isData {
            takeData(cells, at: place, line: line, anomalies: anomalies)
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

  // MARK: Sections

  private mutating func enter(_ section: FormSections.Section, at row: FormReader.PendingRow) {
    lastPlain = nil
    let ended = form?.enter(section, at: row, sum: sum) ?? []
    decoder?.leave(ended)
    decoder?.enter(section, row: form?.sections.row(of: section))
  }

  /// Gives the section rows that wait for one their kind.
  private mutating func settleSections(as kind: RecordKind) {
    guard form?.pending.isEmpty == false else { return }
    for row in form?.takePending() ?? [] {
      output.records[kind] += 1
      flagBytesAndQuotes(kind, number: row.number, line: row.line, anomalies: row.anomalies)
    }
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
