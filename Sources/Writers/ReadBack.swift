import Domain
package import Spreadsheet
import Vietnamese

/// Compares a workbook with the layout that it was made from.
///
/// libxlsxwriter reports success when its temporary disk was full and the sheets are cut off;
/// only what was read back proves that a report holds what it should.
package enum ReadBack {
  /// Reads `path` and compares every cell: number, text, formula and its value; cells that were
  /// not meant are differences, too.
  package static func verify(
    _ placement: Placement, workbookAt path: String
  ) throws(WriteError) {
    let workbook: ReadWorkbook
    do throws(SpreadsheetError) {
      workbook = try WorkbookReader.read(path, limits: .ofOurOwn, checksEveryPart: true)
    } catch {
      throw .spreadsheet(error)
    }
    do throws(ReadBackFault) {
      try verify(placement, against: workbook)
    } catch {
      throw .readBack(error)
    }
  }

  /// Likewise, of a workbook that has been read.
  package static func verify(
    _ placement: Placement, against workbook: ReadWorkbook
  ) throws(ReadBackFault) {
    if let first = differences(placement, against: workbook, limit: 1).first.first { throw first }
  }

  /// Every difference between a workbook and the layout that it was made from: the first `limit`
  /// of them, and how many there are.
  ///
  /// Sheets are compared by name, so that one that was moved or added does not hide the others.
  package static func differences(
    _ placement: Placement, against workbook: ReadWorkbook, limit: Int
  ) -> WorkbookDifferences {
    var differences = WorkbookDifferences(limit: limit)
    let meantNames = placement.sheets.map(\.name)
    let foundNames = workbook.sheets.map(\.name)
    if meantNames != foundNames {
      differences.add(
        ReadBackFault(
          sheet: zip(meantNames, foundNames).first { $0 != $1 }?.0 ?? meantNames.last ?? "",
          cell: nil, meant: meantNames.joined(separator: " · "),
          found: foundNames.joined(separator: " · ")))
    }
    for sheet in placement.sheets {
      guard let found = workbook.sheet(named: sheet.name) else { continue }
      compare(sheet, of: placement, with: found, &differences)
    }
    return differences
  }

  private static func compare(
    _ sheet: Placement.PlacedSheet, of placement: Placement, with found: ReadSheet,
    _ differences: inout WorkbookDifferences
  ) {
    var next = 0
    func addUnmeant() {
      differences.add(
        ReadBackFault(
          sheet: sheet.name, cell: found.cells[next].address, meant: "",
          found: Expectation.describe(found.cells[next])))
      next += 1
    }
    placement.forEachCell(of: sheet) { cell in
      guard let meant = Expectation(cell, language: placement.language) else { return }
      differences.cellCount += 1
      while next < found.cells.count, found.cells[next].address < cell.address { addUnmeant() }
      guard next < found.cells.count, found.cells[next].address == cell.address else {
        differences.add(
          ReadBackFault(
            sheet: sheet.name, cell: cell.address, meant: meant.description, found: ""))
        return
      }
      if !meant.matches(found.cells[next]) {
        differences.add(
          ReadBackFault(
            sheet: sheet.name, cell: cell.address, meant: meant.description,
            found: Expectation.describe(found.cells[next])))
      }
      next += 1
    }
    while next < found.cells.count { addUnmeant() }
  }
}

/// What a comparison of a workbook with its layout came to.
package struct WorkbookDifferences: Sendable, Equatable {
  /// The first of them, by sheet, row and column.
  package private(set) var first: [ReadBackFault] = []
  package private(set) var count = 0
  /// Cells that should hold something.
  package fileprivate(set) var cellCount = 0
  private let limit: Int

  fileprivate init(limit: Int) { self.limit = limit }

  fileprivate mutating func add(_ fault: ReadBackFault) {
    count += 1
    if first.count < limit { first.append(fault) }
  }
}

/// What a cell of the workbook should hold.
private struct Expectation {
  private var text: String?
  private var number: Double?
  private var formula: String?

  /// Nothing for a cell that holds nothing.
  init?(_ cell: PlacedCell, language: Language) {
    switch cell.value {
    case .blank: return nil
    case .text(let text):
      if text.isEmpty { return nil }
      self.text = SheetText.shortened(text, to: WorkbookWriter.textLimit)
    case .mark(let mark): text = mark.text(in: language)
    case .number(let number): self.number = number.cellValue
    case .formula(_, let number):
      self.number = number.cellValue
      formula = cell.formula?.text ?? ""
    }
  }

  func matches(_ cell: ReadCell) -> Bool {
    guard Expectation.isSameFormula(formula, cell.formula) else { return false }
    switch cell.value {
    case .text(let found): return text.map { $0.utf8.elementsEqual(found.utf8) } ?? false
    case .number(let found): return number.map { Double(found) == $0 } ?? false
    case .boolean, .error, .none: return false
    }
  }

  /// Whether two formulas are the same as spreadsheets write them: sheet names may stand without
  /// their apostrophes, and a cell that shares the formula of another one has a blank one.
  private static func isSameFormula(_ meant: String?, _ found: String?) -> Bool {
    guard let meant, let found else { return meant == found }
    let apostrophe = UInt8(ascii: "'")
    return found.isEmpty
      || meant.utf8.filter { $0 != apostrophe } == found.utf8.filter { $0 != apostrophe }
  }

  var description: String {
    let value = text.map { "“\(displayed($0))”" } ?? number.map(Expectation.written) ?? ""
    return formula.map { "=\($0) → \(value)" } ?? value
  }

  /// A whole number without a point.
  private static func written(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  static func describe(_ cell: ReadCell) -> String {
    let value =
      switch cell.value {
      case .number(let text): text
      case .text(let text): "“\(displayed(text))”"
      case .boolean(let value): "\(value)"
      case .error(let text): text
      case .none: ""
      }
    return cell.formula.map { "=\($0) → \(value)" } ?? value
  }
}
