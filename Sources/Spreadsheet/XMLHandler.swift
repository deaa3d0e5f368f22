import CExpat
import Glibc

/// What listens to a part of a workbook: it hears of the elements of its own vocabulary only.
///
/// Elements of other namespaces are invisible with everything in them, as they are to a
/// spreadsheet; names come without namespace.
protocol XMLHandler: AnyObject {
  /// The namespaces of its elements.
  var vocabulary: XMLVocabulary { get }
  /// Elements whose text counts, and that can therefore hold no others: text before and after a
  /// child would be read in two ways.
  var leaves: [String] { get }
  /// `depth` is 1 for the outermost element of the part.
  func start(_ name: String, at depth: Int, _ attributes: XMLAttributes) throws(SpreadsheetError)
  /// `text` is what stood directly before this end tag, since the tag before it.
  func end(_ name: String, at depth: Int, text: String) throws(SpreadsheetError)
  /// An element of its own vocabulary inside a foreign one: programs disagree on whether it
  /// counts (ECMA-376 Part 3, `mc:AlternateContent` and `mc:ProcessContent`).
  func hidden(_ name: String) throws(SpreadsheetError)
}

extension XMLHandler {
  var vocabulary: XMLVocabulary { .spreadsheet }
  var leaves: [String] { [] }
  func end(_ name: String, at depth: Int, text: String) throws(SpreadsheetError) {}
  func hidden(_ name: String) throws(SpreadsheetError) {}
}

/// The namespaces that the elements of a part may be of; those without any count, too.
///
/// No spreadsheet program reads a file without namespaces, so that nobody can be deceived by one.
enum XMLVocabulary {
  case spreadsheet
  case relationships
  case contentTypes
  case drawing

  /// What expat puts between a namespace and a name; no XML can contain it.
  static let separator: CChar = 1

  fileprivate var namespaces: [StaticString] {
    switch self {
    case .spreadsheet:
      [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
      ]
    case .relationships: ["http://schemas.openxmlformats.org/package/2006/relationships"]
    case .drawing:
      [
        "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
        "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
      ]
    case .contentTypes: ["http://schemas.openxmlformats.org/package/2006/content-types"]
    }
  }
}

/// The namespaces of one part, made once, so that no element costs more than a comparison.
struct XMLNamespaces {
  private let list: [StaticString]

  init(_ vocabulary: XMLVocabulary) { list = vocabulary.namespaces }

  /// The name of an element of these namespaces, without them; nothing for a foreign one.
  @unsafe
  func localName(_ name: UnsafePointer<CChar>) -> String? {
    unsafe localPart(of: name).map { unsafe String(cString: $0) }
  }

  /// Where that name begins within `name`.
  @unsafe
  func localPart(of name: UnsafePointer<CChar>) -> UnsafePointer<CChar>? {
    for known in list {
      let length = known.utf8CodeUnitCount
      if unsafe strncmp(
        name, UnsafeRawPointer(known.utf8Start).assumingMemoryBound(to: CChar.self), length) == 0,
        unsafe name[length] == XMLVocabulary.separator
      {
        return unsafe name + length + 1
      }
    }
    return unsafe strchr(name, Int32(XMLVocabulary.separator)) == nil ? unsafe name : nil
  }
}

/// The attributes of one element, valid only while its `start` runs.
@safe
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  @unsafe
  init(list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { unsafe self.list = list }

  /// The value of an attribute without namespace.
  subscript(name: StaticString) -> String? {
    guard var pair = unsafe list else { return nil }
    while let key = unsafe pair.pointee, let value = unsafe pair[1] {
      if unsafe Self.equal(key, name) { return unsafe String(cString: value) }
      unsafe pair += 2
    }
    return nil
  }

  /// Takes note of all names; says whether they are within the limits.
  func add(to names: inout XMLNames) -> Bool {
    guard var pair = unsafe list else { return true }
    while let key = unsafe pair.pointee {
      guard unsafe names.add(key) else { return false }
      unsafe pair += 2
    }
    return true
  }

  /// The id of a relation, `r:id` by its usual prefix.
  var relation: String? {
    self["http://schemas.openxmlformats.org/officeDocument/2006/relationships\u{1}id"]
      ?? self["http://purl.oclc.org/ooxml/officeDocument/relationships\u{1}id"]
  }

  /// Whether an attribute says yes, in any of the ways of XML Schema.
  func isTrue(_ name: StaticString) -> Bool {
    let value = self[name]
    return value == "1" || value == "true" || value == "on"
  }

  @unsafe
  private static func equal(_ key: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    for index in 0..<count {
      let byte = unsafe UInt8(bitPattern: key[index])
      if unsafe byte == 0 || byte != name.utf8Start[index] { return false }
    }
    return unsafe key[count] == 0
  }
}
