import CSVParsing
import FuzzSupport

/// Any text: the scanner reads what the obvious parser of the tests reads, in one go and taken up
/// at each record.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRecords(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzedBytes(bytes, count)
  let delimiter = Array(",;\t|".unicodeScalars)[input.choice(of: 4)]
  if input.content.count >= FuzzedBytes.stretchedSize {
    // The obvious parser takes quadratic time; the scanner must not.
    scan(input.content, delimiter: UInt8(ascii: delimiter))
    return 0
  }
  let text = text(input.content.prefix(1024))
  let scanned = scannedRecords(text, delimiter: delimiter)
  require(scanned == obviousRecords(text, delimiter: delimiter), "scanner and obvious parser agree")
  require(
    scanned == resumedRecords(Array(text.utf8), delimiter: UInt8(ascii: delimiter)),
    "a scanner that is taken up at each record reads the same")
  return 0
}

private func resumedRecords(_ bytes: [UInt8], delimiter: UInt8) -> [ParsedRecord] {
  bytes.withUnsafeBufferPointer { bytes in
    var state = RecordScanner.State()
    var records: [ParsedRecord] = []
    while true {
      var scanner = RecordScanner(bytes, delimiter: delimiter, resuming: state)
      var raw = RawRecord()
      guard scanner.next(into: &raw) else { return records }
      records.append(ParsedRecord(raw, bytes))
      state = scanner.state
    }
  }
}

/// Reads everything: every record begins where the one before it ended.
private func scan(_ bytes: [UInt8], delimiter: UInt8) {
  bytes.withUnsafeBufferPointer { bytes in
    var scanner = RecordScanner(bytes, delimiter: delimiter)
    var raw = RawRecord()
    var end = 0
    while scanner.next(into: &raw) {
      require(raw.start >= end && raw.end >= raw.start, "records follow one another")
      end = raw.end
    }
  }
}
