/// A workbook as it stands in a file: sheets in order, each with the cells that hold something.
package struct ReadWorkbook: Sendable, Equatable {
  package var sheets: [ReadSheet]
  /// The number format of each style, by its number; none at all when there are no styles.
  package var formatCodes: [String] = []
  /// Number formats that take the place of a cell's own on some condition.
  package var conditionalCodes: [String] = []
  /// What lies over the cells of all sheets.
  package var drawings = DrawingCounts()

  /// The number format of a cell; `NumberFormatCode.unknown` when its style is not there.
  package func formatCode(of cell: ReadCell) -> String {
    if formatCodes.isEmpty { return "General" }
    let style = Int(cell.style)
    return formatCodes.indices.contains(style) ? formatCodes[style] : NumberFormatCode.unknown
  }

  /// The sheet of that name.
  package func sheet(named name: String) -> ReadSheet? { sheets.first { $0.name == name } }
}

/// The cells of one sheet, in the order of rows and columns.
package struct ReadSheet: Sendable, Equatable {
  package var name: String
  package var cells: [ReadCell]
  /// Whether the sheet is not shown, however it is hidden.
  package var isHidden = false
  /// Rows that are hidden or too low to be read; all rows that say nothing else count as one.
  package var hiddenRowCount = 0
  /// Columns that are hidden or too narrow to be read.
  package var hiddenColumnCount = 0

  /// The cell at an address, found by halving.
  ///
  /// Complexity: O(log *n*).
  package subscript(address: CellAddress) -> ReadCell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].address < address { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].address == address ? cells[low] : nil
  }
}

/// What one cell holds.
package struct ReadCell: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    /// The number as the file spells it.
    case number(String)
    case text(String)
    case boolean(Bool)
    /// `#REF!` and the like.
    case error(String)
    /// A formula without a value.
    case none
  }

  package var row: Int32
  package var column: Int32
  package var value: Value
  /// Without the equals sign; written out for a cell that shares another cell's formula.
  ///
  /// It begins with a word in braces where it is none of a single cell: `{array}`, `{shared}`
  /// without a formula to share, `{empty}`.
  package var formula: String?
  /// Number of its style; see `ReadWorkbook.formatCode(of:)`.
  package var style: Int32 = 0

  package var address: CellAddress { CellAddress(row: Int(row), column: Int(column)) }
}
