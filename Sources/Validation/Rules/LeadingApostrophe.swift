import Domain

/// `leading-apostrophe`: an apostrophe before a cell, as spreadsheets put it before texts.
enum LeadingApostrophe: CellRule {
  static let description = RuleDescription(
    .leadingApostrophe, .warning, .record,
    meaning: BilingualText(
      "Ô bắt đầu bằng dấu nháy đơn mà bảng tính dùng để giữ chữ; tên vẫn được so như khi không có dấu đó.",
      "A cell begins with the apostrophe by which spreadsheets keep texts; names compare as if it were not there."
    ),
    example: BilingualText(
      "“'Trồng tỏi”",
      "“'Trồng tỏi”"),
    advice: BilingualText(
      "Xóa dấu nháy ở đầu ô.",
      "Remove the apostrophe at the start of the cell."))

  static func check(_ cell: FilledCell, in submission: SubmissionContext) -> Finding? {
    let bytes = Array(cell.text.utf8)
    let apostrophe = UInt8(ascii: "'")
    guard bytes.count > 1, bytes.first == apostrophe, bytes.last != apostrophe else { return nil }
    return finding(
      at: cell.place, value: cell.text,
      submission.language(
        "cột \(quoted(cell.heading)) bắt đầu bằng dấu nháy đơn (\(quoted(cell.text))), thường do bảng "
          + "tính để lại; hãy xóa dấu đó",
        "the \(quoted(cell.heading)) cell begins with an apostrophe (\(quoted(cell.text))), as "
          + "spreadsheets leave it; remove it"))
  }
}
