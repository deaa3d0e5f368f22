/// What Excel takes as the name of a sheet.
enum SheetName {
  /// Longest name, in UTF-16 units.
  static let lengthLimit = 31

  /// The form in which two names must differ: Excel compares without letter case, macOS without
  /// composition.
  static func uniqueForm(_ name: String) -> String {
    String(name.lowercased().unicodeScalars)
  }

  /// Refuses a name that Excel, LibreOffice or libxlsxwriter 1.1.4 cannot carry.
  ///
  /// Apostrophes are refused everywhere: they would need doubling in every formula.
  static func check(_ name: String, taken: Set<String>) throws(SpreadsheetError) {
    if name.allSatisfy(\.isWhitespace) { throw .sheetName(name, .blank) }
    if name.utf16.count > lengthLimit { throw .sheetName(name, .tooLong) }
    for scalar in name.unicodeScalars {
      let isForbidden =
        "[]:*?/\\'".unicodeScalars.contains(scalar) || scalar.value < 0x20
        || (0x7F...0x9F).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
      if isForbidden { throw .sheetName(name, .forbiddenCharacter) }
    }
    if taken.contains(uniqueForm(name)) { throw .sheetName(name, .taken) }
  }
}
