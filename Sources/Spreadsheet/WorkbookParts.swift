/// `workbook.xml.rels`: which part an id means.
final class RelationsHandler: XMLHandler {
  private(set) var targets: [String: String] = [:]
  /// The last word of each relation's type, such as `worksheet`.
  private(set) var kinds: [String: String] = [:]
  private(set) var sharedStrings: String?
  private(set) var styles: String?
  /// What `_rels/.rels` says to be the workbook.
  private(set) var workbooks: [String] = []

  var vocabulary: XMLVocabulary { .relationships }

  func start(
    _ name: String, at depth: Int, _ attributes: XMLAttributes
  ) throws(SpreadsheetError) {
    guard name == "Relationship", depth == 2, let id = attributes["Id"],
      let target = attributes["Target"]
    else { return }
    guard targets.updateValue(target, forKey: id) == nil else { throw twice(id) }
    let type = attributes["Type"] ?? ""
    kinds[id] = String(type.split(separator: "/").last ?? "")
    if type.hasSuffix("/officeDocument") { workbooks.append(target) }
    if type.hasSuffix("/sharedStrings") {
      guard sharedStrings == nil else { throw twice("sharedStrings") }
      sharedStrings = target
    }
    if type.hasSuffix("/styles") {
      guard styles == nil else { throw twice("styles") }
      styles = target
    }
  }

  private func twice(_ what: String) -> SpreadsheetError {
    .unreadable(part: "xl/_rels/workbook.xml.rels", .invalid(shortening: "relation \(what) twice"))
  }
}

/// `workbook.xml`: the sheets in order.
final class SheetListHandler: XMLHandler {
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  /// Whether days are counted from 1904-01-01, as old programs of the Macintosh do.
  private(set) var countsFrom1904 = false
  private var isInSheets = false
  private var count = 0

  func start(
    _ name: String, at depth: Int, _ attributes: XMLAttributes
  ) throws(SpreadsheetError) {
    if depth == 2 {
      if name == "workbookPr" { countsFrom1904 = attributes.isTrue("date1904") }
      isInSheets = name == "sheets"
      if isInSheets { count += 1 }
      guard count <= 1 else { throw invalid("two lists of sheets") }
    }
    guard name == "sheet", depth == 3, isInSheets else { return }
    guard let title = attributes["name"], let id = attributes.relation else {
      throw invalid("sheet")
    }
    sheets.append(
      (SheetText.unescaped(title), id, (attributes["state"] ?? "visible") != "visible"))
  }

  func hidden(_ name: String) throws(SpreadsheetError) {
    if name == "sheets" || name == "sheet" { throw invalid("\(name) in a foreign element") }
  }

  private func invalid(_ what: String) -> SpreadsheetError {
    .unreadable(part: "xl/workbook.xml", .invalid(shortening: what))
  }
}

/// `sharedStrings.xml`: the texts that cells refer to by number.
final class SharedStringsHandler: XMLHandler {
  private(set) var texts: [String] = []
  /// Bytes of all texts.
  private(set) var size = 0
  private let sizeLimit: Int
  private var collector = RichTextCollector(depth: 2)
  private var isInText = false

  init(sizeLimit: Int) { self.sizeLimit = sizeLimit }

  var leaves: [String] { ["t"] }

  func start(
    _ name: String, at depth: Int, _ attributes: XMLAttributes
  ) throws(SpreadsheetError) {
    if depth == 2 {
      isInText = name == "si"
      collector.reset()
    } else if isInText {
      collector.start(name, at: depth)
    }
  }

  func end(_ name: String, at depth: Int, text: String) throws(SpreadsheetError) {
    guard isInText else { return }
    guard name == "si", depth == 2 else { return collector.end(name, at: depth, text: text) }
    // A text takes room even when it is empty.
    size += collector.text.utf8.count + MemoryLayout<String>.size
    guard size <= sizeLimit else {
      throw .unreadable(part: "xl/sharedStrings.xml", .tooMuchText(sizeLimit))
    }
    texts.append(collector.text)
  }

  func hidden(_ name: String) throws(SpreadsheetError) {
    guard name == "si" || name == "t" || name == "r" else { return }
    throw .unreadable(part: "xl/sharedStrings.xml", .invalid("\(name) in a foreign element"))
  }
}

/// A part of which only the form matters.
final class FormHandler: XMLHandler {
  func start(
    _ name: String, at depth: Int, _ attributes: XMLAttributes
  ) throws(SpreadsheetError) {}
}

/// `[Content_Types].xml`: the parts that the workbook says it has.
final class ContentTypesHandler: XMLHandler {
  private(set) var parts: [String] = []

  var vocabulary: XMLVocabulary { .contentTypes }

  func start(
    _ name: String, at depth: Int, _ attributes: XMLAttributes
  ) throws(SpreadsheetError) {
    guard name == "Override", let part = attributes["PartName"] else { return }
    parts.append(String(part.drop { $0 == "/" }))
  }
}

/// Joins the runs of a text; how a word is pronounced (`rPh`) is not part of it.
struct RichTextCollector {
  /// How deep the element stands whose text it is; `t` is its child, or that of a run in it.
  private let depth: Int
  private(set) var text = ""
  private var isInRun = false

  init(depth: Int) { self.depth = depth }

  mutating func reset() {
    text = ""
    isInRun = false
  }

  mutating func start(_ name: String, at depth: Int) {
    if depth == self.depth + 1 { isInRun = name == "r" }
  }

  mutating func end(_ name: String, at depth: Int, text piece: String) {
    guard name == "t" else { return }
    if depth == self.depth + 1 || (depth == self.depth + 2 && isInRun) {
      text += SheetText.unescaped(piece)
    }
  }
}
