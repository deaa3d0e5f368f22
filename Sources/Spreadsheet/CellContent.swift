/// Why a cell cannot be read.
struct CellFault: Error {
  var what: String
}

/// What the elements of one cell say, until its end.
struct CellContent {
  private let type: String
  let style: Int32
  private var stored: String?
  private(set) var formula: CellFormula?
  private var inline: RichTextCollector?

  /// Depth of `v`, `f` and `is` in a sheet.
  private static let depth = 5

  init(type: String = "n", style: Int32 = 0) {
    self.type = type
    self.style = style
  }

  /// Takes note of a child; says what is wrong with it, if anything is.
  mutating func start(_ name: String, _ attributes: XMLAttributes) -> String? {
    switch name {
    case "v":
      if stored != nil || inline != nil { return "two values" }
      stored = ""
    case "is":
      if stored != nil || inline != nil { return "two values" }
      if type != "inlineStr" { return "a text of type \(type)" }
      inline = RichTextCollector(depth: Self.depth)
    case "f":
      if formula != nil { return "two formulas" }
      formula = CellFormula(
        kind: attributes["t"] ?? "normal", group: attributes["si"], range: attributes["ref"])
    default: return nil
    }
    return nil
  }

  /// Takes note of an element deeper in it.
  mutating func startInner(_ name: String, at depth: Int) { inline?.start(name, at: depth) }

  mutating func end(_ name: String, at depth: Int, text: String) {
    switch name {
    case "v" where depth == Self.depth: stored = text
    case "f" where depth == Self.depth: formula?.text = text
    default: inline?.end(name, at: depth, text: text)
    }
  }

  /// What the cell holds.
  func value(strings: [String]) throws(CellFault) -> ReadCell.Value {
    if type == "inlineStr" {
      guard stored == nil else { throw CellFault(what: "a text that is no inline text") }
      return .text(inline?.text ?? "")
    }
    guard let stored else { return .none }
    switch type {
    case "s":
      guard let index = Int(stored), strings.indices.contains(index) else {
        throw CellFault(what: "string \(stored)")
      }
      return .text(strings[index])
    case "str": return .text(SheetText.unescaped(stored))
    case "d": return .text(stored)
    case "b": return .boolean(stored == "1" || stored == "true")
    case "e": return .error(stored)
    case "n":
      if stored.isEmpty { return .none }
      guard Self.isDecimal(stored) else { throw CellFault(what: "number \(stored)") }
      return .number(stored)
    default: throw CellFault(what: "type \(type)")
    }
  }

  /// Whether `text` is a number as spreadsheets write it: `-12`, `13.1`, `1e-05`.
  ///
  /// Swift's `Double` would also take `0x58`, which a spreadsheet does not read as 88.
  static func isDecimal(_ text: String) -> Bool {
    guard text.utf8.count <= 32 else { return false }
    var rest = text.utf8[...]
    func skipDigits() -> Bool {
      let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      rest = rest.dropFirst(count)
      return count > 0
    }
    func skip(_ bytes: String) -> Bool {
      guard let first = rest.first, bytes.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = skip("-")
    guard skipDigits() else { return false }
    if skip("."), !skipDigits() { return false }
    if skip("eE") {
      _ = skip("+-")
      guard skipDigits() else { return false }
    }
    return rest.isEmpty
  }
}
