/// How large the parts of a submission may be.
///
/// What is beyond them was made by a fault, or by nobody in good faith; it is told and left aside, so
/// that a run never needs memory without end.
package enum SubmissionLimits {
  /// Bytes of a cell, as UTF-8 after quotes were undone: 1 MiB.
  package static let cellSize = 1 << 20
  /// Bytes of a record, as UTF-8 with its quotes and delimiters, without its line end: 8 MiB.
  package static let recordSize = 8 << 20
  /// Columns of a header, or cells of a record: those of a worksheet.
  package static let columnCount = 16_384
  /// Submissions of a workspace, due or not.
  package static let fileCount = 200_000
}
