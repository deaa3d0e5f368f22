import Audit
import Consolidation
import Domain
import Vietnamese

/// An explanation as text: the figure, the rows that make it up, and those that were left out.
///
/// Rows are printed as they come; only their sums are kept.
struct ExplanationText {
  private let figure: ExplainedFigure
  private let language: Language
  private let colors: Colors
  private var sum = 0
  private var partCount = 0
  private var leftOut: [Disposition: Int] = [:]
  private var leftOutCount = 0

  init(_ figure: ExplainedFigure, _ language: Language, _ colors: Colors) {
    self.figure = figure
    self.language = language
    self.colors = colors
  }

  private var number: NumberText { language.numbers }

  /// Whether what makes it up adds up to it.
  var addsUp: Bool { sum == figure.value }

  /// The figure, what it counts, and where the workbook shows it.
  var head: String {
    var text = colors.bold("\(displayed(figure.id)) = \(figure.value)") + "\n"
    text += displayed(figure.text) + ".\n"
    if !figure.cells.isEmpty {
      let cells = figure.cells.joined(separator: ", ")
      text +=
        displayed(language("Trong report.xlsx: \(cells).", "In report.xlsx: \(cells).")) + "\n"
    }
    return text + "\n" + language("Gồm:", "Made up of:") + "\n"
  }

  /// A row that is part of it.
  mutating func part(_ row: ExplainedRow) -> String {
    sum += row.adds ?? 0
    partCount += 1
    return line(row, row.adds.map(number.count) ?? "")
  }

  /// What the parts add up to, and the heading of what follows.
  var total: String {
    let added = number.count(sum)
    let verdict =
      addsUp
      ? colors.good(language("đúng bằng con số", "equal to the figure"))
      : colors.severity(
        .error,
        language(
          "KHÔNG bằng con số \(number.count(figure.value))",
          "NOT equal to the figure \(number.count(figure.value))"))
    return language(
      "Cộng \(number.count(partCount)) dòng: \(added), \(verdict).",
      "\(number.count(partCount, "row adds", "rows add")) up to \(added), \(verdict).") + "\n\n"
      + leftOutHeading + "\n"
  }

  private var leftOutHeading: String {
    figure.meaning.addsRecords
      ? language(
        "Không tính vào đó (kể cả bản ghi bị loại có thể thuộc về đây mà không đọc được):",
        "Left out of it (with rejected records that may belong here and cannot be read):")
      : language("Không tính vào đó:", "Left out of it:")
  }

  /// A row that was left out.
  mutating func leftOut(_ row: ExplainedRow) -> String {
    leftOutCount += 1
    if let disposition = row.disposition { leftOut[disposition, default: 0] += 1 }
    return line(row, row.quantity.map(number.count) ?? (row.disposition == nil ? "" : "?"))
  }

  /// How many were left out, by disposition.
  var end: String {
    if leftOutCount == 0 { return language("  không có gì", "  nothing") + "\n" }
    let parts = Disposition.allCases.filter { leftOut[$0] != nil }
      .map { "\(number.count(leftOut[$0, default: 0])) \($0.name(in: language))" }
    let list = parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    return language(
      "Tất cả \(number.count(leftOutCount)) dòng\(list).",
      "\(number.count(leftOutCount, "row", "rows")) in all\(list).") + "\n"
  }

  private func line(_ row: ExplainedRow, _ amount: String) -> String {
    var text = leftPadded(amount, to: 7) + "  "
    if let place = row.place { text += colors.bold(displayed(place.reference)) + "  " }
    text += displayed(row.name)
    if !row.reason.isEmpty { text += " — " + displayed(row.reason) }
    return text + "\n"
  }
}
