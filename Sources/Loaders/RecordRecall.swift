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
  /// `numbers` are in order. Where there is no such cell, or it is blank, the longest one stands for
  /// the record.
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
        body(next, record.withCells(of: bytes) { text(of: $0, at: position) })
        next += 1
      }
    }
  }

  /// Hands each wanted record to `body` with all its cells (trimmed, NFC), in order; `numbers` are in
  /// order.
  package static func forEachRecord<Failure: Error>(
    _ numbers: [Int], in outcome: SubmissionOutcome, inputs: String,
    _ body: (_ index: Int, _ cells: [String]) throws(Failure) -> Void
  ) throws(RecallError<Failure>) {
    let text: SubmissionText
    do {
      text = try unchangedText(of: outcome, inputs: inputs)
    } catch {
      throw .file(error)
    }
    var next = 0
    for record in TextRecords(text, delimiter: delimiterByte(outcome.delimiter)) {
      guard next < numbers.count else { break }
      if record.number != numbers[next] { continue }
      do {
        try body(next, record.cells)
      } catch {
        throw .body(error)
      }
      next += 1
    }
  }

  private static func text(of cells: RecordCells, at position: Int?) -> String {
    if let position, position < cells.count {
      let text = String(decoding: cells[position], as: UTF8.self).trimmed
      if !text.isEmpty { return text.composed }
    }
    guard let longest = (0..<cells.count).max(by: { cells[$0].count < cells[$1].count }) else {
      return ""
    }
    return String(decoding: cells[longest], as: UTF8.self).trimmed.composed
  }

  /// The text of a submission that was read before; it must not have changed since.
  package static func unchangedText(
    of outcome: SubmissionOutcome, inputs: String
  ) throws(FileError) -> SubmissionText {
    let path = "\(inputs)/\(outcome.file.path)"
    let raw = try readFile(at: path)
    guard FileDigest.hexadecimal(of: raw) == outcome.sha256 else {
      throw FileError(path: path, reason: .changedWhileRead)
    }
    guard let text = SubmissionText(raw, rereading: outcome) else {
      throw FileError(path: path, reason: .changedWhileRead)
    }
    return text
  }
}

/// Why records could not be handed on: the file, or who took them.
package enum RecallError<Failure: Error>: Error {
  case file(FileError)
  case body(Failure)
}
