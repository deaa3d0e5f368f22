import CSVParsing
import Domain
import Vietnamese

/// Looks at the bytes of the records of a submission, and makes cells of them that everything behind
/// can read: of UTF-8, and no larger than the limit.
struct RecordMending {
  private let text: SubmissionText

  init(_ text: SubmissionText) { self.text = text }

  /// What is wrong with the bytes and quotes of a record.
  ///
  /// Cells with ill-formed bytes get U+FFFD in their place, so that everything behind this line
  /// sees UTF-8.
  func mend(
    _ record: inout RawRecord, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> RecordAnomalies {
    var anomalies = RecordAnomalies(
      hasStrayQuote: record.hasStrayQuote, unclosedQuoteLine: record.unclosedQuoteLine,
      holdsOddBytes: holdsOddBytes(
        UnsafeBufferPointer(rebasing: bytes[record.start..<record.end])))
    if record.end - record.start > SubmissionLimits.cellSize {
      shorten(&record, bytes, noting: &anomalies)
    }
    if text.isWellFormed(record, in: bytes) { return anomalies }
    anomalies.isIllFormed = true
    let mended = record.withCells(of: bytes) { cells in
      (0..<cells.count).map { String(decoding: cells[$0], as: UTF8.self) }
    }
    for (index, cell) in mended.enumerated() { record.replaceCell(index, with: cell.utf8) }
    return anomalies
  }

  /// How much is kept of a cell beyond the limit: enough to tell what kind of record it is in.
  private static let keptSize = 256

  /// Notes what of a record is beyond a limit, and cuts such cells, so that everything behind this
  /// line sees small ones.
  private func shorten(
    _ record: inout RawRecord, _ bytes: UnsafeBufferPointer<UInt8>,
    noting anomalies: inout RecordAnomalies
  ) {
    let size = record.end - record.start
    if size > SubmissionLimits.recordSize { anomalies.oversizedRecord = size }
    let beginnings = record.withCells(of: bytes) { cells in
      (0..<cells.count).filter { cells[$0].count > SubmissionLimits.cellSize }.map {
        (
          cell: OversizedCell(position: $0, byteCount: cells[$0].count),
          kept: String(decoding: cells[$0].prefix(RecordMending.keptSize), as: UTF8.self)
        )
      }
    }
    anomalies.oversizedCell = beginnings.first?.cell
    for (cell, kept) in beginnings { record.replaceCell(cell.position, with: kept.utf8) }
  }
}
