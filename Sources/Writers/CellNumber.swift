package import Domain
import Spreadsheet
package import Vietnamese

/// A number of a report with the way it is written.
package enum CellNumber: Sendable, Equatable {
  /// A whole number.
  case count(Int)
  /// A year or a line: a whole number without groups of thousands.
  case plain(Int)
  /// A whole number with its sign.
  case change(Int)
  /// A percentage with one decimal.
  case percent(Tenths)
  /// A percentage with one decimal and its sign.
  case changePercent(Tenths)
  /// A part of a whole, such as 21/23.
  case part(Int, of: Int)

  /// As a cell of the workbook holds it; percentages as 13.1, not 0.131.
  package var cellValue: Double {
    switch self {
    case .count(let number), .plain(let number), .change(let number), .part(let number, _):
      Double(number)
    case .percent(let tenths), .changePercent(let tenths): Double(tenths.value) / 10
    }
  }

  /// As summary.txt writes it.
  package func text(_ style: NumberText) -> String {
    switch self {
    case .count(let number): style.count(number)
    case .plain(let number): String(number)
    case .change(let number): style.change(number)
    case .percent(let tenths): style.tenths(tenths.value) + "%"
    case .changePercent(let tenths): style.changeInTenths(tenths.value) + "%"
    case .part(let number, let whole): "\(style.count(number))/\(style.count(whole))"
    }
  }

  /// As the workbook shows it.
  var format: NumberFormat {
    switch self {
    case .count: .count
    case .plain: .general
    case .change: .change
    case .percent: .tenths
    case .changePercent: .changeInTenths
    case .part(_, let whole): .outOf(whole)
    }
  }

  /// The whole number behind it; tenths for percentages.
  package var whole: Int {
    switch self {
    case .count(let number), .plain(let number), .change(let number), .part(let number, _): number
    case .percent(let tenths), .changePercent(let tenths): tenths.value
    }
  }
}

extension NumberText {
  /// The marks of a language.
  package static func of(_ language: Language) -> NumberText {
    switch language {
    case .vietnamese: .vietnamese
    case .english: .english
    }
  }
}

/// Cells of a table: rows (the body from 0, then the foot) and columns, ends included.
package struct TableRange: Sendable, Hashable {
  /// Nothing for the table in which the formula stands.
  package var table: TableID?
  /// −1 is the header.
  package var rows: ClosedRange<Int>
  package var columns: ClosedRange<Int>

  package init(_ table: TableID? = nil, rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.table = table
    self.rows = rows
    self.columns = columns
  }

  package init(_ table: TableID? = nil, row: Int, column: Int) {
    self.init(table, rows: row...row, columns: column...column)
  }
}

/// A formula before its table is placed: cells added up, less other cells.
package struct TableFormula: Sendable, Hashable {
  package var added: [TableRange]
  package var subtracted: [TableRange]

  package init(adding added: [TableRange], subtracting subtracted: [TableRange] = []) {
    self.added = added
    self.subtracted = subtracted
  }
}
