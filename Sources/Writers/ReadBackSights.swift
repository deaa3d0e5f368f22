import Domain
import Spreadsheet

// What makes a workbook show something else than its cells hold.

extension ReadBack {
  /// Reports what nobody sees who opens the workbook; ours hide nothing.
  static func reportHidden(
    _ sheet: ReadSheet, as name: String, _ language: Language,
    _ differences: inout WorkbookDifferences
  ) {
    var faults: [(vietnamese: String, english: String)] = []
    let (rows, columns) = (sheet.hiddenRowCount, sheet.hiddenColumnCount)
    if sheet.isHidden { faults.append(("bị ẩn", "is hidden")) }
    if rows > 0 { faults.append(("có \(rows) hàng bị ẩn", "has \(rows) hidden rows")) }
    if columns > 0 { faults.append(("có \(columns) cột bị ẩn", "has \(columns) hidden columns")) }
    for fault in faults {
      differences.add(
        name, nil, meant: "",
        found: language("tờ “\(name)” \(fault.vietnamese)", "sheet “\(name)” \(fault.english)"))
    }
  }

  /// Reports what lies over the cells and is none of our charts.
  static func reportDrawings(
    _ found: DrawingCounts, in placement: Placement, _ differences: inout WorkbookDifferences
  ) {
    let blocks = placement.sheets.flatMap(\.blocks)
    let charts = blocks.count { if case .chart = $0.block { true } else { false } }
    let language = placement.language
    if found.others > 0 {
      differences.add(
        "", nil, meant: "",
        found: language(
          "có \(found.others) hình vẽ, ảnh hoặc hộp chữ có thể che ô",
          "there are \(found.others) shapes, pictures or text boxes that may cover cells"))
    }
    if found.charts != charts {
      differences.add(
        "", nil, meant: "",
        found: language(
          "có \(found.charts) biểu đồ thay vì \(charts)",
          "there are \(found.charts) charts instead of \(charts)"))
    }
  }
}
