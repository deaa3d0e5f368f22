import CSVParsing
package import Domain
package import Files
import Vietnamese

/// Fetches the texts of single records from a submission that was read before.
///
/// The counting keeps no text of ten million records; the few that a person will see are read
/// again here, and only if the file still has the same bytes.
package enum RecordRecall {
  /// The cells (trimmed, NFC) of the records whose numbers are in `wanted`.
  package static func cells(
    of wanted: Set<Int>, in outcome: SubmissionOutcome, inputs: String
  ) throws(FileError) -> [Int: [String]] {
    let text = try unchangedText(of: outcome, inputs: inputs)
    var found: [Int: [String]] = [:]
    found.reserveCapacity(wanted.count)
    let records = TextRecords(
      text, delimiter: delimiterByte(outcome.delimiter),
      isWanted: { number, _ in wanted.contains(number) })
    for record in records where wanted.contains(record.number) {
      found[record.number] = record.cells
      if found.count == wanted.count { break }
    }
    return found
  }

  /// Hands each wanted record to `body` with the text of one of its cells (trimmed, NFC), in order.
  ///
  /// `numbers` are in order. Without a `position`, the longest cell stands for the record.
  package static func forEachText(
    at position: Int?, ofRecords numbers: [Int], in outcome: SubmissionOutcome, inputs: String,
    _ body: (_ index: Int, _ text: String) -> Void
  ) throws(FileError) {
    let bytes = try unchangedText(of: outcome, inputs: inputs).bytes
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = RecordScanner(bytes, delimiter: delimiterByte(outcome.delimiter))
      var record = RawRecord()
      var number = 0
      var next = 0
      while next < numbers.count, scanner.next(into: &record) {
        number += 1
        guard number == numbers[next] else { continue }
        let text = record.withCells(of: bytes) { cells in
          let longest = (0..<cells.count).max { cells[$0].count < cells[$1].count }
          guard let index = position ?? longest, index < cells.count else { return "" }
          return String(decoding: cells[index], as: UTF8.self).trimmed.composed
        }
        body(next, text)
        next += 1
      }
    }
  }

  /// The text of a submission that was read before; it must not have changed since.
  private static func unchangedText(
    of outcome: SubmissionOutcome, inputs: String
  ) throws(FileError) -> DecodedText {
    let path = "\(inputs)/\(outcome.file.path)"
    let raw = try readFile(at: path)
    guard FileDigest.hexadecimal(of: raw) == outcome.sha256 else {
      throw FileError(path: path, reason: .changedWhileRead)
    }
    return DecodedText(raw)
  }
}
