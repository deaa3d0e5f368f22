package import Spreadsheet

/// Why a release could not be written.
package enum WriteError: Error, Sendable {
  /// The workbook: refused, not written, or not readable.
  case spreadsheet(SpreadsheetError)
  /// A formula of the layout points to cells that do not exist: a defect of ours.
  case danglingFormula(sheet: String, cell: CellAddress)
  /// The workbook, read back, does not hold what was meant.
  case readBack(ReadBackFault)
  /// The provenance could not be encoded: what the encoder said.
  case encoding(String)
  /// The file of that name could not be passed on: the error of the `write` that was given.
  case output(file: String, any Error)
}

/// A difference between the workbook that was meant and the one that was found.
package struct ReadBackFault: Error, Sendable, Equatable {
  package var sheet: String
  /// Nothing when the whole sheet is missing or was not meant.
  package var cell: CellAddress?
  package var meant: String
  package var found: String

  package init(sheet: String, cell: CellAddress?, meant: String, found: String) {
    self.sheet = sheet
    self.cell = cell
    self.meant = meant
    self.found = found
  }
}
