import Vietnamese

/// A table in fixed-width text: columns aligned by what a terminal shows.
struct TextTable {
  var header: [String]
  var rows: [[String]]
  /// Empty columns between two.
  static let gap = 3

  /// Lines without trailing spaces; the first column stands left, the others right.
  var lines: [String] {
    let shown = ([header] + rows).map { $0.map { displayed($0) } }
    var widths: [Int] = []
    for row in shown {
      for (column, text) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], textWidth(text))
      }
    }
    return shown.map { row in
      var line = ""
      for (column, text) in row.enumerated() {
        if column == 0 {
          line = padded(text, to: widths[0])
        } else {
          line += leftPadded(text, to: widths[column] + Self.gap)
        }
      }
      return trimmed(line)
    }
  }

  private func trimmed(_ line: String) -> String {
    let scalars = line.unicodeScalars
    let end = scalars.lastIndex { $0 != " " }
    return end.map { String(scalars[...$0]) } ?? ""
  }
}
