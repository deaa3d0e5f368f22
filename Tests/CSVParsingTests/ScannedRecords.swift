import CSVParsing

/// What the scanner reads, in the words of the reference parser.
func scannedRecords(_ text: String, delimiter: Unicode.Scalar = ",") -> [ParsedRecord] {
  scannedRecords(Array(text.utf8), delimiter: UInt8(ascii: delimiter))
}

func scannedRecords(_ bytes: [UInt8], delimiter: UInt8) -> [ParsedRecord] {
  bytes.withUnsafeBufferPointer { bytes in
    var scanner = RecordScanner(bytes, delimiter: delimiter)
    var raw = RawRecord()
    var records: [ParsedRecord] = []
    while scanner.next(into: &raw) { records.append(ParsedRecord(raw, bytes)) }
    return records
  }
}

extension ParsedRecord {
  init(_ raw: RawRecord, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.init(
      line: raw.line,
      cells: raw.withCells(of: bytes) { cells in
        (0..<cells.count).map { String(decoding: cells[$0], as: UTF8.self) }
      },
      hasStrayQuote: raw.hasStrayQuote, unclosedQuoteLine: raw.unclosedQuoteLine)
  }
}
