import CSVParsing

/// A submission as one text of records, whatever the file it came in.
package struct SubmissionText: Sendable {
  let decoded: DecodedText

  package init(_ raw: [UInt8]) {
    decoded = DecodedText(raw)
  }

  /// UTF-8 without byte-order mark.
  package var bytes: [UInt8] { decoded.bytes }

  /// Whether the bytes of a record are UTF-8 in Unicode's sense.
  func isWellFormed(_ record: RawRecord, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    decoded.isWellFormed
      || isWellFormedUTF8(UnsafeBufferPointer(rebasing: bytes[record.start..<record.end]))
  }

  /// Where a person finds a record: the 1-based physical line on which it starts.
  func line(of record: RawRecord, number _: Int) -> Int { record.line }
}
