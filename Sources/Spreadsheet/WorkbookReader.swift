/// Reads the values of an .xlsx file, ours or LibreOffice's (ECMA-376 Part 1, SpreadsheetML).
///
/// Only what a comparison needs: sheets, cells, texts, formulas and their values. Nothing is
/// extracted to disk, and nothing in the file can make the reader take more than `limits`.
package enum WorkbookReader {
  /// Reads the sheets; with `checksEveryPart` the parts that hold no cells must be whole, too.
  ///
  /// Complexity: linear in its unpacked size.
  package static func read(
    _ path: String, limits: ArchiveLimits = ArchiveLimits(), checksEveryPart: Bool = false
  ) throws(SpreadsheetError) -> ReadWorkbook {
    var archive = try ZipArchive(path: path, limits: limits)
    try checkRoot(of: &archive)
    let relations = RelationsHandler()
    try scan("xl/_rels/workbook.xml.rels", of: &archive, with: relations)
    let directory = SheetListHandler()
    try scan("xl/workbook.xml", of: &archive, with: directory)
    let strings = SharedStringsHandler(sizeLimit: limits.textSize)
    if let target = relations.sharedStrings {
      try scan(entryName(target), of: &archive, with: strings)
    }
    let styles = StylesHandler()
    if let target = relations.styles, archive.contains(entryName(target)) {
      try scan(entryName(target), of: &archive, with: styles)
    }
    var workbook = ReadWorkbook(
      sheets: [], formatCodes: styles.codes, conditionalCodes: styles.conditionalCodes)
    var parts: Set<String> = []
    var budget = SheetBudget(
      cellCount: limits.cellCount, textSize: limits.textSize - strings.size, limits: limits)
    for entry in directory.sheets {
      guard let target = relations.targets[entry.relation] else {
        throw .unreadable(part: "xl/workbook.xml", .invalid(shortening: "sheet \(entry.name)"))
      }
      let part = entryName(target)
      let handler = SheetHandler(part: part, strings: strings.texts, budget: budget)
      try scan(part, of: &archive, with: handler)
      budget = handler.budget
      workbook.sheets.append(
        ReadSheet(
          name: entry.name, cells: try handler.cellsInOrder(), isHidden: entry.isHidden,
          hiddenRowCount: handler.hidden.rowCount, hiddenColumnCount: handler.hidden.columnCount))
      parts.insert(part)
    }
    if checksEveryPart { try checkRest(of: &archive, besides: parts) }
    workbook.drawings = try drawings(of: &archive, besides: parts)
    return workbook
  }

  /// Refuses a file whose workbook is another part than the one that we read.
  private static func checkRoot(of archive: inout ZipArchive) throws(SpreadsheetError) {
    let name = "_rels/.rels"
    guard archive.contains(name) else { return }
    let relations = RelationsHandler()
    try scan(name, of: &archive, with: relations)
    for target in relations.workbooks
    where target != "xl/workbook.xml" && target != "/xl/workbook.xml" {
      throw .unreadable(part: name, .invalid(shortening: "workbook \(target)"))
    }
  }

  /// Checks what `read` has not looked into: every part that the file says it has is there, and
  /// every part is XML from its first byte to its last.
  ///
  /// Formats, drawings and charts are not compared with anything, and a write error that nobody
  /// reported may have cut any of them off.
  private static func checkRest(
    of archive: inout ZipArchive, besides read: Set<String>
  ) throws(SpreadsheetError) {
    let types = ContentTypesHandler()
    try scan("[Content_Types].xml", of: &archive, with: types)
    for part in types.parts where !archive.contains(part) {
      throw .unreadable(part: part, .missing)
    }
    for name in archive.names where !read.contains(name) {
      try scan(name, of: &archive, with: FormHandler())
    }
  }

  /// Counts what lies over the cells, in whatever part it stands; old drawings (VML) are all others.
  private static func drawings(
    of archive: inout ZipArchive, besides read: Set<String>
  ) throws(SpreadsheetError) -> DrawingCounts {
    var counts = DrawingCounts()
    for name in archive.names where !read.contains(name) {
      if name.hasSuffix(".vml") { counts.others += 1 }
      guard name.hasSuffix(".xml"), name.hasPrefix("xl/"), name != "xl/sharedStrings.xml" else {
        continue
      }
      let handler = DrawingHandler()
      try scan(name, of: &archive, with: handler)
      counts.charts += handler.counts.charts
      counts.others += handler.counts.others
    }
    return counts
  }

  private static func scan(
    _ name: String, of archive: inout ZipArchive, with handler: any XMLHandler
  ) throws(SpreadsheetError) {
    try archive.scan(name, with: handler)
  }

  /// A relation's target as the name of an entry: relative to `xl/`, or absolute.
  private static func entryName(_ target: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }
}
