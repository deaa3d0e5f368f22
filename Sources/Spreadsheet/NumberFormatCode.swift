/// Whether two number formats show the same (ECMA-376 Part 1 §18.8.30 and §18.8.31).
///
/// A format such as `[=88]"89";General` makes a cell show another number than it holds. So only
/// what programs are known to write otherwise, when they save our formats again, may differ:
/// how a literal character is marked, colours, and the room that `_)` leaves. LibreOffice writes
/// `\+#,##0_);\-#,##0_);0_)` for `+#,##0_);-#,##0_);0_)`.
package enum NumberFormatCode {
  /// Stands for a format that is not known; the same as no other.
  package static let unknown = "?"

  /// Whether the two show every number and text alike.
  package static func isSame(_ first: String, _ second: String) -> Bool {
    if first == second { return first != unknown }
    guard let first = normalized(first), let second = normalized(second) else { return false }
    return first == second
  }

  /// The code of a format that every program knows by number; nothing for dates and currencies,
  /// of which each language has its own.
  static func builtIn(_ id: Int) -> String? {
    switch id {
    case 0: "General"
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 9: "0%"
    case 10: "0.00%"
    case 11: "0.00E+00"
    case 49: "@"
    default: nil
    }
  }

  /// Those that can be read on white.
  private static let colors: Set<String> = [
    "black", "blue", "green", "magenta", "red",
  ]

  /// The code with every literal character marked by a backslash, without colours and room.
  ///
  /// Nothing when a quotation or bracket does not end.
  private static func normalized(_ code: String) -> String? {
    if code.lowercased() == "general" { return "general" }
    var result = String.UnicodeScalarView()
    var rest = code.unicodeScalars[...]
    func addLiteral(_ scalar: Unicode.Scalar) {
      result.append("\\")
      result.append(scalar)
    }
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        guard let literal = rest.popFirst() else { return nil }
        addLiteral(literal)
      case "_": guard rest.popFirst() != nil else { return nil }
      case "\"":
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        for literal in rest[..<end] { addLiteral(literal) }
        rest = rest[rest.index(after: end)...]
      case "[":
        guard let end = rest.firstIndex(of: "]") else { return nil }
        let name = String(rest[..<end])
        if !colors.contains(name.lowercased()) {
          result.append(contentsOf: "[\(name)]".unicodeScalars)
        }
        rest = rest[rest.index(after: end)...]
      case "+", "-", "(", ")", " ", ":": addLiteral(scalar)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
