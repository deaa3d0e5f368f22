/// `styles.xml`: the number format of every style that a cell can have.
final class StylesHandler: XMLHandler {
  /// Format codes by number of the style; `NumberFormatCode.unknown` where it is not clear.
  private(set) var codes: [String] = []
  /// Format codes that a condition can put in their place.
  private(set) var conditionalCodes: [String] = []
  /// What each style makes of a number.
  private(set) var forms: [NumberForm] = []
  private var declared: [Int: String] = [:]
  private var ids: [Int] = []
  private var section = ""

  private static let part = "xl/styles.xml"
  /// More styles than Excel takes.
  private static let countLimit = 65_490
  /// Longest format code that is kept; Excel takes 255 characters.
  private static let lengthLimit = 1024

  func start(
    _ name: String, at depth: Int, _ attributes: XMLAttributes
  ) throws(SpreadsheetError) {
    if depth == 2 { section = name }
    switch (name, section) {
    case ("numFmt", "numFmts") where depth == 3: try declare(attributes)
    case ("xf", "cellXfs") where depth == 3:
      ids.append(attributes["numFmtId"].map { Int($0) ?? -1 } ?? 0)
    case ("numFmt", _): conditionalCodes.append(code(of: attributes))
    default: return
    }
    guard max(ids.count, declared.count, conditionalCodes.count) <= Self.countLimit else {
      throw .unreadable(part: Self.part, .invalid("more than \(Self.countLimit) styles"))
    }
  }

  func end(_ name: String, at depth: Int, text: String) throws(SpreadsheetError) {
    guard depth == 1 else { return }
    codes = ids.map { declared[$0] ?? NumberFormatCode.builtIn($0) ?? NumberFormatCode.unknown }
    forms = ids.map { id in declared[id].map { NumberForm(code: $0) } ?? NumberForm(builtIn: id) }
  }

  func hidden(_ name: String) throws(SpreadsheetError) {
    // A condition of a later Excel may bring a format along.
    if name == "numFmt" { conditionalCodes.append(NumberFormatCode.unknown) }
    if name == "xf" || name == "cellXfs" || name == "numFmts" {
      throw .unreadable(part: Self.part, .invalid("\(name) in a foreign element"))
    }
  }

  private func declare(_ attributes: XMLAttributes) throws(SpreadsheetError) {
    guard let id = attributes["numFmtId"].flatMap({ Int($0) }), id >= 0 else {
      throw .unreadable(part: Self.part, .invalid("number format"))
    }
    let code = code(of: attributes)
    // Programs disagree on which of two codes counts.
    let other = declared[id] ?? NumberFormatCode.builtIn(id) ?? code
    declared[id] = code == other ? code : NumberFormatCode.unknown
  }

  private func code(of attributes: XMLAttributes) -> String {
    let code = attributes["formatCode"] ?? NumberFormatCode.unknown
    return code.utf8.count <= Self.lengthLimit ? code : NumberFormatCode.unknown
  }
}
