import Domain
package import Spreadsheet
import Vietnamese
import Workers

/// Compares a workbook with the layout that it was made from.
///
/// libxlsxwriter reports success when its temporary disk was full and the sheets are cut off;
/// only what was read back proves that a report holds what it should.
package enum ReadBack {
  /// Reads `path`, on up to `threads` threads, and compares every cell: number, text, formula and its
  /// value; cells that were not meant are differences, too.
  package static func verify(
    _ placement: Placement, workbookAt path: String, threads: Int
  ) throws(WriteError) {
    let workbook: ReadWorkbook
    do throws(SpreadsheetError) {
      workbook = try WorkbookReader.readWhole(path, threads: threads)
    } catch {
      throw .spreadsheet(error)
    }
    do throws(ReadBackFault) {
      try verify(placement, against: workbook, threads: threads)
    } catch {
      throw .readBack(error)
    }
  }

  /// Likewise, of a workbook that has been read.
  package static func verify(
    _ placement: Placement, against workbook: ReadWorkbook, threads: Int = 1
  ) throws(ReadBackFault) {
    let differences = differences(placement, against: workbook, limit: 1, threads: threads)
    if let first = differences.first.first { throw first }
  }

  /// Every difference between a workbook and the layout that it was made from: the first `limit`
  /// of them, and how many there are.
  ///
  /// Sheets are compared by name, so that one that was moved or added does not hide the others;
  /// one that was renamed by its position. Up to `threads` of them are compared at a time.
  package static func differences(
    _ placement: Placement, against workbook: ReadWorkbook, limit: Int, threads: Int = 1
  ) -> WorkbookDifferences {
    var differences = WorkbookDifferences(limit: limit)
    let meantNames = placement.sheets.map(\.name)
    let foundNames = workbook.sheets.map(\.name)
    if meantNames != foundNames {
      differences.add(
        zip(meantNames, foundNames).first { $0 != $1 }?.0 ?? meantNames.last ?? "", nil,
        meant: meantNames.joined(separator: " · "), found: foundNames.joined(separator: " · "))
    }
    if !workbook.conditionalCodes.isEmpty {
      let code = workbook.conditionalCodes.first ?? ""
      differences.add(
        meantNames.first ?? "", nil, meant: "",
        found: placement.language(
          "định dạng số có điều kiện “\(code)”", "conditional number format “\(code)”"))
    }
    let bySheet = sideBySide(placement.sheets.count, threads: threads) { index in
      let sheet = placement.sheets[index]
      var differences = WorkbookDifferences(limit: limit)
      if let found = counterpart(of: sheet.name, at: index, meantNames, in: workbook) {
        reportHidden(found, as: sheet.name, placement.language, &differences)
        compare(sheet, of: placement, with: found, in: workbook, &differences)
      }
      return differences
    }
    for sheet in bySheet { differences.add(sheet) }
    reportDrawings(workbook.drawings, in: placement, &differences)
    return differences
  }

  /// The sheet of that name, or the one in its place when it has a name that none should have.
  private static func counterpart(
    of name: String, at index: Int, _ meantNames: [String], in workbook: ReadWorkbook
  ) -> ReadSheet? {
    if let found = workbook.sheet(named: name) { return found }
    guard workbook.sheets.count == meantNames.count else { return nil }
    let found = workbook.sheets[index]
    return meantNames.contains(found.name) ? nil : found
  }

  private static func compare(
    _ sheet: Placement.PlacedSheet, of placement: Placement, with found: ReadSheet,
    in workbook: ReadWorkbook, _ differences: inout WorkbookDifferences
  ) {
    var next = 0
    func addUnmeant() {
      differences.add(
        sheet.name, found.cells[next].address, meant: "",
        found: Expectation.describe(found.cells[next]))
      next += 1
    }
    placement.forEachCell(of: sheet) { cell in
      guard let meant = Expectation(cell, language: placement.language) else { return }
      differences.cellCount += 1
      while next < found.cells.count, found.cells[next].address < cell.address { addUnmeant() }
      guard next < found.cells.count, found.cells[next].address == cell.address else {
        differences.add(sheet.name, cell.address, meant: meant.description, found: "")
        return
      }
      let read = found.cells[next]
      next += 1
      let (meantCode, foundCode) = (cell.style.numberFormat.code, workbook.formatCode(of: read))
      if !meant.matches(read) {
        differences.add(
          sheet.name, cell.address, meant: meant.description, found: Expectation.describe(read))
      } else if !NumberFormatCode.isSame(meantCode, foundCode) {
        let what = placement.language("định dạng số", "number format")
        differences.add(
          sheet.name, cell.address, meant: "\(what) “\(meantCode)”",
          found: "\(what) “\(foundCode)”")
      }
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

  /// Adds those that were found behind these.
  fileprivate mutating func add(_ other: WorkbookDifferences) {
    first += other.first.prefix(limit - first.count)
    count += other.count
    cellCount += other.cellCount
  }

  mutating func add(
    _ sheet: String, _ cell: CellAddress?, meant: @autoclosure () -> String,
    found: @autoclosure () -> String
  ) {
    count += 1
    guard first.count < limit else { return }
    first.append(
      ReadBackFault(
        sheet: sheet, cell: cell, meant: Excerpt.of(meant(), limit: Excerpt.faultLimit),
        found: Excerpt.of(found(), limit: Excerpt.faultLimit)))
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
    case .number(let found):
      guard let number, let found = Double(found) else { return false }
      return Expectation.isSameNumber(number, found)
    case .boolean, .error, .none: return false
    }
  }

  /// Whether two numbers are the same: whole ones exactly, others but for the last digits, which
  /// programs that save a workbook again may write as 13.100000000000001.
  private static func isSameNumber(_ meant: Double, _ found: Double) -> Bool {
    if meant == found { return true }
    if meant == meant.rounded() { return false }
    return abs(meant - found) <= 1e-12 * abs(meant)
  }

  /// Whether two formulas are the same as spreadsheets write them: sheet names may stand without
  /// their apostrophes.
  private static func isSameFormula(_ meant: String?, _ found: String?) -> Bool {
    guard let meant, let found else { return meant == found }
    let apostrophe = UInt8(ascii: "'")
    return meant.utf8.filter { $0 != apostrophe } == found.utf8.filter { $0 != apostrophe }
  }

  var description: String {
    let value = text.map(Expectation.quoted) ?? number.map(Expectation.written) ?? ""
    return Expectation.joined(formula, value)
  }

  /// A whole number without a point.
  private static func written(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  static func describe(_ cell: ReadCell) -> String {
    let value =
      switch cell.value {
      case .number(let text): text
      case .text(let text): quoted(text)
      case .boolean(let value): "\(value)"
      case .error(let text): displayed(Excerpt.of(text, limit: 80))
      case .none: ""
      }
    return joined(cell.formula, value)
  }

  private static func quoted(_ text: String) -> String {
    "“\(displayed(Excerpt.of(text, limit: Excerpt.faultLimit - 2)))”"
  }

  private static func joined(_ formula: String?, _ value: String) -> String {
    guard let formula else { return value }
    return "=\(displayed(Excerpt.of(formula, limit: 120))) → \(Excerpt.of(value, limit: 70))"
  }
}
