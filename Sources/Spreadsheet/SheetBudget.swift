/// How many cells and bytes of text the sheets that are still to be read may have.
struct SheetBudget {
  /// Most bytes of a string that take no memory of their own.
  private static let inlineSize = 15

  var cellCount: Int
  var textSize: Int
  let limits: ArchiveLimits

  /// Charges a cell with everything that it makes us keep.
  mutating func take(_ cell: ReadCell, part: String) throws(SpreadsheetError) {
    cellCount -= 1
    if cellCount < 0 { throw .unreadable(part: part, .tooManyCells(limits.cellCount)) }
    switch cell.value {
    case .text(let text): try take(text.utf8.count, part: part)
    case .number(let text), .error(let text):
      if text.utf8.count > Self.inlineSize { try take(text.utf8.count, part: part) }
    case .boolean, .none: break
    }
    if let formula = cell.formula { try take(formula.utf8.count, part: part) }
  }

  /// Charges bytes of text.
  mutating func take(_ size: Int, part: String) throws(SpreadsheetError) {
    textSize -= size
    if textSize < 0 { throw .unreadable(part: part, .tooMuchText(limits.textSize)) }
  }
}
