import CXLSXWriter

/// The styles that a workbook knows so far, each with the library's format for it.
@safe
struct StyleTable {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>]

  @unsafe
  init(workbook: UnsafeMutablePointer<lxw_workbook>) {
    unsafe self.workbook = workbook
    unsafe formats = [:]
  }

  /// The format of a style, made when it is first asked for.
  @unsafe
  mutating func format(
    _ style: CellStyle
  ) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_format> {
    if let known = unsafe formats[style] { return unsafe known }
    guard let format = unsafe workbook_add_format(workbook) else {
      throw .library(call: "workbook_add_format", code: 0, errno: 0)
    }
    unsafe style.apply(to: format)
    unsafe formats[style] = format
    return unsafe format
  }
}

extension CellStyle {
  /// Sets everything that differs from the library's defaults.
  @unsafe
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_font_name(format, CellStyle.fontName)
    unsafe format_set_font_family(format, 1)
    unsafe format_set_font_size(format, fontSize)
    if isBold { unsafe format_set_bold(format) }
    if isItalic { unsafe format_set_italic(format) }
    unsafe format_set_align(format, UInt8(truncatingIfNeeded: alignment.code.rawValue))
    unsafe format_set_align(format, UInt8(truncatingIfNeeded: verticalAlignment.code.rawValue))
    if wraps { unsafe format_set_text_wrap(format) }
    if top != .none { unsafe format_set_top(format, top.code) }
    if bottom != .none { unsafe format_set_bottom(format, bottom.code) }
    if left != .none { unsafe format_set_left(format, left.code) }
    if right != .none { unsafe format_set_right(format, right.code) }
    if isShaded {
      unsafe format_set_pattern(format, UInt8(truncatingIfNeeded: LXW_PATTERN_SOLID.rawValue))
      unsafe format_set_bg_color(format, 0xD9D9D9)
    }
    if numberFormat != .general { unsafe format_set_num_format(format, numberFormat.code) }
  }
}

extension CellStyle.Alignment {
  fileprivate var code: lxw_format_alignments {
    switch self {
    case .left: LXW_ALIGN_LEFT
    case .center: LXW_ALIGN_CENTER
    case .right: LXW_ALIGN_RIGHT
    }
  }
}

extension CellStyle.VerticalAlignment {
  fileprivate var code: lxw_format_alignments {
    switch self {
    case .top: LXW_ALIGN_VERTICAL_TOP
    case .center: LXW_ALIGN_VERTICAL_CENTER
    case .bottom: LXW_ALIGN_VERTICAL_BOTTOM
    }
  }
}

extension CellStyle.Line {
  fileprivate var code: UInt8 {
    let border =
      switch self {
      case .none: LXW_BORDER_NONE
      case .hair: LXW_BORDER_HAIR
      case .thin: LXW_BORDER_THIN
      case .medium: LXW_BORDER_MEDIUM
      }
    return UInt8(truncatingIfNeeded: border.rawValue)
  }
}
