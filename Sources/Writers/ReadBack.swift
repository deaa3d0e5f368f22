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
    let meantNames = placement.sheets.map(\.name)
    let foundNames = workbook.sheets.map(\.name)
    guard meantNames == foundNames else {
      throw ReadBackFault(
        sheet: zip(meantNames, foundNames).first { $0 != $1 }?.0 ?? meantNames.last ?? "",
        cell: nil, meant: meantNames.joined(separator: " · "),
        found: foundNames.joined(separator: " · "))
    }
    for (sheet, found) in zip(placement.sheets, workbook.sheets) {
      try verify(sheet, of: placement, against: found)
    }
  }

  private static func verify(
    _ sheet: Placement.PlacedSheet, of placement: Placement, against found: ReadSheet
  ) throws(ReadBackFault) {
    var next = 0
    try placement.forEachCell(of: sheet) { (cell) throws(ReadBackFault) in
      guard let meant = Expectation(cell, language: placement.language) else { return }
      guard next < found.cells.count, found.cells[next].address == cell.address else {
        let other = next < found.cells.count ? found.cells[next].address : nil
        if let other, other < cell.address {
          throw ReadBackFault(
            sheet: sheet.name, cell: other, meant: "", found: "\(found.cells[next].value)")
        }
        throw ReadBackFault(
          sheet: sheet.name, cell: cell.address, meant: meant.description, found: "")
      }
      guard meant.matches(found.cells[next]) else {
        throw ReadBackFault(
          sheet: sheet.name, cell: cell.address, meant: meant.description,
          found: Expectation.describe(found.cells[next]))
      }
      next += 1
    }
    if next < found.cells.count {
      throw ReadBackFault(
        sheet: sheet.name, cell: found.cells[next].address, meant: "",
        found: Expectation.describe(found.cells[next]))
    }
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
    guard cell.formula == formula else { return false }
    switch cell.value {
    case .text(let found): return text.map { $0.utf8.elementsEqual(found.utf8) } ?? false
    case .number(let found): return number.map { Double(found) == $0 } ?? false
    case .boolean, .error, .none: return false
    }
  }

  var description: String {
    let value = text.map { "“\(displayed($0))”" } ?? number.map { "\($0)" } ?? ""
    return formula.map { "=\($0) → \(value)" } ?? value
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
