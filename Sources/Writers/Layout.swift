package import Domain

/// A report as sheets of blocks: pure values, made once and rendered as workbook and as text.
///
/// Every number of the report stands in it once as a number; where it is shown again, a formula
/// refers to that one cell. Positions are not part of it: `Placement` finds them.
package struct Layout: Sendable {
  package var language: Language
  /// For the document's properties.
  package var title: String
  package var author: String
  package var sheets: [SheetLayout]

  package init(language: Language, title: String, author: String, sheets: [SheetLayout]) {
    self.language = language
    self.title = title
    self.author = author
    self.sheets = sheets
  }

  /// The table of that id, wherever it stands.
  package func table(_ id: TableID) -> Table? {
    for sheet in sheets {
      for case .table(let table) in sheet.blocks where table.id == id { return table }
    }
    return nil
  }
}

/// The sheets of a report, in order; that of decisions only where there are any.
package enum SheetID: Sendable, CaseIterable {
  case cover, fields, trends, quarters, wardsByField, wardsByYear, owners, submissions, files
  case findings, decisions, models, checks

  /// Its name on the tab; at most 31 UTF-16 units, without `[ ] : * ? / \ '`.
  package func name(in language: Language) -> String {
    switch self {
    case .cover: language("Tổng hợp", "Summary")
    case .fields: language("Theo lĩnh vực", "By field")
    case .trends: language("Xu hướng", "Trends")
    case .quarters: language("Theo quý", "By quarter")
    case .wardsByField: language("Xã, phường × lĩnh vực", "Wards × fields")
    case .wardsByYear: language("Xã, phường × năm", "Wards × years")
    case .owners: language("Tổ chức", "Organizations")
    case .submissions: language("Tình hình báo cáo", "Submissions")
    case .files: language("Các tệp", "Files")
    case .findings: language("Vấn đề", "Findings")
    case .decisions: language("Quyết định", "Decisions")
    case .models: language("Danh sách", "Models")
    case .checks: language("Kiểm chứng", "Checks")
    }
  }
}

/// One sheet: blocks below each other.
package struct SheetLayout: Sendable {
  package var id: SheetID
  /// One entry a column, in characters; what is not part of a table stretches over all of them.
  package var columnWidths: [Double]
  package var isLandscape: Bool
  package var blocks: [Block]
  /// The table whose header repeats on every printed page, for long ones.
  package var longTable: TableID?
  /// How many columns stay in sight beside that table, and its header above; nothing when
  /// nothing does, because too much stands above it.
  package var frozenColumns: Int?

  package init(
    id: SheetID, columnWidths: [Double], isLandscape: Bool, longTable: TableID? = nil,
    frozenColumns: Int? = nil, blocks: [Block]
  ) {
    self.id = id
    self.columnWidths = columnWidths
    self.isLandscape = isLandscape
    self.longTable = longTable
    self.frozenColumns = frozenColumns
    self.blocks = blocks
  }
}

/// A part of a sheet.
package enum Block: Sendable {
  case line(TextLine)
  case table(Table)
  case chart(ChartBlock)
  case signatures(left: Signature, right: Signature)
  /// Empty rows.
  case gap(Int)
  /// What follows begins a new page.
  case pageBreak
}

/// A line of text over the whole width of the sheet, broken where it is longer.
package struct TextLine: Sendable, Equatable {
  package enum Role: Sendable {
    case office, reportTitle, sheetTitle, source, note, sentence, warning
  }

  package var text: String
  package var role: Role

  package init(_ text: String, _ role: Role) {
    self.text = text
    self.role = role
  }
}

/// A chart over the cells of a table.
package struct ChartBlock: Sendable {
  package enum Kind: Sendable {
    case column, line
  }

  package struct Series: Sendable {
    package var name: String
    /// One row or one column of cells.
    package var categories: TableRange
    package var values: TableRange
  }

  package var kind: Kind
  package var title: String
  package var categoryAxis: String
  package var valueAxis: String
  package var series: [Series]
  /// In sheet rows of 20 pixels.
  package var rowCount: Int
}

/// Where a person signs.
package struct Signature: Sendable, Equatable {
  package var role: String
  package var hint: String

  package init(role: String, hint: String) {
    self.role = role
    self.hint = hint
  }
}
