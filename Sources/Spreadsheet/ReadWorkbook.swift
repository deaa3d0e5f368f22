/// A workbook as it stands in a file: sheets in order, each with the cells that hold something.
package struct ReadWorkbook: Sendable, Equatable {
  package var sheets: [ReadSheet]

  /// The sheet of that name.
  package func sheet(named name: String) -> ReadSheet? { sheets.first { $0.name == name } }
}

/// The cells of one sheet, in the order of rows and columns.
package struct ReadSheet: Sendable, Equatable {
  package var name: String
  package var cells: [ReadCell]

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
  /// Without the equals sign; blank for a cell that shares another cell's formula.
  package var formula: String?

  package var address: CellAddress { CellAddress(row: Int(row), column: Int(column)) }
}
