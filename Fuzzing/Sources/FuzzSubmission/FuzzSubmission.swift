import Domain
import FuzzSupport
import Loaders

/// Any bytes are a submission: every record has one kind, every data record is looked at or
/// plain, and each stands where the text has it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSubmission(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzedBytes(bytes, count)
  let file = SubmissionFile(
    path: "submissions/a.csv", period: periods[input.choice(of: 3)],
    submitter: submitters[input.choice(of: 4)], isDue: true)
  let reading = SubmissionReader.read(input.content, file: file, context: SmallArea.context)
  check(reading)
  check(reading, against: SubmissionText(input.content))
  let again = SubmissionReader.read(input.content, file: file, context: SmallArea.context)
  require(again.flagged == reading.flagged, "the same bytes give the same readings")
  require(again.totals == reading.totals, "the same bytes give the same totals")
  require(again.block.recordNumber == reading.block.recordNumber, "and the same rows")
  return 0
}

private let submitters: [Submitter] = [.ward(0), .ward(1), .organization(0), .unknown]
private let periods = [Period(year: 2023), Period(year: 2023, quarter: 2), nil]

/// What must hold of every reading, whatever the text.
private func check(_ reading: SubmissionReading) {
  let flagged = reading.flagged.map(\.number)
  let plain = reading.block.recordNumber.map(Int.init)
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
  require(reading.totals.count <= reading.records[.total], "a declared total is a total record")
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
    if record.isJudged { require(record.cells == written.cells, "a reading has the cells") }
  }
}

private func isAscending(_ numbers: [Int]) -> Bool {
  zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
}
