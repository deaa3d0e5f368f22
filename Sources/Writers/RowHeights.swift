import Spreadsheet
import Vietnamese

/// How high the rows of tables must be for their texts.
///
/// libxlsxwriter leaves heights to the program that opens the file; LibreOffice then shows and
/// prints long texts over each other, so they are worked out here from the columns' widths.
struct RowHeights {
  /// A row and its height in points.
  typealias Height = (row: Int, height: Double)

  /// Of one line of 11 points.
  static let lineHeight = 15.0

  private let columnWidths: [Double]
  private var row = -1
  private var lineCount = 1

  init(columnWidths: [Double]) { self.columnWidths = columnWidths }

  /// Takes in the next cell; the height of the row before it, once that row is complete and
  /// needs more than one line.
  mutating func add(_ cell: PlacedCell) -> Height? {
    let done = cell.address.row == row ? nil : finish()
    row = cell.address.row
    if case .text(let text) = cell.value, cell.isInTable, cell.style.wraps,
      cell.address.column < columnWidths.count
    {
      // Letters of Times New Roman are on average narrower than digits, the measure of columns.
      let width = columnWidths[cell.address.column] * 1.05
      if Double(text.utf8.count) > width {
        let shown = SheetText.shortened(text, to: WorkbookWriter.textLimit)
        lineCount = max(lineCount, Self.lineCount(of: shown, width: width))
      }
    }
    return done
  }

  /// The height of the last row, likewise.
  mutating func finish() -> Height? {
    defer { lineCount = 1 }
    // Excel's highest row has 409 points.
    return lineCount > 1 ? (row, min(Double(lineCount) * Self.lineHeight, 405)) : nil
  }

  /// How many lines a text takes in a column of that width (in characters); words that are
  /// longer than a line are broken anywhere.
  static func lineCount(of text: String, width: Double) -> Int {
    wrappedLineCount(text, to: max(Int(width), 1))
  }
}
