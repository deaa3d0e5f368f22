/// Where a finding stands.
///
/// Paths are relative to the inputs folder, with `/`.
package struct Place: Sendable, Hashable {
  package var path: String
  /// The sheet of a workbook; nothing in a CSV file.
  package var sheet: String?
  /// 1-based physical line where the record starts; in a workbook the number of its row.
  package var line: Int?
  /// 1-based number of the record among all records of its file.
  package var record: Int?
  /// The heading as written; blank when the finding is about no column.
  package var column: String
  /// Where that column of a sheet stands, from 0; the first one when the finding is about none, and in
  /// a CSV file.
  package private(set) var position: Int

  package init(
    path: String, sheet: String? = nil, line: Int? = nil, record: Int? = nil, column: String = "",
    position: Int = 0
  ) {
    self.path = path
    self.sheet = sheet
    self.line = line
    self.record = record
    self.column = column
    self.position = sheet == nil ? 0 : position
  }

  /// The place of a cell of that record.
  package func cell(in column: String, at position: Int) -> Place {
    Place(
      path: path, sheet: sheet, line: line, record: record, column: column, position: position)
  }

  /// `path:line`, `path:Sheet!B7` in a workbook, or the path alone.
  package var reference: String {
    if let cell { return "\(path):\(cell)" }
    return line.map { "\(path):\($0)" } ?? path
  }

  /// `Sheet!B7`; nothing outside of a workbook, or for a whole one.
  package var cell: String? {
    guard let sheet, let line else { return nil }
    return "\(Self.quoted(sheet))!\(Self.letters(ofColumn: position))\(line)"
  }

  /// The place that a `reference` means, without its column.
  package init(reference: String) {
    self.init(path: reference)
    guard let colon = reference.lastIndex(of: ":") else { return }
    if let line = Int(reference[reference.index(after: colon)...]) {
      self.init(path: String(reference[..<colon]), line: line)
    } else if let mark = reference.lastIndex(of: "!") {
      let cell = reference[reference.index(after: mark)...].drop { $0.isASCII && $0.isUppercase }
      guard let line = Int(cell), let found = Self.sheet(endingAt: mark, of: reference) else {
        return
      }
      self.init(path: found.path, sheet: found.sheet, line: line)
    }
  }

  // MARK: Names of sheets

  /// The name as a spreadsheet writes it before `!`: between apostrophes unless it is a plain word
  /// that cannot be taken for a cell.
  private static func quoted(_ sheet: String) -> String {
    let isWord = sheet.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_"
    }
    let isLettered = sheet.unicodeScalars.first?.properties.isAlphabetic ?? false
    if isWord, isLettered, !isCellLike(sheet) { return sheet }
    return
      "'\(sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
  }

  /// Whether a name could be a cell: `T1`, or `R1C1` in the other style.
  private static func isCellLike(_ sheet: String) -> Bool {
    let letters = sheet.utf8.prefix { (0x61...0x7A).contains($0 | 0x20) }
    let rest = sheet.utf8.dropFirst(letters.count)
    let isCell =
      letters.count <= 3 && !rest.isEmpty && rest.allSatisfy { (0x30...0x39).contains($0) }
    return isCell || sheet.utf8.allSatisfy { "RCrc0123456789".utf8.contains($0) }
  }

  /// The path and the sheet of a reference whose `!` stands at `mark`.
  private static func sheet(
    endingAt mark: String.Index, of reference: String
  ) -> (path: String, sheet: String)? {
    let before = reference[..<mark]
    guard before.last == "'" else {
      return before.lastIndex(of: ":").map {
        (String(before[..<$0]), String(before[before.index(after: $0)...]))
      }
    }
    // The opening apostrophe is the last one after a colon that leaves only pairs of them behind it.
    let inner = before.dropLast()
    var index = inner.endIndex
    while let apostrophe = inner[..<index].lastIndex(of: "'") {
      if inner[..<apostrophe].last == ":" {
        let name = inner[inner.index(after: apostrophe)...].split(
          separator: "''", omittingEmptySubsequences: false)
        if !name.contains(where: { $0.contains("'") }) {
          return (String(inner[..<apostrophe].dropLast()), name.joined(separator: "'"))
        }
      }
      index = apostrophe
    }
    return nil
  }

  /// `A` for 0, `AA` for 26.
  private static func letters(ofColumn position: Int) -> String {
    var rest = max(position, 0)
    var letters: [UInt8] = []
    repeat {
      letters.append(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
