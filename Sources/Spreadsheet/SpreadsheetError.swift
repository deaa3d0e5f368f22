/// Why a workbook could not be written or read.
///
/// Each case says what was found and where, so that a message can name sheet and cell.
package enum SpreadsheetError: Error, Equatable, Sendable {
  /// A sheet name that Excel would not take, and why.
  case sheetName(String, SheetNameFault)
  /// A row or column beyond the last one of a sheet.
  case outsideSheet(sheet: String, row: Int, column: Int)
  /// A text of more UTF-16 units than a cell holds, counted as it would be stored.
  case textTooLong(sheet: String, cell: CellAddress, length: Int)
  /// A number that is not finite, or a whole one beyond ±2⁵³.
  case number(sheet: String, cell: CellAddress, value: String)
  /// A merged range that is one cell, or that lies across another one.
  case merge(sheet: String, range: CellRange)
  /// A formula without terms, or longer than Excel takes.
  case formula(sheet: String, cell: CellAddress)
  /// A width, height, margin, scale or position that makes no sense.
  case measure(sheet: String, what: String)
  /// A footer of more than 255 characters.
  case footerTooLong(sheet: String, length: Int)
  /// The process has a locale whose decimal mark is no point; numbers would be written wrongly.
  case numericLocale(String)
  /// libxlsxwriter refused: the call, its error number, and `errno` (0 if it says nothing).
  case library(call: String, code: Int, errno: Int32)
  /// The file is no workbook that can be read: which part, and what is wrong with it.
  case unreadable(part: String, ReadFault)
}

/// What is wrong with a sheet name.
package enum SheetNameFault: Equatable, Sendable {
  /// No letter at all.
  case blank
  /// More than 31 UTF-16 units.
  case tooLong
  /// One of `[ ] : * ? / \ '`, a control character, or a noncharacter.
  case forbiddenCharacter
  /// The same as another one but for letter case or composition.
  case taken
}

/// What is wrong with a part of a workbook.
package enum ReadFault: Equatable, Sendable {
  /// The zip library said so: its message.
  case zip(String)
  /// A part that the workbook names is not there.
  case missing
  /// More entries than a workbook of ours can have.
  case tooManyEntries(Int)
  /// Two entries of one name.
  case repeatedName
  /// An entry whose name is a path out of the folder.
  case outsideFolder
  /// More cells, or more bytes of text, than the limit.
  case tooManyCells(Int)
  case tooMuchText(Int)
  /// An entry, or all of them together, beyond the size limit in bytes.
  case tooLarge(UInt64)
  /// An entry that grows by more than the limit when unpacked.
  case compressionRatio(UInt64)
  /// XML with a document type: entities could make it grow without end.
  case documentType
  /// XML that is not well formed: the parser's message and the line.
  case malformed(String, line: Int)
  /// XML nested deeper than the limit.
  case tooDeep
  /// An element that makes no sense where it stands, such as a cell without a valid address.
  case invalid(String)
}

extension ReadFault {
  /// `.invalid` with no more than a line of what a file says; it may be megabytes.
  static func invalid(shortening what: String) -> ReadFault {
    .invalid(Excerpt.of(what, limit: 100))
  }
}
