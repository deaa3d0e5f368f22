import Consolidation
import Domain
import Vietnamese

/// What `kheo inspect` prints.
func inspectionText(_ inspection: Inspection, _ language: Language, _ colors: Colors) -> String {
  let reading = inspection.reading
  let facts =
    [
      (language("Tệp", "File"), displayed(inspection.path)),
      (language("Kích thước", "Size"), "\(reading.byteCount) byte"),
      ("SHA-256", reading.sha256),
      (language("Bảng mã", "Encoding"), encoding(reading, language)),
    ] + formFacts(inspection, language) + [
      (language("Bản ghi", "Records"), kinds(reading.records, language))
    ]
  let evidence = reading.encodingEvidence.prefix(4).map {
    "  \($0.encoding.name(in: language)): "
      + language(
        "\($0.legalWords)/\($0.words) từ đọc được\n", "\($0.legalWords) of \($0.words) words read\n"
      )
  }
  let width = facts.map { textWidth($0.0) }.max() ?? 0
  var text = facts.map { "\(padded($0.0, to: width))  \($0.1)\n" }.joined()
  if !evidence.isEmpty {
    text +=
      language("\nCác bảng mã đã thử:\n", "\nEncodings tried:\n") + evidence.joined()
  }
  if let header = reading.header {
    text += language(
      "\nTiêu đề ở dòng \(header.line):\n", "\nHeader on line \(header.line):\n")
    let headings = header.headings.map(displayed)
    let headingWidth = headings.map(textWidth).max() ?? 0
    for (heading, column) in zip(headings, header.columns) {
      let meaning = column?.rawValue ?? language("không dùng", "not used")
      text += "  \(padded(heading, to: headingWidth))  →  \(meaning)\n"
    }
  } else if reading.fault == nil, reading.encoding != .unclear {
    text += language("\nKhông tìm thấy tiêu đề.\n", "\nNo header was found.\n")
  }
  if inspection.findings.isEmpty {
    text += "\n" + colors.good(language("Không có phát hiện nào.", "No findings.")) + "\n"
  } else {
    text += "\n" + inspection.findings.map { findingLine($0, language, colors) + "\n" }.joined()
  }
  return text
    + language(
      "\nỞ đây không dùng bộ hồ sơ nào: xã, phường, lĩnh vực và các tên cột khai trong kheo.yml chỉ được "
        + "đối chiếu khi chạy kheo validate.\n",
      "\nNo workspace is used here: wards, fields and the headings that kheo.yml adds are only known to "
        + "kheo validate.\n")
}

/// What tells how the text of a file is made up, or the sheets of a workbook.
private func formFacts(_ inspection: Inspection, _ language: Language) -> [(String, String)] {
  let reading = inspection.reading
  if reading.fault != nil { return [] }
  guard let sheet = reading.sheet else {
    return [
      (
        language("Dấu phân cách", "Delimiter"),
        reading.delimiter.isEmpty ? language("không có", "none") : reading.delimiter
      ),
      (language("Xuống dòng", "Line ends"), lineEnds(inspection.lineEnds, language)),
    ]
  }
  return [
    (language("Tờ đã đọc", "Sheet read"), displayed(sheet.name)),
    (language("Các tờ", "Sheets"), sheet.sheets.map(displayed).joined(separator: ", ")),
  ]
}

private func encoding(_ reading: SubmissionReading, _ language: Language) -> String {
  guard let encoding = reading.encoding else { return language("không đọc", "not read") }
  var name = encoding.name(in: language)
  if let inner = reading.sheet?.encoding, encoding == .workbook, inner.isLegacy {
    name += ", " + inner.name(in: language)
  }
  return name == encoding.rawValue ? name : "\(name) (\(encoding.rawValue))"
}

private func lineEnds(_ ends: Inspection.LineEnds, _ language: Language) -> String {
  let parts = [("CRLF", ends.pairs), ("LF", ends.lineFeeds), ("CR", ends.carriageReturns)]
    .filter { $0.1 > 0 }.map { "\($0.0) × \($0.1)" }
  return parts.isEmpty ? language("không có", "none") : parts.joined(separator: ", ")
}

private func kinds(_ counts: RecordKindCounts, _ language: Language) -> String {
  func name(_ kind: RecordKind) -> String {
    switch kind {
    case .blank: language("trống", "blank")
    case .header: language("tiêu đề", "header")
    case .title: language("phần đầu", "title")
    case .numbering: language("đánh số cột", "numbering")
    case .total: language("tổng cộng", "total")
    case .footer: language("phần cuối", "footer")
    case .data: language("dữ liệu", "data")
    }
  }
  let parts = RecordKind.allCases.filter { counts[$0] > 0 }.map { "\(counts[$0]) \(name($0))" }
  return "\(counts.total)" + (parts.isEmpty ? "" : " = " + parts.joined(separator: " + "))
}
