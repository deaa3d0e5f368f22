/// How a cell looks.
///
/// Black on white throughout: what a report says must survive a copier.
package struct CellStyle: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable {
    case left
    case center
    case right
  }

  package enum VerticalAlignment: Hashable, Sendable {
    case top
    case center
    case bottom
  }

  package enum Line: Hashable, Sendable {
    case none
    case hair
    case thin
    case medium
  }

  /// The one font of every report (Nghị định 30/2020/NĐ-CP prescribes it for documents).
  package static let fontName = "Times New Roman"

  /// In points.
  package var fontSize = 11.0
  package var isBold = false
  package var isItalic = false
  package var alignment = Alignment.left
  package var verticalAlignment = VerticalAlignment.center
  package var wraps = false
  package var top = Line.none
  package var bottom = Line.none
  package var left = Line.none
  package var right = Line.none
  /// Light grey behind the text.
  package var isShaded = false
  package var numberFormat = NumberFormat.general

  package init() {}

  /// A style made from the plain one by changing it.
  package init(_ change: (inout CellStyle) -> Void) {
    self.init()
    change(&self)
  }
}

/// How a number is shown.
///
/// The marks for decimals and thousands are those of the reader's system.
package enum NumberFormat: Hashable, Sendable {
  /// As it stands; for text, too.
  case general
  /// A code: digits that are no number.
  case text
  /// A text among numbers.
  case mark
  /// A whole number with groups of thousands.
  case count
  /// A whole number with its sign; zero has none.
  case change
  /// One decimal.
  case tenths
  /// One decimal with its sign; zero has none.
  case changeInTenths
  /// A part of a whole, such as 21/23; the cell holds the part.
  case outOf(Int)

  /// The format in Excel's language; `_)` keeps numbers a little off the border.
  package var code: String {
    switch self {
    case .general: "General"
    case .text: "@"
    case .mark: "@_)"
    case .count: "#,##0_)"
    case .change: "+#,##0_);-#,##0_);0_)"
    case .tenths: "0.0_)"
    case .changeInTenths: "+0.0_);-0.0_);0.0_)"
    case .outOf(let whole): "0\"/\(whole)\"_)"
    }
  }
}
