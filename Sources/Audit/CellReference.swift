/// A cell of a release's workbook as a person writes it: `report.xlsx:Theo lĩnh vực!C7`.
package struct CellReference: Sendable, Equatable {
  /// The folder in which the workbook lies; nothing when no path was given.
  package var folder: String?
  package var sheet: String
  /// Such as `C7`, in capitals and without `$`.
  package var cell: String

  /// Reads `[[folder/]report.xlsx:]sheet!cell`; the sheet may stand between apostrophes, as
  /// spreadsheets write it.
  ///
  /// Nothing for a text that names no cell, such as the id of a figure.
  package init?(_ text: String) {
    guard let mark = text.lastIndex(of: "!") else { return nil }
    cell = String(text[text.index(after: mark)...].filter { $0 != "$" }).uppercased()
    var name = text[..<mark]
    if let end = name.range(of: ".xlsx:") {
      let path = name[..<end.lowerBound]
      if let slash = path.lastIndex(of: "/") {
        folder = slash == path.startIndex ? "/" : String(path[..<slash])
      }
      name = name[end.upperBound...]
    }
    if name.count >= 2, name.first == "'", name.last == "'" {
      name = name.dropFirst().dropLast()
    }
    sheet = String(name)
  }
}

extension Substring {
  /// Where `other` first stands, compared byte by byte.
  fileprivate func range(of other: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].utf8.starts(with: other.utf8) {
        return start..<utf8.index(start, offsetBy: other.utf8.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
