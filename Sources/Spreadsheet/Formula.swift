/// A formula of a workbook: ranges added up, less other ranges.
///
/// There is no way to make one from text, so that nothing read from a submission can ever become
/// a formula (OWASP, formula injection). Sums and differences are all that a report needs.
package struct Formula: Hashable, Sendable {
  /// Longest formula that Excel takes, in characters.
  package static let lengthLimit = 8192

  package var added: [CellRange]
  package var subtracted: [CellRange]

  package init(adding added: [CellRange], subtracting subtracted: [CellRange] = []) {
    self.added = added
    self.subtracted = subtracted
  }

  /// `SUM(B5:B8)-B9`, without the equals sign, as workbooks store it.
  package var text: String {
    var text = ""
    for (index, range) in added.enumerated() {
      text += (index == 0 ? "" : "+") + Self.term(range)
    }
    for range in subtracted { text += "-" + Self.term(range) }
    return text
  }

  private static func term(_ range: CellRange) -> String {
    range.isSingleCell ? range.description : "SUM(\(range))"
  }
}
