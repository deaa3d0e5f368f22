/// A formula as a cell has it, perhaps by way of another cell's.
struct CellFormula {
  /// `normal`, `shared`, `array` or `dataTable`.
  var kind: String
  /// Which of the formulas that are shared.
  var group: String?
  /// The cells that share it.
  var range: String?
  var text = ""

  init(kind: String, group: String?, range: String?) {
    self.kind = kind
    self.group = group
    self.range = range
  }
}

/// The formulas of a sheet that one cell writes out and others share (ECMA-376 Part 1 §18.3.1.40).
struct SharedFormulas {
  private struct Master {
    /// Nothing when it is not clear.
    var text: String?
    var cell: CellAddress
    var range: CellRange
  }

  private var masters: [Int: Master] = [:]

  /// The whole formula of a cell; with a word in braces when it is not one of that cell alone, so
  /// that it can be no other formula's equal.
  mutating func text(of formula: CellFormula, at cell: CellAddress) -> String {
    switch formula.kind {
    case "normal": return formula.text.isEmpty ? "{empty}" : formula.text
    case "shared":
      guard let group = formula.group.flatMap({ Int($0) }) else {
        return "{shared} \(formula.text)"
      }
      guard formula.text.isEmpty else {
        define(group, formula, at: cell)
        return formula.text
      }
      return expanded(group, at: cell) ?? "{shared} ?"
    default: return "{\(formula.kind)} \(formula.text)"
    }
  }

  private mutating func define(_ group: Int, _ formula: CellFormula, at cell: CellAddress) {
    // Programs disagree on which of two masters counts.
    let text = masters[group] == nil ? formula.text : nil
    let corners = (formula.range ?? "").split(separator: ":", omittingEmptySubsequences: false)
    let first = corners.first.flatMap { CellAddress($0) } ?? cell
    let last = corners.count == 2 ? CellAddress(corners[1]) ?? first : first
    masters[group] = Master(
      text: text, cell: cell, range: CellRange(first: first, last: last))
  }

  private func expanded(_ group: Int, at cell: CellAddress) -> String? {
    guard let master = masters[group], master.range.overlaps(CellRange(cell)),
      let formula = master.text, formula.utf8.count <= Formula.lengthLimit,
      let terms = Term.parse(formula)
    else { return nil }
    var text = ""
    for term in terms {
      guard
        let moved = term.moved(
          rows: cell.row - master.cell.row, columns: cell.column - master.cell.column)
      else { return nil }
      text += moved
    }
    return text
  }
}

/// A piece of a formula: a cell, or anything that stays as it is when the formula moves.
private enum Term {
  case cell(CellAddress, isColumnFixed: Bool, isRowFixed: Bool)
  case other(String)

  /// The pieces of a formula of our own kind; nothing for any other.
  ///
  /// Sums, cells and ranges, perhaps of a sheet in apostrophes, with `+` and `-` between them.
  static func parse(_ text: String) -> [Term]? {
    var terms: [Term] = []
    var rest = text.utf8[...]
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "'"):
        guard let end = rest.dropFirst().firstIndex(of: byte),
          rest[rest.index(after: end)...].first == UInt8(ascii: "!")
        else { return nil }
        terms.append(.other(String(decoding: rest[...end], as: UTF8.self)))
        rest = rest[rest.index(after: end)...]
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: ":"), UInt8(ascii: "!"):
        terms.append(.other(String(decoding: [byte], as: UTF8.self)))
        rest = rest.dropFirst()
      default:
        let word = rest.prefix(while: isWord)
        guard !word.isEmpty else { return nil }
        rest = rest[word.endIndex...]
        guard let term = Self.word(String(decoding: word, as: UTF8.self), before: rest.first) else {
          return nil
        }
        terms.append(term)
      }
    }
    return terms
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// A sheet's name without apostrophes, the function of our formulas, or a cell.
  private static func word(_ text: String, before next: UInt8?) -> Term? {
    if next == UInt8(ascii: "!") { return text.contains("$") ? nil : .other(text) }
    if next == UInt8(ascii: "(") { return text == "SUM" ? .other(text) : nil }
    let isColumnFixed = text.hasPrefix("$")
    let isRowFixed = text.dropFirst().utf8.contains(UInt8(ascii: "$"))
    guard let address = CellAddress(text.filter { $0 != "$" }) else { return nil }
    let column = CellAddress.letters(ofColumn: address.column)
    let canonical =
      (isColumnFixed ? "$" : "") + column + (isRowFixed ? "$" : "") + String(address.row + 1)
    guard canonical == text else { return nil }
    return .cell(address, isColumnFixed: isColumnFixed, isRowFixed: isRowFixed)
  }

  /// As it stands so many rows and columns farther on; nothing outside of the sheet.
  func moved(rows: Int, columns: Int) -> String? {
    switch self {
    case .other(let text): return text
    case .cell(let cell, let isColumnFixed, let isRowFixed):
      let moved = CellAddress(
        row: isRowFixed ? cell.row : cell.row + rows,
        column: isColumnFixed ? cell.column : cell.column + columns)
      guard moved.isInSheet else { return nil }
      return (isColumnFixed ? "$" : "") + CellAddress.letters(ofColumn: moved.column)
        + (isRowFixed ? "$" : "") + String(moved.row + 1)
    }
  }
}
