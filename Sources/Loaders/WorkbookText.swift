import Domain
import Spreadsheet
import Vietnamese

/// Cells that are one in a workbook: the records, from 1, and the positions, from 0, that they take.
package struct MergedCells: Sendable, Equatable {
  package var records: ClosedRange<Int>
  package var positions: ClosedRange<Int>

  init(_ range: CellRange) {
    records = range.first.row + 1...range.last.row + 1
    positions = range.first.column...range.last.column
  }
}

/// The sheet of a workbook that is read as a submission: its records, which sheet it is, and what
/// stands beside its texts.
struct WorkbookText {
  /// UTF-8, a record for each row.
  var bytes: [UInt8]
  var sheet: SheetReading
  var merges: [MergedCells]
  var valueless: ValuelessCells

  /// The first sheet that is shown and has a header; the first one that is shown if none has.
  static func read(
    _ raw: [UInt8], _ recognition: HeaderRecognition
  ) throws(SpreadsheetError) -> WorkbookText {
    var workbook = try SubmittedWorkbook(raw)
    let sheets = workbook.sheets
    var chosen: (index: Int, records: SheetRecords, header: SubmissionHeader)?
    var first: (index: Int, records: SheetRecords)?
    var others: [String] = []
    for (index, sheet) in sheets.enumerated() {
      let isCandidate = chosen == nil && !sheet.isHidden
      let records = try workbook.records(
        of: sheet, rowLimit: isCandidate ? .max : headerSearchLimit)
      let text = SubmissionText(records.bytes, merges: records.merges.map(MergedCells.init))
      if let header = recognition.dialect(of: text).header {
        if isCandidate {
          chosen = (index, records, header)
        } else {
          others.append(displayed(sheet.name))
        }
      } else if isCandidate, first == nil {
        first = (index, records)
      }
    }
    guard let (index, records) = chosen.map({ ($0.index, $0.records) }) ?? first else {
      throw .unreadable(part: "xl/workbook.xml", .invalid("no sheet"))
    }
    return WorkbookText(
      records,
      SheetReading(
        name: displayed(sheets[index].name), index: index,
        headerRecord: chosen?.header.lastRecord ?? 0,
        filledPositions: chosen.map { filledPositions($0.header) } ?? [],
        sheets: sheets.map { displayed($0.name) }, unreadSheets: others))
  }

  /// The same sheet of the same workbook once more.
  static func reread(_ raw: [UInt8], _ sheet: SheetReading) throws(SpreadsheetError) -> WorkbookText
  {
    var workbook = try SubmittedWorkbook(raw)
    guard workbook.sheets.indices.contains(sheet.index) else {
      throw .unreadable(part: "xl/workbook.xml", .invalid("no sheet"))
    }
    return WorkbookText(try workbook.records(of: workbook.sheets[sheet.index]), sheet)
  }

  private init(_ records: SheetRecords, _ sheet: SheetReading) {
    self.sheet = sheet
    merges = records.merges.map(MergedCells.init)
    valueless = ValuelessCells(records.valuelessFormulas)
    bytes = FilledDown.text(
      records.bytes, merges.filter { $0.records.lowerBound > sheet.headerRecord },
      positions: sheet.filledPositions)
  }

  /// Where a merged cell says the same of each of its rows.
  ///
  /// Elsewhere it does not: a number in a merged cell is one number, and would be counted twice.
  private static func filledPositions(_ header: SubmissionHeader) -> [Int] {
    let columns: [Column] = [
      .ward, .owner, .field, .hamlet, .year, .quarter, .status, .level, .kind, .subject,
    ]
    return columns.compactMap { header.positions[$0] }.sorted()
  }
}

/// Where formulas stand that were saved without a value.
struct ValuelessCells: Sendable {
  /// By record, then by position.
  private let cells: [CellAddress]

  init(_ cells: [CellAddress] = []) { self.cells = cells }

  /// The positions of those of a record, found by halving.
  func positions(ofRecord number: Int) -> [Int] {
    if cells.isEmpty { return [] }
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].row < number - 1 { low = middle + 1 } else { high = middle }
    }
    return cells[low...].prefix { $0.row == number - 1 }.map(\.column)
  }
}
