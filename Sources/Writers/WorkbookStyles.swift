import Domain
import Spreadsheet

/// How the parts of a report look: black on white, rules instead of colour.
extension CellStyle {
  static func of(_ role: TextLine.Role) -> CellStyle {
    CellStyle {
      $0.wraps = true
      switch role {
      case .office:
        $0.isBold = true
        $0.fontSize = 12
        $0.alignment = .center
      case .reportTitle:
        $0.isBold = true
        $0.fontSize = 16
        $0.alignment = .center
      case .sheetTitle:
        $0.isBold = true
        $0.fontSize = 14
      case .source: $0.isItalic = true
      case .note:
        $0.isItalic = true
        $0.fontSize = 10
      case .sentence: $0.alignment = .center
      case .warning:
        $0.isBold = true
        $0.top = .thin
        $0.bottom = .thin
        $0.left = .thin
        $0.right = .thin
      }
    }
  }

  static let tableTitle = CellStyle {
    $0.isBold = true
    $0.fontSize = 12
  }

  static let header = CellStyle {
    $0.isBold = true
    $0.wraps = true
    $0.alignment = .center
    $0.isShaded = true
    $0.top = .thin
    $0.bottom = .thin
    $0.left = .thin
    $0.right = .thin
  }

  static let signatureRole = CellStyle {
    $0.isBold = true
    $0.fontSize = 12
    $0.alignment = .center
  }

  static let signatureHint = CellStyle {
    $0.isItalic = true
    $0.alignment = .center
  }

  private static let headlineNumber = CellStyle {
    $0.isBold = true
    $0.fontSize = 40
    $0.alignment = .center
    $0.numberFormat = .count
  }

  static func of(
    _ cell: Cell, in column: Table.Column, _ role: Table.Row.Role, of table: Table, isLast: Bool
  ) -> CellStyle {
    if table.id == .headline { return headlineNumber }
    var style = CellStyle()
    style.left = .thin
    style.right = .thin
    style.top = role == .total ? .thin : .hair
    style.bottom = isLast || role == .total ? .thin : .hair
    style.isBold = role == .total
    style.isItalic = role == .check || column.kind == .check
    switch column.kind {
    case .text: style.wraps = true
    case .short:
      style.alignment = .center
      style.wraps = true
    case .number, .check: style.alignment = .right
    }
    if table.rows.count > 200 { style.verticalAlignment = .top }
    if let number = cell.value.number {
      style.numberFormat = number.format
    } else if column.kind == .short {
      style.numberFormat = .text
    } else if column.kind == .number {
      style.numberFormat = .mark
    }
    return style
  }
}
