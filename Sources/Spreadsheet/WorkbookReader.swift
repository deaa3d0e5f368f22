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
    let relations = RelationsHandler()
    try scan("xl/_rels/workbook.xml.rels", of: &archive, with: relations)
    let directory = SheetListHandler()
    try scan("xl/workbook.xml", of: &archive, with: directory)
    let strings = SharedStringsHandler(sizeLimit: limits.textSize)
    if let target = relations.sharedStrings {
      try scan(entryName(target), of: &archive, with: strings)
    }
    var sheets: [ReadSheet] = []
    var parts: Set<String> = []
    var budget = SheetBudget(
      cellCount: limits.cellCount, textSize: limits.textSize - strings.size, limits: limits)
    for (name, relation) in directory.sheets {
      guard let target = relations.targets[relation] else {
        throw .unreadable(part: "xl/workbook.xml", .invalid("sheet \(name)"))
      }
      let part = entryName(target)
      let handler = SheetHandler(part: part, strings: strings.texts, budget: budget)
      try scan(part, of: &archive, with: handler)
      budget = handler.budget
      sheets.append(ReadSheet(name: name, cells: handler.cellsInOrder()))
      parts.insert(part)
    }
    if checksEveryPart { try checkRest(of: &archive, besides: parts) }
    return ReadWorkbook(sheets: sheets)
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

  private static func scan(
    _ name: String, of archive: inout ZipArchive, with handler: any XMLHandler
  ) throws(SpreadsheetError) {
    let scanner = try XMLScanner(part: name, handler: handler)
    try unsafe archive.read(name) { (bytes) throws(SpreadsheetError) in
      try unsafe scanner.parse(bytes, isLast: false)
    }
    try unsafe scanner.parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  /// A relation's target as the name of an entry: relative to `xl/`, or absolute.
  private static func entryName(_ target: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }
}

/// `workbook.xml.rels`: which part an id means.
private final class RelationsHandler: XMLHandler {
  private(set) var targets: [String: String] = [:]
  private(set) var sharedStrings: String?

  func start(_ name: String, _ attributes: XMLAttributes) throws(SpreadsheetError) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    targets[id] = target
    if attributes["Type"]?.hasSuffix("/sharedStrings") == true { sharedStrings = target }
  }

  func end(_ name: String, text: String) throws(SpreadsheetError) {}
}

/// `workbook.xml`: the sheets in order.
private final class SheetListHandler: XMLHandler {
  private(set) var sheets: [(name: String, relation: String)] = []

  func start(_ name: String, _ attributes: XMLAttributes) throws(SpreadsheetError) {
    guard name == "sheet", let title = attributes["name"], let id = attributes["r:id"] else {
      return
    }
    sheets.append((SheetText.unescaped(title), id))
  }

  func end(_ name: String, text: String) throws(SpreadsheetError) {}
}

/// `sharedStrings.xml`: the texts that cells refer to by number.
private final class SharedStringsHandler: XMLHandler {
  private(set) var texts: [String] = []
  /// Bytes of all texts.
  private(set) var size = 0
  private let sizeLimit: Int
  private var collector = RichTextCollector()

  init(sizeLimit: Int) { self.sizeLimit = sizeLimit }

  func start(_ name: String, _ attributes: XMLAttributes) throws(SpreadsheetError) {
    if name == "si" { collector.reset() }
    collector.start(name)
  }

  func end(_ name: String, text: String) throws(SpreadsheetError) {
    collector.end(name, text: text)
    guard name == "si" else { return }
    // A text takes room even when it is empty.
    size += collector.text.utf8.count + MemoryLayout<String>.size
    guard size <= sizeLimit else {
      throw .unreadable(part: "xl/sharedStrings.xml", .tooMuchText(sizeLimit))
    }
    texts.append(collector.text)
  }
}

/// A part of which only the form matters.
private final class FormHandler: XMLHandler {
  func start(_ name: String, _ attributes: XMLAttributes) throws(SpreadsheetError) {}
  func end(_ name: String, text: String) throws(SpreadsheetError) {}
}

/// `[Content_Types].xml`: the parts that the workbook says it has.
private final class ContentTypesHandler: XMLHandler {
  private(set) var parts: [String] = []

  func start(_ name: String, _ attributes: XMLAttributes) throws(SpreadsheetError) {
    guard name == "Override", let part = attributes["PartName"] else { return }
    parts.append(String(part.drop { $0 == "/" }))
  }

  func end(_ name: String, text: String) throws(SpreadsheetError) {}
}
