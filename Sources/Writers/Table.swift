package import Domain

/// The tables of a report.
///
/// A cell of one is named by table, row and column until it is placed.
package enum TableID: String, Sendable, CaseIterable {
  case headline, coverFields, bridge, quantity, controlTotals, reporting, severities
  case fields, trend, change, changePercent, maintained, quarterly, yearQuarters
  case wardsByField, wardsByYear, owners, grid, rules, submissions, findings
  case decisions, listingTotals, models, checks
}

/// Columns, rows, and the totals under them.
package struct Table: Sendable {
  package var id: TableID
  /// Shown above the header; blank when the sheet's own title says it.
  package var title: String
  package var columns: [Column]
  package var rows: RowSource
  /// Rows under a rule: totals in bold, checks.
  package var footRows: [Row]
  /// Remarks below the table, such as what a mark means.
  package var notes: [String]
  package var hasFilter: Bool
  package var hasHeader: Bool
  /// First column of the sheet that it takes.
  package var firstColumn: Int

  package init(
    _ id: TableID, title: String = "", columns: [Column], rows: RowSource, footRows: [Row] = [],
    notes: [String] = [], hasFilter: Bool = false, hasHeader: Bool = true, firstColumn: Int = 0
  ) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
    self.footRows = footRows
    self.notes = notes
    self.hasFilter = hasFilter
    self.hasHeader = hasHeader
    self.firstColumn = firstColumn
  }

  /// Body rows and foot rows.
  package var rowCount: Int { rows.count + footRows.count }

  /// The body rows, then the foot rows.
  package func row(_ index: Int) -> Row {
    index < rows.count ? rows[index] : footRows[index - rows.count]
  }
}

extension Table {
  /// A column: its heading, and how its cells are set.
  package struct Column: Sendable {
    package enum Kind: Sendable {
      /// Text on the left, broken when long.
      case text
      /// Text that is short and stands in the middle, such as a code or a mark.
      case short
      case number
      /// A number that must be 0.
      case check
    }

    package var heading: String
    package var kind: Kind

    package init(_ heading: String, _ kind: Kind) {
      self.heading = heading
      self.kind = kind
    }
  }

  /// A row of cells, one a column.
  package struct Row: Sendable {
    package enum Role: Sendable {
      case body, total, check
    }

    package var cells: [Cell]
    package var role: Role

    package init(_ cells: [Cell], _ role: Role = .body) {
      self.cells = cells
      self.role = role
    }
  }

  /// The rows of a table, listed or made one at a time: a long list never stands in memory twice.
  package struct RowSource: Sendable {
    package let count: Int
    private let make: @Sendable (Int) -> Row

    /// Rows made when they are asked for.
    package init(count: Int, _ make: @escaping @Sendable (Int) -> Row) {
      self.count = count
      self.make = make
    }

    /// Rows that are all known.
    package init(_ rows: [Row]) {
      self.init(count: rows.count) { rows[$0] }
    }

    package subscript(index: Int) -> Row { make(index) }
  }
}

/// What a cell holds, and which published figure it is.
package struct Cell: Sendable, Equatable {
  package var value: CellValue
  /// The id under which `figures.csv` publishes the number; nothing for what it does not publish.
  package var figure: FigureID?

  package init(_ value: CellValue, _ figure: FigureID? = nil) {
    self.value = value
    self.figure = figure
  }

  package static let blank = Cell(.blank)
  package static let notApplicable = Cell(.mark(.notApplicable))
  package static let notReported = Cell(.mark(.notReported))

  package static func text(_ text: String) -> Cell { Cell(.text(text)) }

  package static func count(_ number: Int, _ figure: FigureID? = nil) -> Cell {
    Cell(.number(.count(number)), figure)
  }

  /// A number that may not apply.
  package static func optional(_ number: CellNumber?) -> Cell {
    number.map { Cell(.number($0)) } ?? .notApplicable
  }
}

/// The content of a cell.
///
/// Zero, not reported and not applicable are three different things.
package enum CellValue: Sendable, Equatable {
  case blank
  case text(String)
  case number(CellNumber)
  /// A live formula, and what it comes to.
  case formula(TableFormula, CellNumber)
  case mark(Mark)

  /// The number that is shown, if one is.
  package var number: CellNumber? {
    switch self {
    case .number(let number), .formula(_, let number): number
    case .blank, .text, .mark: nil
    }
  }
}

/// A text that stands where a number would.
package enum Mark: Sendable, Equatable {
  /// “–”: there can be no number here.
  case notApplicable
  /// “không nộp”: there should be one, but nothing was sent.
  case notReported

  package func text(in language: Language) -> String {
    switch self {
    case .notApplicable: "–"
    case .notReported: language("không nộp", "not sent")
    }
  }
}
