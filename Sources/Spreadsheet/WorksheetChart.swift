import CXLSXWriter

extension Worksheet {
  /// The library computes the places of charts in 32 bits; far down they would overflow.
  private static let lowestChartRow = 20_000

  /// Lays a chart over the sheet with its upper left corner at `cell`.
  package mutating func insert(_ chart: Chart, at cell: CellAddress) throws(SpreadsheetError) {
    let (row, column) = try position(cell)
    guard cell.row <= Self.lowestChartRow, (50...4000).contains(chart.width),
      (50...4000).contains(chart.height)
    else { throw .measure(sheet: name, what: "chart at \(cell)") }
    let type = chart.kind == .column ? LXW_CHART_COLUMN : LXW_CHART_LINE
    guard let drawn = unsafe workbook_add_chart(workbook, UInt8(truncatingIfNeeded: type.rawValue))
    else { throw .library(call: "workbook_add_chart", code: 0, errno: 0) }
    for (index, series) in chart.series.enumerated() {
      try unsafe add(series, number: index, of: chart, to: drawn)
    }
    unsafe dress(drawn, as: chart)
    var options = unsafe lxw_chart_options()
    unsafe options.x_scale = Double(chart.width) / 480
    unsafe options.y_scale = Double(chart.height) / 288
    let code = unsafe chart.title.xmlSafe.withCString { title in
      unsafe options.description = UnsafeMutablePointer(mutating: title)
      return unsafe worksheet_insert_chart_opt(handle, row, column, drawn, &options)
    }
    try check("worksheet_insert_chart_opt", code)
  }

  @unsafe
  private func add(
    _ series: Chart.Series, number: Int, of chart: Chart, to drawn: UnsafeMutablePointer<lxw_chart>
  ) throws(SpreadsheetError) {
    guard series.values.isInSheet, series.categories.isInSheet,
      let added = unsafe chart_add_series(drawn, nil, nil)
    else { throw .measure(sheet: name, what: "series \(series.name)") }
    let (firstRow, firstColumn) = try position(series.categories.first)
    let (lastRow, lastColumn) = try position(series.categories.last)
    unsafe chart_series_set_categories(
      added, series.categories.sheet ?? name, firstRow, firstColumn, lastRow, lastColumn)
    let (firstValueRow, firstValueColumn) = try position(series.values.first)
    let (lastValueRow, lastValueColumn) = try position(series.values.last)
    unsafe chart_series_set_values(
      added, series.values.sheet ?? name, firstValueRow, firstValueColumn, lastValueRow,
      lastValueColumn)
    if !series.name.chartText.isEmpty {
      unsafe chart_series_set_name(added, series.name.chartText)
    }
    if chart.kind == .column {
      var fill = lxw_chart_fill(color: 0x595959, none: 0, transparency: 0)
      unsafe chart_series_set_fill(added, &fill)
    } else {
      unsafe draw(added, as: LineLook.look(number))
    }
    if chart.kind == .column || chart.series.count == 1 {
      unsafe chart_series_set_labels(added)
      unsafe withFont(size: 10) { font in unsafe chart_series_set_labels_font(added, font) }
    }
  }

  @unsafe
  private func draw(_ series: UnsafeMutablePointer<lxw_chart_series>, as look: LineLook) {
    var line = lxw_chart_line(
      color: look.color, none: 0, width: 2, dash_type: look.dash, transparency: 0)
    unsafe chart_series_set_line(series, &line)
    unsafe chart_series_set_marker_type(series, look.marker)
    unsafe chart_series_set_marker_size(series, 7)
    var fill = lxw_chart_fill(color: look.color, none: 0, transparency: 0)
    unsafe chart_series_set_marker_fill(series, &fill)
    var edge = lxw_chart_line(
      color: look.color, none: 0, width: 1, dash_type: 0, transparency: 0)
    unsafe chart_series_set_marker_line(series, &edge)
  }

  @unsafe
  private func dress(_ drawn: UnsafeMutablePointer<lxw_chart>, as chart: Chart) {
    if chart.title.chartText.isEmpty {
      unsafe chart_title_off(drawn)
    } else {
      unsafe chart_title_set_name(drawn, chart.title.chartText)
      unsafe withFont(size: 12, isBold: true) { unsafe chart_title_set_name_font(drawn, $0) }
    }
    let axes = [
      (LXW_CHART_AXIS_TYPE_X, chart.categoryAxis), (LXW_CHART_AXIS_TYPE_Y, chart.valueAxis),
    ]
    for (type, title) in axes {
      guard let axis = unsafe chart_axis_get(drawn, type) else { continue }
      if !title.chartText.isEmpty {
        unsafe chart_axis_set_name(axis, title.chartText)
        unsafe withFont(size: 10) { unsafe chart_axis_set_name_font(axis, $0) }
      }
      unsafe withFont(size: 10) { unsafe chart_axis_set_num_font(axis, $0) }
      guard type == LXW_CHART_AXIS_TYPE_Y else { continue }
      unsafe chart_axis_set_min(axis, 0)
      var line = lxw_chart_line(
        color: 0xD9D9D9, none: 0, width: 0.75, dash_type: 0, transparency: 0)
      unsafe chart_axis_major_gridlines_set_line(axis, &line)
    }
    if chart.series.count > 1 {
      unsafe chart_legend_set_position(
        drawn, UInt8(truncatingIfNeeded: LXW_CHART_LEGEND_BOTTOM.rawValue))
      unsafe withFont(size: 10) { unsafe chart_legend_set_font(drawn, $0) }
    } else {
      unsafe chart_legend_set_position(
        drawn, UInt8(truncatingIfNeeded: LXW_CHART_LEGEND_NONE.rawValue))
    }
  }

  /// Lends the report's font to a call; the library copies it.
  @unsafe
  private func withFont(
    size: Double, isBold: Bool = false, _ body: (UnsafeMutablePointer<lxw_chart_font>) -> Void
  ) {
    unsafe CellStyle.fontName.withCString { name in
      var font = unsafe lxw_chart_font()
      unsafe font.name = UnsafeMutablePointer(mutating: name)
      unsafe font.size = size
      unsafe font.bold = isBold ? 1 : 0
      unsafe body(&font)
    }
  }
}

extension String {
  /// This text as the library takes it for a name: it would read a formula after an equals sign.
  fileprivate var chartText: String { xmlSafe.hasPrefix("=") ? " " + xmlSafe : xmlSafe }
}

/// The library's own black: 0 means to it that no colour was set.
private let black: lxw_color_t = 0x100_0000

/// What tells one line of a chart from another without colour.
private struct LineLook {
  var color: lxw_color_t
  var dash: UInt8
  var marker: UInt8

  static func look(_ number: Int) -> LineLook {
    let colors: [lxw_color_t] = [black, 0x595959, 0x7F7F7F, 0x262626]
    let dashes = [
      LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_ROUND_DOT,
      LXW_CHART_LINE_DASH_LONG_DASH_DOT, LXW_CHART_LINE_DASH_SQUARE_DOT,
    ]
    let markers = [
      LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_TRIANGLE,
      LXW_CHART_MARKER_DIAMOND, LXW_CHART_MARKER_X, LXW_CHART_MARKER_PLUS,
    ]
    return LineLook(
      color: colors[number % colors.count],
      dash: UInt8(truncatingIfNeeded: dashes[number % dashes.count].rawValue),
      marker: UInt8(truncatingIfNeeded: markers[number % markers.count].rawValue))
  }
}
