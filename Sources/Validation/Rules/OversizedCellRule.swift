import Domain

/// `oversized-cell`: a cell of more than 1 MiB.
enum OversizedCellRule: RecordRule {
  static let description = RuleDescription(
    .oversizedCell, .error, .record,
    meaning: BilingualText(
      "Bản ghi có ô lớn hơn 1 MiB; bị loại.",
      "A cell of the record is larger than 1 MiB; it is rejected."),
    example: BilingualText(
      "Cả một văn bản dán vào ô “Ghi chú”",
      "A whole document pasted into the cell “Ghi chú”"),
    advice: BilingualText(
      "Rút ngắn ô đó; kiểm tra có dấu ngoặc kép nào mở mà không đóng đúng chỗ không.",
      "Shorten the cell; check whether a quote is opened and not closed where it should be."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    guard let cell = record.anomalies.oversizedCell else { return nil }
    let headings = submission.header?.headings ?? []
    var place = submission.place(of: record)
    if cell.position < headings.count { place.column = headings[cell.position] }
    return finding(
      at: place, value: String(cell.byteCount),
      submission.language(
        "ô thứ \(cell.position + 1) có \(cell.byteCount) byte, quá giới hạn \(SubmissionLimits.cellSize) "
          + "byte của một ô, nên không đọc bản ghi này; hãy rút ngắn ô đó, kiểm tra dấu ngoặc kép",
        "cell \(cell.position + 1) has \(cell.byteCount) bytes, beyond the limit of "
          + "\(SubmissionLimits.cellSize) bytes for a cell, so the record is not read; shorten it, check the "
          + "quotes"))
  }
}
