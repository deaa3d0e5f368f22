/// A workbook that somebody sent, opened for its records.
///
/// `WorkbookReader` reads for comparing, cell by cell; this one reads for counting: each sheet as
/// CSV, so that one reader of records serves both kinds of file. Nothing is extracted to disk, and
/// nothing in the file can make the reader take more than `limits`.
package struct SubmittedWorkbook: ~Copyable {
  /// A sheet as the workbook lists it.
  package struct Sheet: Sendable, Equatable {
    package var name: String
    /// However it is hidden.
    package var isHidden: Bool
    let part: String
  }

  /// Those that hold cells, in order.
  package let sheets: [Sheet]
  private var archive: ZipArchive
  private let limits: ArchiveLimits
  private let strings: SharedTexts
  private let forms: [NumberForm]
  /// Most characters that are kept of the name of a sheet; spreadsheets allow 31.
  private static let nameLimit = 64

  private let numbers: NumberSpelling

  /// Opens a workbook and reads what all its sheets share.
  package init(
    _ bytes: [UInt8], limits: ArchiveLimits = .ofSubmission
  ) throws(SpreadsheetError) {
    var archive = try ZipArchive(bytes: bytes, limits: limits)
    let book = try PartName.workbook(of: &archive)
    let relations = RelationsHandler()
    try archive.scan(archive.spelling(of: PartName.relations(of: book)), with: relations)
    let list = SheetListHandler()
    try archive.scan(book, with: list)
    let texts = SharedTextsListener(sizeLimit: limits.textSize)
    if let target = relations.sharedStrings {
      let part = archive.spelling(of: PartName.target(target, of: book))
      try archive.scan(part, with: texts)
    }
    let styles = StylesHandler()
    if let target = relations.styles {
      let part = archive.spelling(of: PartName.target(target, of: book))
      if archive.contains(part) { try archive.scan(part, with: styles) }
    }
    var sheets: [Sheet] = []
    for entry in list.sheets {
      guard let target = relations.targets[entry.relation] else {
        throw .unreadable(part: book, .invalid(shortening: "sheet \(entry.name)"))
      }
      if relations.kinds[entry.relation] != "worksheet" { continue }
      sheets.append(
        Sheet(
          name: String(entry.name.unicodeScalars.prefix(Self.nameLimit)), isHidden: entry.isHidden,
          part: archive.spelling(of: PartName.target(target, of: book))))
    }
    self.sheets = sheets
    self.archive = archive
    self.limits = limits
    strings = texts.texts
    forms = styles.forms
    numbers = NumberSpelling(countsFrom1904: list.countsFrom1904)
  }

  /// The cells of a sheet; only those of its first rows with `rowLimit`.
  ///
  /// All of the sheet is looked at in any case, so that damage shows.
  package mutating func records(
    of sheet: Sheet, rowLimit: Int = .max
  ) throws(SpreadsheetError) -> SheetRecords {
    let listener = SheetRecordsListener(
      part: sheet.part,
      cells: SheetCells(
        part: sheet.part, strings: strings, forms: forms, numbers: numbers, limits: limits),
      rowLimit: rowLimit)
    try archive.scan(sheet.part, with: listener)
    return listener.finish()
  }
}

/// The names of the parts of a workbook (ECMA-376 Part 2 §6.5).
enum PartName {
  /// The part that the package says to be its workbook.
  static func workbook(of archive: inout ZipArchive) throws(SpreadsheetError) -> String {
    let usual = "xl/workbook.xml"
    guard archive.contains("_rels/.rels") else { return usual }
    let relations = RelationsHandler()
    try archive.scan("_rels/.rels", with: relations)
    return archive.spelling(of: relations.workbooks.first.map { target($0, of: "") } ?? usual)
  }

  /// The part that holds the relations of `part`.
  static func relations(of part: String) -> String {
    let (folder, name) = split(part)
    return folder + "_rels/" + name + ".rels"
  }

  /// What a relation of `part` leads to: relative to the folder of `part`, or absolute.
  static func target(_ target: String, of part: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var steps = split(part).folder.split(separator: "/")
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  private static func split(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }
}

extension ZipArchive {
  /// Hands the elements of an entry to `handler`.
  mutating func scan(_ name: String, with handler: any XMLHandler) throws(SpreadsheetError) {
    let scanner = try XMLScanner(part: name, handler: handler)
    try unsafe read(name) { (bytes) throws(SpreadsheetError) in
      try unsafe scanner.parse(bytes, isLast: false)
    }
    try unsafe scanner.parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  /// The same for one that holds millions of them.
  mutating func scan(_ name: String, with listener: any ElementListener) throws(SpreadsheetError) {
    let scanner = try ElementScanner(part: name, listener: listener)
    try unsafe read(name) { (bytes) throws(SpreadsheetError) in
      try unsafe scanner.parse(bytes, isLast: false)
    }
    try unsafe scanner.parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }
}
