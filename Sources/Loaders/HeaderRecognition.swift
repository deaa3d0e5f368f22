package import Domain
import Vietnamese

/// Recognises headings as columns, by match key: built-in spellings, ids, and what `kheo.yml`
/// adds or takes over.
package struct HeaderRecognition: Sendable {
  /// Distinct columns that make a header, `name` among them.
  private static let fewestColumns = 3
  /// Cells beyond which a record is taken for no header: the columns of a worksheet.
  private static let mostCells = 16_384

  private var columns: [String: Column] = [:]

  package init(added: [Column: [String]] = [:]) {
    for column in Column.allCases {
      for spelling in column.builtInSpellings + [column.rawValue] {
        columns[MatchKey.of(spelling)] = column
      }
    }
    for (column, spellings) in added {
      for spelling in spellings { columns[MatchKey.of(spelling)] = column }
    }
  }

  /// The header among the first records of a submission (SPEC §4): the first record in which
  /// `name` and at least two more distinct columns are recognised.
  func header(in records: some Sequence<TextRecord>) -> SubmissionHeader? {
    for record in records where record.cells.count >= HeaderRecognition.fewestColumns {
      let recognised = record.cells.map { columns[MatchKey.of($0)] }
      let distinct = Set(recognised.compactMap { $0 })
      guard distinct.contains(.name), distinct.count >= HeaderRecognition.fewestColumns else {
        continue
      }
      let width = (record.cells.lastIndex { !$0.isEmpty } ?? -1) + 1
      return SubmissionHeader(
        record: record.number, line: record.line, headings: Array(record.cells.prefix(width)),
        columns: Array(recognised.prefix(width)))
    }
    return nil
  }

  /// The delimiter of a submission, and its header when it has one.
  func dialect(of text: SubmissionText) -> (delimiter: UInt8, header: SubmissionHeader?) {
    let (delimiter, header) = detectDelimiter(
      text, cellCounts: HeaderRecognition.fewestColumns...HeaderRecognition.mostCells,
      recognise: { self.header(in: $0.prefix(headerSearchLimit)) },
      score: { (header: SubmissionHeader?) in header?.positions.count ?? 0 })
    return (delimiter, header)
  }
}
