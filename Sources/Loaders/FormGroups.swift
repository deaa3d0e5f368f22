import CSVParsing
import Domain
import Vietnamese

/// Carries a ward or an owner down a form, where it is written once for several rows.
///
/// Only the form's own numbering says so: a row with a number begins a group, rows without one, or
/// with one below it (`1.1`, `a)`), belong to it. A blank cell in a row with a number of its own is
/// blank. A section row of a ward or an owner carries to every row up to the next section.
struct FormGroups {
  /// A cell that is carried into a record.
  struct Carried {
    var column: Column
    var position: Int
    var bytes: [UInt8]
  }

  let numberPosition: Int
  private let carriedColumns: [(column: Column, position: Int)]
  /// Of each carried column, the cell of the row that began the group, and that of the section.
  private var heads: [[UInt8]]
  private var sections: [[UInt8]]

  /// Nothing for a form that numbers no rows, or has none of the columns.
  init?(_ header: SubmissionHeader) {
    guard let number = header.positions[.no] else { return nil }
    let columns = [Column.ward, .owner].compactMap { column in
      header.positions[column].map { (column: column, position: $0) }
    }
    if columns.isEmpty { return nil }
    numberPosition = number
    carriedColumns = columns
    heads = columns.map { _ in [] }
    sections = heads
  }

  /// Whether a section gives something to the rows below it.
  var isInSection: Bool { sections.contains { !$0.isEmpty } }

  /// Begins a section; what the section before it gave is over.
  mutating func enter(_ section: FormSections.Section) {
    for (index, carried) in carriedColumns.enumerated() {
      heads[index].removeAll()
      if carried.column == section.column { sections[index] = Array(section.text.utf8) }
    }
  }

  /// Whether a record begins a group of its own, so that nothing above it matters any more.
  func isHead(_ cells: RecordCells) -> Bool {
    numberPosition < cells.count && carriedColumns.allSatisfy { $0.position < cells.count }
      && !isMember(cells)
  }

  /// Whether a record belongs to the group of what stands above it.
  private func isMember(_ cells: RecordCells) -> Bool {
    let number = trimmedBytes(cells[numberPosition])
    return number.isEmpty
      || !PlainBytes.isRowNumber(number)
        && FormNumbering(String(decoding: number, as: UTF8.self)) == .nested
  }

  /// What the record takes from above; nothing for most.
  mutating func carried(into cells: RecordCells) -> [Carried] {
    guard numberPosition < cells.count else { return [] }
    let isMember = isMember(cells)
    var carried: [Carried] = []
    for (index, column) in carriedColumns.enumerated() where column.position < cells.count {
      let cell = trimmedBytes(cells[column.position])
      if !isMember { heads[index].removeAll(keepingCapacity: true) }
      if !cell.isEmpty {
        if !isMember { heads[index].append(contentsOf: cell) }
        continue
      }
      let above = isMember && !heads[index].isEmpty ? heads[index] : sections[index]
      if above.isEmpty { continue }
      carried.append(Carried(column: column.column, position: column.position, bytes: above))
    }
    return carried
  }
}
