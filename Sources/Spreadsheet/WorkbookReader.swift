import Workers

/// Reads the values of an .xlsx file, ours or LibreOffice's (ECMA-376 Part 1, SpreadsheetML).
///
/// Only what a comparison needs: sheets, cells, texts, formulas and their values. Nothing is
/// extracted to disk, and nothing in the file can make the reader take more than `limits`.
package enum WorkbookReader {
  /// Reads the sheets.
  ///
  /// Complexity: linear in its unpacked size.
  package static func read(
    _ path: String, limits: ArchiveLimits = ArchiveLimits()
  ) throws(SpreadsheetError) -> ReadWorkbook {
    var archive = try ZipArchive(path: path, limits: limits)
    let directory = try directory(of: &archive)
    var budget = directory.budget(limits)
    var sheets: [ReadSheet] = []
    for entry in directory.sheets {
      sheets.append(try read(entry, of: &archive, directory, &budget))
    }
    return directory.workbook(
      sheets, try readRest(of: &archive, besides: directory, checksEveryPart: false))
  }

  /// Reads a workbook of which every part must be whole, those without cells, too; up to `threads` parts
  /// at a time.
  package static func readWhole(
    _ path: String, limits: ArchiveLimits = .ofOurOwn, threads: Int
  ) throws(SpreadsheetError) -> ReadWorkbook {
    var archive = try ZipArchive(path: path, limits: limits)
    let directory = try directory(of: &archive)
    // The largest first, and what is no sheet behind them.
    let order = directory.sheets.indices.sorted {
      archive.size(of: directory.sheets[$0].part) > archive.size(of: directory.sheets[$1].part)
    }
    let archives: @Sendable () -> OwnArchive = { OwnArchive(path: path, limits: limits) }
    let pieces = try sideBySide(
      order.count + 1, threads: threads, tool: archives
    ) { (own, number) throws(SpreadsheetError) -> Piece in
      try own.with { (archive) throws(SpreadsheetError) -> Piece in
        guard number < order.count else {
          return .drawings(try readRest(of: &archive, besides: directory, checksEveryPart: true))
        }
        var budget = directory.budget(limits)
        let index = order[number]
        return .sheet(index, try read(directory.sheets[index], of: &archive, directory, &budget))
      }
    }
    var sheets = [ReadSheet?](repeating: nil, count: order.count)
    var drawings = DrawingCounts()
    for piece in pieces {
      switch piece {
      case .sheet(let index, let sheet): sheets[index] = sheet
      case .drawings(let counts): drawings = counts
      }
    }
    return directory.workbook(sheets.compactMap { $0 }, drawings)
  }

  /// The archive of one thread, opened when it is first asked for.
  private final class OwnArchive {
    private let path: String
    private let limits: ArchiveLimits
    private var archive: ZipArchive?

    init(path: String, limits: ArchiveLimits) {
      self.path = path
      self.limits = limits
    }

    func with<Result>(
      _ body: (inout ZipArchive) throws(SpreadsheetError) -> Result
    ) throws(SpreadsheetError) -> Result {
      var opened: ZipArchive
      if let archive = archive.take() {
        opened = archive
      } else {
        opened = try ZipArchive(path: path, limits: limits)
      }
      let result = try body(&opened)
      archive = consume opened
      return result
    }
  }

  /// What is read at a time.
  private enum Piece: Sendable {
    case sheet(Int, ReadSheet)
    case drawings(DrawingCounts)
  }

  /// What the sheets refer to, and where they are.
  private struct Directory: Sendable {
    struct Entry: Sendable {
      var name: String
      var part: String
      var isHidden: Bool
    }

    var sheets: [Entry] = []
    var strings: [String] = []
    /// Bytes of all strings, and the part in which they are.
    var stringSize = 0
    var stringPart: String?
    var formatCodes: [String] = []
    var conditionalCodes: [String] = []

    /// What is left for the sheets.
    func budget(_ limits: ArchiveLimits) -> SheetBudget {
      SheetBudget(
        cellCount: limits.cellCount, textSize: limits.textSize - stringSize, limits: limits)
    }

    func workbook(_ sheets: [ReadSheet], _ drawings: DrawingCounts) -> ReadWorkbook {
      ReadWorkbook(
        sheets: sheets, formatCodes: formatCodes, conditionalCodes: conditionalCodes,
        drawings: drawings)
    }
  }

  private static func directory(
    of archive: inout ZipArchive
  ) throws(SpreadsheetError) -> Directory {
    try checkRoot(of: &archive)
    let relations = RelationsHandler()
    try archive.scan("xl/_rels/workbook.xml.rels", with: relations)
    let list = SheetListHandler()
    try archive.scan("xl/workbook.xml", with: list)
    var directory = Directory()
    if let target = relations.sharedStrings {
      let strings = SharedStringsHandler(sizeLimit: archive.limits.textSize)
      let part = entryName(target)
      try archive.scan(part, with: strings)
      directory.strings = strings.texts
      directory.stringSize = strings.size
      directory.stringPart = part
    }
    if let target = relations.styles, archive.contains(entryName(target)) {
      let styles = StylesHandler()
      try archive.scan(entryName(target), with: styles)
      directory.formatCodes = styles.codes
      directory.conditionalCodes = styles.conditionalCodes
    }
    for sheet in list.sheets {
      guard let target = relations.targets[sheet.relation] else {
        throw .unreadable(part: "xl/workbook.xml", .invalid(shortening: "sheet \(sheet.name)"))
      }
      directory.sheets.append(
        Directory.Entry(name: sheet.name, part: entryName(target), isHidden: sheet.isHidden))
    }
    return directory
  }

  private static func read(
    _ entry: Directory.Entry, of archive: inout ZipArchive, _ directory: Directory,
    _ budget: inout SheetBudget
  ) throws(SpreadsheetError) -> ReadSheet {
    let handler = SheetHandler(part: entry.part, strings: directory.strings, budget: budget)
    try archive.scan(entry.part, with: handler)
    let content = handler.content
    budget = content.budget
    return ReadSheet(
      name: entry.name, cells: try content.cellsInOrder(), isHidden: entry.isHidden,
      hiddenRowCount: content.hidden.rowCount, hiddenColumnCount: content.hidden.columnCount)
  }

  /// Refuses a file whose workbook is another part than the one that we read.
  private static func checkRoot(of archive: inout ZipArchive) throws(SpreadsheetError) {
    let name = "_rels/.rels"
    guard archive.contains(name) else { return }
    let relations = RelationsHandler()
    try archive.scan(name, with: relations)
    for target in relations.workbooks
    where target != "xl/workbook.xml" && target != "/xl/workbook.xml" {
      throw .unreadable(part: name, .invalid(shortening: "workbook \(target)"))
    }
  }

  /// Looks into the parts that are no sheets: counts what lies over the cells, in whatever part it
  /// stands; old drawings (VML) are all others.
  ///
  /// With `checksEveryPart` every part that the file says it has must be there, and every part be XML
  /// from its first byte to its last: formats, drawings and charts are not compared with anything, and
  /// a write error that nobody reported may have cut any of them off.
  private static func readRest(
    of archive: inout ZipArchive, besides directory: Directory, checksEveryPart: Bool
  ) throws(SpreadsheetError) -> DrawingCounts {
    if checksEveryPart {
      let types = ContentTypesHandler()
      try archive.scan("[Content_Types].xml", with: types)
      for part in types.parts where !archive.contains(part) {
        throw .unreadable(part: part, .missing)
      }
    }
    var counts = DrawingCounts()
    let sheets = Set(directory.sheets.map(\.part))
    for name in archive.names where !sheets.contains(name) {
      if name.hasSuffix(".vml") { counts.others += 1 }
      if name.hasSuffix(".xml"), name.hasPrefix("xl/"), name != "xl/sharedStrings.xml" {
        let handler = DrawingHandler()
        try archive.scan(name, with: handler)
        counts.charts += handler.counts.charts
        counts.others += handler.counts.others
      } else if checksEveryPart, name != directory.stringPart {
        try archive.scan(name, with: FormHandler())
      }
    }
    return counts
  }

  /// A relation's target as the name of an entry: relative to `xl/`, or absolute.
  private static func entryName(_ target: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }
}
