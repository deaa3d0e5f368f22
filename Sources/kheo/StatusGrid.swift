import Consolidation
import Domain
import Vietnamese

/// Ward × period: what was received, with reporting rates.
struct StatusGrid {
  private let workspace: Workspace
  private let periods: [PeriodReporting]
  /// Number of files by sender and period.
  private let fileCounts: [Submitter: [Period?: Int]]

  init(_ workspace: Workspace) {
    self.workspace = workspace
    periods = workspace.reporting
    var counts: [Submitter: [Period?: Int]] = [:]
    for file in workspace.files where file.isDue {
      counts[file.submitter, default: [:]][file.period, default: 0] += 1
    }
    fileCounts = counts
  }

  /// Whether some ward sent nothing for a period in which it was in force.
  var isIncomplete: Bool { periods.contains { !$0.missing.isEmpty } }

  private var language: Language { workspace.language }

  private func fileCount(_ submitter: Submitter, _ period: Period?) -> Int {
    fileCounts[submitter]?[period] ?? 0
  }

  // MARK: Text

  var text: String {
    let wards = workspace.registers.wards
    var rows = [[language("Đơn vị", "Ward")] + periods.map { $0.period.description }]
    rows[0].append(language("Tỷ lệ nộp", "Rate"))
    for index in workspace.registers.reportingWards {
      let expected = periods.filter { $0.expected.contains(index) }
      let received = expected.count { !$0.missing.contains(index) }
      rows.append(
        [wards[index].name] + periods.map { mark($0, ward: index) }
          + [rate(received, expected.count)])
    }
    rows.append(
      [language("Tỷ lệ nộp", "Rate")] + periods.map { rate($0.receivedCount, $0.expected.count) }
        + [
          rate(
            periods.reduce(0) { $0 + $1.receivedCount },
            periods.reduce(0) { $0 + $1.expected.count })
        ])
    for (index, organization) in workspace.registers.organizations.enumerated() {
      rows.append(
        [organization.name]
          + periods.map { files(fileCount(.organization(index), $0.period)) } + [""])
    }
    return heading + aligned(rows) + legend
  }

  private var heading: String {
    language(
      "Tình hình nộp báo cáo, đến hết \(workspace.span.cutoff.name(in: .vietnamese))\n\n",
      "Submissions received, up to \(workspace.span.cutoff.name(in: .english))\n\n")
  }

  private var legend: String {
    var lines = [
      language(
        "✓ đã nộp (số: nhiều tệp) · THIẾU: còn hiệu lực mà không nộp · – không phải nộp",
        "✓ received (a number: several files) · NONE: in force, nothing sent · – not expected")
    ]
    let unknown = workspace.files.count { $0.submitter == .unknown }
    if unknown > 0 {
      lines.append(
        language(
          "\(unknown) tệp không rõ đơn vị gửi (xem kheo validate)",
          "\(unknown) files of unknown submitters (see kheo validate)"))
    }
    let notDue = workspace.files.count { !$0.isDue }
    if notDue > 0 {
      lines.append(
        language(
          "\(notDue) tệp sau kỳ chốt, chưa đọc", "\(notDue) files after the cut-off, not read"))
    }
    return "\n" + lines.joined(separator: "\n") + "\n"
  }

  private func mark(_ reporting: PeriodReporting, ward: Int) -> String {
    let count = fileCount(.ward(ward), reporting.period)
    if count > 0 { return files(count) }
    return reporting.missing.contains(ward) ? language("THIẾU", "NONE") : "–"
  }

  private func files(_ count: Int) -> String {
    switch count {
    case 0: "–"
    case 1: "✓"
    default: String(count)
    }
  }

  private func rate(_ received: Int, _ expected: Int) -> String { "\(received)/\(expected)" }

  /// Columns of equal width: the first to the left, the others to the right.
  private func aligned(_ rows: [[String]]) -> String {
    let shown = rows.map { $0.map(displayed) }
    let widths = (shown.first ?? []).indices.map { column in
      shown.map { textWidth($0[column]) }.max() ?? 0
    }
    return shown.map { row in
      zip(row, widths).enumerated().map { column, cell in
        column == 0 ? padded(cell.0, to: cell.1) : leftPadded(cell.0, to: cell.1)
      }.joined(separator: "  ")
    }.map { line in
      var line = line[...]
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  // MARK: JSON

  var document: StatusDocument {
    let wards = workspace.registers.wards
    return StatusDocument(
      cutoff: workspace.span.cutoff.description,
      periods: periods.map {
        StatusDocument.Entry(
          period: $0.period.description, expected: $0.expected.count, received: $0.receivedCount,
          missing: $0.missing.map { wards[$0].code })
      },
      files: workspace.files.map { file in
        StatusDocument.File(
          path: file.path, period: file.period?.description ?? "",
          submitter: file.submitter.code(in: workspace.registers), isDue: file.isDue)
      },
      unread: workspace.unreadPaths)
  }
}

extension Submitter {
  /// The code of the register; blank when nobody is known.
  func code(in registers: Registers) -> String {
    switch self {
    case .ward(let index): registers.wards[index].code
    case .organization(let index): registers.organizations[index].code
    case .unknown, .unspecified: ""
    }
  }
}
