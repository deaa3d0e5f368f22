/// What lies over the cells of a workbook.
package struct DrawingCounts: Sendable, Equatable {
  package var charts = 0
  /// Shapes, pictures, text boxes, and the like.
  package var others = 0

  package init(charts: Int = 0, others: Int = 0) {
    self.charts = charts
    self.others = others
  }
}

/// Any part that may be a drawing: its elements are told by their namespace (ECMA-376 Part 1,
/// §20.5).
final class DrawingHandler: XMLHandler {
  private(set) var counts = DrawingCounts()

  var vocabulary: XMLVocabulary { .drawing }

  func start(_ name: String, at depth: Int, _ attributes: XMLAttributes) throws(SpreadsheetError) {
    switch name {
    case "graphicFrame": counts.charts += 1
    case "sp", "pic", "cxnSp", "contentPart": counts.others += 1
    default: break
    }
  }

  func hidden(_ name: String) throws(SpreadsheetError) {
    if ["graphicFrame", "sp", "pic", "cxnSp", "contentPart"].contains(name) { counts.others += 1 }
  }
}
