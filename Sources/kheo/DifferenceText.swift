import Audit
import Consolidation
import Domain
import Vietnamese

/// The difference of two releases as text.
struct DifferenceText {
  private let comparison: ReleaseComparison
  private let colors: Colors

  init(_ comparison: ReleaseComparison, _ colors: Colors) {
    self.comparison = comparison
    self.colors = colors
  }

  private var language: Language { comparison.language }
  private var difference: ReleaseDifference { comparison.difference }

  var text: String {
    let sections = [figures, records, findings, submissions].filter { !$0.isEmpty }
    let body = sections.isEmpty ? [[language("Không có gì khác.", "Nothing differs.")]] : sections
    return ([[title]] + body).map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var title: String {
    let (old, new) = (displayed(comparison.old.folder), displayed(comparison.new.folder))
    let cutoffs =
      comparison.old.cutoff == comparison.new.cutoff
      ? comparison.new.cutoff.name(in: language)
      : "\(comparison.old.cutoff.name(in: language)) → \(comparison.new.cutoff.name(in: language))"
    return colors.bold("\(old) → \(new)") + " (\(cutoffs))"
  }

  private func heading(_ vietnamese: String, _ english: String, _ count: Int) -> String {
    colors.bold(language(vietnamese, english)) + ": \(language.numbers.count(count))"
  }

  private var figures: [String] {
    if difference.figures.isEmpty { return [] }
    return [heading("Con số đã đổi", "Figures that changed", difference.figures.count)]
      + inReadingOrder.map { "  " + displayed($0.message(in: language)) }
  }

  /// What a reader asks for first: models, then records; all wards together before each of them.
  private var inReadingOrder: [FigureChange] {
    let families = ["registered", "maintained", "coverage", "submissions", "records", "findings"]
    func rank(_ figure: FigureChange) -> Int {
      let family = families.firstIndex { figure.id.hasPrefix($0) } ?? families.count
      let isOfWard = figure.id.split(separator: ".").contains { $0.hasPrefix("ward=") }
      return 2 * family + (isOfWard ? 1 : 0)
    }
    return difference.figures.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  // MARK: Records

  private var records: [String] {
    let changes = comparison.records.changes
    var lines: [String] = []
    for kind in RecordChange.Kind.allCases {
      let some = changes.filter { $0.kind == kind }
      if some.isEmpty { continue }
      switch kind {
      case .changed:
        lines.append(
          heading("Bản ghi đổi nội dung hoặc kết cục", "Records that changed", some.count))
      case .added: lines.append(heading("Bản ghi thêm", "Records added", some.count))
      case .removed: lines.append(heading("Bản ghi bớt", "Records removed", some.count))
      }
      lines += some.map(line)
    }
    lines += source
    return lines
  }

  /// Where the records come from, and whether they explain the figures.
  private var source: [String] {
    let unexplained = comparison.records.unexplained
    var lines: [String] = []
    if case .lists(let why) = comparison.records.source, !difference.isEmpty {
      lines.append(
        colors.severity(
          .warning,
          displayed(
            language(
              "Bản ghi lấy từ danh sách mô hình được tính trong hai report.xlsx, vì: \(why).",
              "Records come from the lists of counted models in the two report.xlsx, since: \(why)."
            )))
      )
    }
    if !unexplained.isEmpty {
      let list = unexplained.prefix(10).joined(separator: ", ")
      let more = unexplained.count > 10 ? ", … +\(unexplained.count - 10)" : ""
      lines.append(
        colors.severity(
          .error,
          displayed(
            language(
              "Các bản ghi này chưa giải thích hết: \(list)\(more).",
              "These records do not explain all of: \(list)\(more)."))))
    } else if !comparison.records.changes.isEmpty {
      lines.append(colors.good(explained))
    }
    return lines
  }

  private var explained: String {
    if case .lists = comparison.records.source {
      return language(
        "Cộng chúng lại đúng bằng thay đổi của registered; duy trì và số bản ghi thì danh sách không cho biết.",
        "They add up to the change of registered; of maintained and records the lists say nothing.")
    }
    return language(
      "Cộng các bản ghi này lại đúng bằng các con số đã đổi.",
      "These records add up to the figures that changed.")
  }

  private func line(_ change: RecordChange) -> String {
    let place = (change.new ?? change.old)?.place.reference ?? ""
    let name = "  \(colors.bold(displayed(place)))  \(displayed(change.name))"
    guard let old = change.old, let new = change.new else {
      return name + " — " + displayed(change.new.map(described) ?? change.old.map(described) ?? "")
    }
    return name + " — " + displayed("\(described(old)) → \(described(new))")
  }

  private func described(_ side: RecordChange.Side) -> String {
    let values = [
      side.field, side.ward, side.year.map(String.init) ?? "",
      side.quantity.map { "× \($0)" } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    let fate = side.reason.isEmpty ? side.disposition.name(in: language) : side.reason
    return values.isEmpty ? fate : "\(fate) (\(values))"
  }

  // MARK: Findings and submissions

  private var findings: [String] {
    var lines: [String] = []
    let (gone, come) = (difference.findingsGone, difference.findingsCome)
    if !come.isEmpty {
      lines.append(heading("Phát hiện mới", "Findings that came", total(come)))
      lines += come.map { "  + " + displayed($0.message(in: language)) }
    }
    if !gone.isEmpty {
      lines.append(heading("Phát hiện đã hết", "Findings that went", total(gone)))
      lines += gone.map { "  − " + displayed($0.message(in: language)) }
    }
    return lines
  }

  private func total(_ findings: [CountedFinding]) -> Int {
    findings.reduce(0) { $0 + $1.count }
  }

  private var submissions: [String] {
    if difference.submissions.isEmpty { return [] }
    return [heading("Tệp nộp", "Submissions", difference.submissions.count)]
      + difference.submissions.map { "  " + displayed($0.message(in: language)) }
  }
}
