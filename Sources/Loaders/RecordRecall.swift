package import Domain
package import Files

/// Fetches the texts of single records from a submission that was read before.
///
/// The counting keeps no text of ten million records; the few that a person will see are read
/// again here, and only if the file still has the same bytes.
package enum RecordRecall {
  /// The cells (trimmed, NFC) of the records whose numbers are in `wanted`.
  package static func cells(
    of wanted: Set<Int>, in outcome: SubmissionOutcome, inputs: String
  ) throws(FileError) -> [Int: [String]] {
    let path = "\(inputs)/\(outcome.file.path)"
    let raw = try readFile(at: path)
    guard FileDigest.hexadecimal(of: raw) == outcome.sha256 else {
      throw FileError(path: path, reason: .changedWhileRead)
    }
    var found: [Int: [String]] = [:]
    found.reserveCapacity(wanted.count)
    let records = TextRecords(
      DecodedText(raw), delimiter: delimiterByte(outcome.delimiter),
      isWanted: { number, _ in wanted.contains(number) })
    for record in records where wanted.contains(record.number) {
      found[record.number] = record.cells
      if found.count == wanted.count { break }
    }
    return found
  }
}
