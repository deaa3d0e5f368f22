import Domain
import FuzzSupport

@testable import Loaders

/// Any bytes are a submission, or the rows of a workbook that is one: every record has one kind,
/// every data record is looked at or plain, and each stands where the text has it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSubmission(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzedBytes(bytes, count)
  let choice = input.choice(of: 24)
  let file = SubmissionFile(
    path: "submissions/a.csv", period: periods[choice % 3], submitter: submitters[choice % 4],
    isDue: true)
  let raw = choice < 12 ? input.content : SubmittedSheets.bytes(with: input.content)
  let text = SubmissionText(raw, recognition: SmallArea.context.recognition)
  let reading = SubmissionReader.read(raw, as: text, file: file, context: SmallArea.context)
  check(reading)
  check(reading, against: text)
  checkRecall(of: raw, reading, text)
  let again = SubmissionReader.read(raw, file: file, context: SmallArea.context)
  check(again, isSameAs: reading)
  let exact = SubmissionReader.read(
    raw, as: text, file: file, context: SmallArea.context, isFast: false)
  check(exact, isSameAs: reading)
  return 0
}

/// What must hold of two readings of the same bytes, by the fast path or by the exact one.
private func check(_ again: SubmissionReading, isSameAs reading: SubmissionReading) {
  require(again.records == reading.records, "the same bytes give the same kinds")
  require(again.flagged == reading.flagged, "the same readings")
  require(again.totals == reading.totals, "the same totals")
  require(again.block.rows == reading.block.rows, "the same rows")
  require(again.block.owners == reading.block.owners, "the same owners")
  require(again.sheet == reading.sheet, "and the same sheet")
}

private let submitters: [Submitter] = [.ward(0), .ward(1), .organization(0), .unknown]
private let periods = [Period(year: 2023), Period(year: 2023, quarter: 2), nil]

/// What must hold of every reading, whatever the text.
private func check(_ reading: SubmissionReading) {
  let flagged = reading.flagged.map(\.number)
  let plain = reading.block.rows.map { Int($0.recordNumber) }
  require(reading.records.total == reading.recordCount, "records are the sum of their kinds")
  require(isAscending(flagged), "readings are in order, each record once")
  require(isAscending(plain), "rows are in order, each record once")
  require(Set(flagged).isDisjoint(with: plain), "no record is looked at and plain")
  let judged = reading.flagged.count { $0.kind == .data && $0.isJudged }
  if reading.isRejectedAsWhole {
    require(reading.block.count + judged == 0, "a rejected file is not looked into")
    require(reading.unjudged.count == reading.records[.data], "its data records are told")
  } else {
    require(reading.block.count + judged == reading.records[.data], "no data record is lost")
  }
  let totals = reading.totals.count { !$0.isOfSection }
  require(totals <= reading.records[.total], "a declared total is a total record")
  if reading.fault != nil || reading.encoding == .unclear {
    require(reading.flagged.isEmpty && reading.header == nil, "what cannot be read is not shown")
  }
}

/// Whether what the reading says of its records is what stands in the text.
private func check(_ reading: SubmissionReading, against text: SubmissionText) {
  let records = Array(TextRecords(text, delimiter: delimiterByte(reading.delimiter)))
  require(reading.recordCount == records.count, "the records are those of the text")
  for record in reading.flagged {
    let written = records[record.number - 1]
    require(record.line == written.line, "a reading has the line of its record")
    require(
      record.anomalies.isIllFormed == written.anomalies.isIllFormed, "ill-formed bytes are told")
    if record.isJudged, record.carriedDown.isEmpty {
      require(record.cells == written.cells, "a reading has the cells")
    }
  }
}

/// Whoever reads the file once more for a few of its records finds them.
private func checkRecall(of raw: [UInt8], _ reading: SubmissionReading, _ text: SubmissionText) {
  if reading.fault != nil { return }
  let outcome = SubmissionOutcome(
    file: reading.file, encoding: reading.encoding, delimiter: reading.delimiter,
    sheet: reading.sheet)
  guard let reread = SubmissionText(raw, rereading: outcome) else {
    return require(false, "what was read can be read again")
  }
  if reading.encoding == .unclear {
    let records = TextRecords(reread, delimiter: delimiterByte(reading.delimiter))
    require(records.reduce(0) { count, _ in count + 1 } == reading.recordCount, "and its records")
  } else {
    require(reread.bytes == text.bytes, "and says the same")
    require(reread.merges == text.merges, "and has the same merged cells")
  }
}

private func isAscending(_ numbers: [Int]) -> Bool {
  zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
}
