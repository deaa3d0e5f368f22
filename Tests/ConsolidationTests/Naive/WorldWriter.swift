import TestSupport

/// A submission as a plain CSV text: one record a line, so that line and record are the same.
struct CSVText {
  let text: String

  init(of submission: TypedSubmission, _ numbers: inout SeededNumbers) {
    let delimiter = numbers.element(of: [",", ";", "\t", "|"])
    let lineEnd = numbers.element(of: ["\n", "\r\n"])
    func line(_ cells: [String]) -> String {
      cells.map { $0.contains(delimiter) ? "\"\($0)\"" : $0 }.joined(separator: delimiter)
    }
    var lines = Array(["Báo cáo", ""].prefix(submission.titleCount))
    lines.append(line(CSVText.header(of: submission)))
    for (index, row) in submission.rows.enumerated() {
      let cells = CSVText.cells(of: row, number: index + 1, in: submission)
      lines.append(line(row.isRagged ? cells.dropLast() : cells))
    }
    let end = numbers.oneIn(2) ? lineEnd : ""
    text = (numbers.oneIn(4) ? "\u{FEFF}" : "") + lines.joined(separator: lineEnd) + end
  }

  private static func header(of submission: TypedSubmission) -> [String] {
    ["STT", "Tên mô hình", "Lĩnh vực"] + (submission.hasWardColumn ? ["Đơn vị"] : [])
      + ["Năm", "Quý", "Số lượng", "Thôn", "Tổ chức", "Trạng thái"]
      + (submission.hasUnknownColumn ? ["Kinh phí"] : []) + ["Mã mô hình", "Ghi chú"]
  }

  /// Number, code and note are always filled, so that no record is short enough for a footer.
  private static func cells(
    of row: TypedRow, number: Int, in submission: TypedSubmission
  ) -> [String] {
    ["\(number)", row.name.text, row.field.text]
      + (submission.hasWardColumn ? [row.ward.text] : [])
      + [
        row.year.text, row.quarter.text, row.quantity.text, row.hamlet.text, row.owner.text,
        row.status.text,
      ] + (submission.hasUnknownColumn ? ["5"] : []) + ["M\(number)", "x"]
  }
}

extension World {
  /// Writes settings, registers and submissions into a folder.
  func write(to folder: TemporaryFolder) throws {
    try folder.write(
      "period: {from: \(years.lowerBound), to: \(years.upperBound)}\n", to: "kheo.yml")
    func day(_ number: Int?) -> String {
      number.map {
        let text = String($0)
        return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
      } ?? ""
    }
    let rows = wards.map {
      let aliases = $0.spellings.filter { $0.hasPrefix("P.") }.joined(separator: "|")
      return "\($0.code),\($0.name),\($0.kind),\(day($0.from)),\(day($0.to)),\(aliases)\n"
    }
    try folder.write(
      "code,name,kind,valid_from,valid_to,aliases\n" + rows.joined(), to: "registers/wards.csv")
    try folder.write(
      "code,name_vi,name_en,aliases\nKT,Kinh tế,Economy,\nVHXH,Văn hóa - xã hội,,VH-XH\n",
      to: "registers/fields.csv")
    try folder.write(
      "code,name,aliases\nHPN,Hội Phụ nữ,Hội LHPN\nDTN,Đoàn Thanh niên,Đoàn TN\n",
      to: "registers/organizations.csv")
    for submission in submissions { try folder.write(submission.text, to: submission.path) }
    for path in unreadPaths { try folder.write("kính gửi", to: path) }
  }
}
