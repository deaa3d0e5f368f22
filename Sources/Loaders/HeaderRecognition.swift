package import Domain
import Vietnamese

/// Recognises headings as columns, by match key: built-in spellings, ids, and what `kheo.yml`
/// adds or takes over.
package struct HeaderRecognition: Sendable {
  /// Distinct columns that make a header, `name` among them.
  private static let fewestColumns = 3

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
  /// `name` and at least two more distinct columns are recognised, alone or with the one below it.
  func header(in records: some Sequence<TextRecord>) -> SubmissionHeader? {
    var rest = records.makeIterator()
    var next = rest.next()
    while let record = next {
      next = rest.next()
      if record.cells.count < HeaderRecognition.fewestColumns { continue }
      let alone = header(record, headings: record.cells, columns: record.cells.map(column(of:)))
      // One cell above a header is a title.
      if let next, record.cells.count(where: { !$0.isEmpty }) > 1,
        let both = header(record, over: next), both.isWhole,
        both.positions.count > columnCount(of: next),
        both.positions.count > alone.positions.count || isDivision(next)
      {
        return both
      }
      if alone.isWhole { return alone }
    }
    return nil
  }

  private func column(of heading: String) -> Column? { columns[MatchKey.of(heading)] }

  /// Whether a record holds nothing but words, two at least, as the parts of a heading are.
  private func isDivision(_ record: TextRecord) -> Bool {
    let words = record.cells.filter { !$0.isEmpty }
    return words.count >= 2
      && words.allSatisfy { $0.unicodeScalars.first?.properties.isAlphabetic == true }
  }

  private func columnCount(of record: TextRecord) -> Int {
    Set(record.cells.compactMap(column(of:))).count
  }

  private func header(
    _ record: TextRecord, last: TextRecord? = nil, headings: [String], columns: [Column?]
  ) -> SubmissionHeader {
    let width = (headings.lastIndex { !$0.isEmpty } ?? -1) + 1
    return SubmissionHeader(
      record: record.number, line: record.line, lastRecord: last?.number,
      headings: Array(headings.prefix(width)), columns: Array(columns.prefix(width)),
      cellCount: max(record.cellCount, last?.cellCount ?? 0))
  }

  /// A header on two records, as merged cells leave it: a heading above, and under it blank cells or
  /// what it is divided into.
  ///
  /// Nothing when a cell of the lower one stands under a heading that is divided into nothing, as the
  /// cells of a data record do.
  private func header(_ above: TextRecord, over below: TextRecord) -> SubmissionHeader? {
    var headings: [String] = []
    var columns: [Column?] = []
    let width = max(above.cells.count, below.cells.count)
    while headings.count < width {
      let start = headings.count
      let heading = above.text(at: start)
      var end = start + 1
      while end < width, above.text(at: end).isEmpty { end += 1 }
      let parts = (start..<end).map { below.text(at: $0) }
      if parts.allSatisfy(\.isEmpty) || heading.isEmpty {
        headings += heading.isEmpty ? parts : [heading] + parts.dropFirst()
        columns += headings[start...].map(column(of:))
        continue
      }
      guard parts.count > 1, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
      // A name and a field have no parts: what stands under them is a record.
      if let whole = column(of: heading), whole == .name || whole == .field { return nil }
      headings += parts.map { $0.isEmpty ? "" : "\(heading) / \($0)" }
      columns += self.columns(of: parts, dividing: heading)
    }
    return header(above, last: below, headings: headings, columns: columns)
  }

  /// What the parts of a divided heading are recognised as: as they are, together with the heading, or
  /// for its sake.
  ///
  /// A column that only the heading names goes to the part that is the total of the others. Without
  /// such a part it goes to each, where it counts or tells models apart: that is `duplicate-column`,
  /// and a person has to say which one is meant; elsewhere to the first.
  private func columns(of parts: [String], dividing heading: String) -> [Column?] {
    let own = parts.map { $0.isEmpty ? nil : column(of: $0) ?? column(of: "\(heading) \($0)") }
    guard let whole = column(of: heading), !own.contains(whole) else { return own }
    let total = parts.firstIndex { HeaderRecognition.totalParts.contains(MatchKey.of($0)) }
    let goesToEach = total == nil && HeaderRecognition.countedColumns.contains(whole)
    return parts.indices.map { index in
      if own[index] != nil || parts[index].isEmpty { return own[index] }
      return goesToEach || index == total ?? 0 ? whole : nil
    }
  }

  private static let totalParts: Set<String> = ["tổng số", "tổng", "tổng cộng", "cộng", "chung"]
  private static let countedColumns: Set<Column> = [
    .name, .field, .ward, .year, .quarter, .quantity, .owner, .hamlet,
  ]

  /// The delimiter of a submission, and its header when it has one.
  func dialect(of text: SubmissionText) -> (delimiter: UInt8, header: SubmissionHeader?) {
    let (delimiter, header) = detectDelimiter(
      text, cellCounts: HeaderRecognition.fewestColumns...Int.max,
      recognise: { self.header(in: $0.prefix(headerSearchLimit)) },
      score: { (header: SubmissionHeader?) in header?.positions.count ?? 0 })
    return (delimiter, header)
  }
}

extension SubmissionHeader {
  /// Whether it names a model and says two more things of it.
  fileprivate var isWhole: Bool { positions[.name] != nil && positions.count >= 3 }
}

extension TextRecord {
  /// The cell at a position; blank where there is none.
  fileprivate func text(at position: Int) -> String {
    position < cells.count ? cells[position] : ""
  }
}
