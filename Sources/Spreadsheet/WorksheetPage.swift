import CXLSXWriter

/// How a sheet is printed: always A4, one page wide, with page numbers.
package struct PageSetup: Sendable, Equatable {
  package var isLandscape: Bool
  /// The rows with which new pages begin.
  ///
  /// Excel heeds them only on a sheet with a fixed `scale`.
  package var breaks: [Int] = []
  /// In percent (10–400); nothing to make the sheet one page wide.
  package var scale: Int?
  /// The rows that repeat at the top of every page.
  package var repeatedRows: ClosedRange<Int>?
  /// The cells that are printed.
  package var printArea: CellRange
  /// What stands left in the footer; the page number stands right.
  package var footer: String
  /// `Trang`, `Page`: what stands before the page number.
  package var pageWord: String

  package init(
    isLandscape: Bool, repeatedRows: ClosedRange<Int>?, printArea: CellRange, footer: String,
    pageWord: String
  ) {
    self.isLandscape = isLandscape
    self.repeatedRows = repeatedRows
    self.printArea = printArea
    self.footer = footer
    self.pageWord = pageWord
  }
}

extension Worksheet {
  /// Sets the width of one column, in characters of the standard font (0–255).
  package mutating func setWidth(
    _ width: Double, ofColumn column: Int
  ) throws(SpreadsheetError) {
    guard width.isFinite, (0...255).contains(width) else {
      throw .measure(sheet: name, what: "width \(width)")
    }
    let (_, column) = try position(CellAddress(row: 0, column: column))
    try check(
      "worksheet_set_column", unsafe worksheet_set_column(handle, column, column, width, nil))
  }

  /// Sets the height of one row, in points (0–409).
  package mutating func setHeight(_ height: Double, ofRow row: Int) throws(SpreadsheetError) {
    guard height.isFinite, (0...409).contains(height) else {
      throw .measure(sheet: name, what: "height \(height)")
    }
    let (row, _) = try position(CellAddress(row: row, column: 0))
    try check("worksheet_set_row", unsafe worksheet_set_row(handle, row, height, nil))
  }

  /// Keeps the rows above and the columns left of `cell` in sight.
  package mutating func freeze(at cell: CellAddress) throws(SpreadsheetError) {
    let (row, column) = try position(cell)
    unsafe worksheet_freeze_panes(handle, row, column)
  }

  /// Puts filter buttons on the first row of `range`.
  package mutating func setFilter(_ range: CellRange) throws(SpreadsheetError) {
    let (firstRow, firstColumn) = try position(range.first)
    let (lastRow, lastColumn) = try position(range.last)
    try check(
      "worksheet_autofilter",
      unsafe worksheet_autofilter(handle, firstRow, firstColumn, lastRow, lastColumn))
  }

  /// Makes numbers of `range` that are not 0 stand out, bold and red; texts stay as they are.
  package mutating func markNonzero(_ range: CellRange) throws(SpreadsheetError) {
    let (firstRow, firstColumn) = try position(range.first)
    let (lastRow, lastColumn) = try position(range.last)
    guard let format = unsafe workbook_add_format(workbook) else {
      throw .library(call: "workbook_add_format", code: 0, errno: 0)
    }
    unsafe format_set_bold(format)
    unsafe format_set_font_color(format, 0xC00000)
    let code = unsafe "=AND(ISNUMBER(\(range.first)),\(range.first)<>0)".withCString { condition in
      var rule = unsafe lxw_conditional_format()
      unsafe rule.type = UInt8(truncatingIfNeeded: LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      unsafe rule.value_string = UnsafeMutablePointer(mutating: condition)
      unsafe rule.format = format
      return unsafe worksheet_conditional_format_range(
        handle, firstRow, firstColumn, lastRow, lastColumn, &rule)
    }
    try check("worksheet_conditional_format_range", code)
  }

  /// Sets everything about printing, once.
  package mutating func setPage(_ page: PageSetup) throws(SpreadsheetError) {
    unsafe worksheet_set_paper(handle, 9)
    if page.isLandscape {
      unsafe worksheet_set_landscape(handle)
    } else {
      unsafe worksheet_set_portrait(handle)
    }
    unsafe worksheet_set_margins(handle, 0.6, 0.4, 0.6, 0.7)
    try setScale(page)
    unsafe worksheet_center_horizontally(handle)
    let (firstRow, firstColumn) = try position(page.printArea.first)
    let (lastRow, lastColumn) = try position(page.printArea.last)
    try check(
      "worksheet_print_area",
      unsafe worksheet_print_area(handle, firstRow, firstColumn, lastRow, lastColumn))
    if let rows = page.repeatedRows {
      let (first, _) = try position(CellAddress(row: rows.lowerBound, column: 0))
      let (last, _) = try position(CellAddress(row: rows.upperBound, column: 0))
      try check("worksheet_repeat_rows", unsafe worksheet_repeat_rows(handle, first, last))
    }
    try setFooter(page)
  }

  /// Keeps Excel from marking codes, which are digits as text, as mistakes.
  package mutating func allowDigitsAsText(in range: CellRange) throws(SpreadsheetError) {
    guard range.isInSheet else { throw .measure(sheet: name, what: "\(range)") }
    try check(
      "worksheet_ignore_errors",
      unsafe worksheet_ignore_errors(
        handle, UInt8(truncatingIfNeeded: LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue),
        range.description))
  }

  /// One page wide, or a fixed scale with page breaks.
  private func setScale(_ page: PageSetup) throws(SpreadsheetError) {
    guard let scale = page.scale else {
      unsafe worksheet_fit_to_pages(handle, 1, 0)
      return
    }
    guard (10...400).contains(scale), page.breaks.count <= 1000,
      page.breaks.allSatisfy({ (1..<CellAddress.rowLimit).contains($0) })
    else { throw .measure(sheet: name, what: "scale \(scale)") }
    unsafe worksheet_set_print_scale(handle, UInt16(truncatingIfNeeded: scale))
    if page.breaks.isEmpty { return }
    var breaks = page.breaks.map { lxw_row_t(truncatingIfNeeded: $0) } + [0]
    try check("worksheet_set_h_pagebreaks", unsafe worksheet_set_h_pagebreaks(handle, &breaks))
  }

  /// Hides the lines between cells on the screen; printed pages have none anyway.
  package mutating func hideGridlines() {
    unsafe worksheet_gridlines(handle, UInt8(truncatingIfNeeded: LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  private func setFooter(_ page: PageSetup) throws(SpreadsheetError) {
    let font = "&\"\(CellStyle.fontName),Regular\"&9"
    let left = page.footer.xmlSafe.split(separator: "&", omittingEmptySubsequences: false)
      .joined(separator: "&&")
    let text = "&L\(font)\(left)&R\(font)\(page.pageWord) &P/&N"
    guard text.utf16.count <= 255 else {
      throw .footerTooLong(sheet: name, length: text.utf16.count)
    }
    try check("worksheet_set_footer", unsafe worksheet_set_footer(handle, text))
  }
}
