import Domain
import Vietnamese

/// A rule that looks at one cell of a record, whatever its column.
protocol CellRule: Rule {
  static func check(_ cell: FilledCell, in submission: SubmissionContext) -> Finding?
}

/// A cell of a data record that is not blank, under a heading that says something of a model.
struct FilledCell {
  var column: Column
  /// Trimmed, in NFC.
  var text: String
  var heading: String
  var place: Place
}

extension SubmissionContext {
  /// The cells that rules on texts look at: all that are recognised but row numbers and notes.
  ///
  /// None in a record that holds nothing odd, and in a ragged one, whose cells may stand anywhere.
  func filledCells(of record: RecordReading) -> [FilledCell] {
    guard let header, record.anomalies.holdsOddBytes, !record.isRagged else { return [] }
    return header.columns.enumerated().compactMap { position, column in
      guard let column, column != .no, column != .note, position < record.cells.count,
        !record.cells[position].isEmpty
      else { return nil }
      return FilledCell(
        column: column, text: record.cells[position], heading: header.headings[position],
        place: place(of: record, column: column))
    }
  }
}

extension CellRule {
  /// How many code points a message names.
  static var shownLimit: Int { 3 }

  /// The first misleading scalars of a kind in a cell, as `U+200B, U+202E`; blank for none.
  static func codePoints(of kind: MisleadingScalar.Kind, in cell: FilledCell) -> String {
    MisleadingScalar.all(in: cell.text).filter { $0.kind == kind }.prefix(shownLimit)
      .map(\.codePoint).joined(separator: ", ")
  }
}
