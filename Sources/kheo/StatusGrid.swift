import Consolidation
import Domain
import Vietnamese

/// Ward × period: what was received, with reporting rates.
struct StatusGrid {
  private let workspace: Workspace
  private let periods: [PeriodReporting]
  /// Number of files by sender and period.
  private let fileCounts: [Submitter: [Period?: Int]]

  private let expectedWards: [Period: Set<Int>]
  private let missingWards: [Period: Set<Int>]

  init(_ workspace: Workspace) {
    self.workspace = workspace
    periods = workspace.reporting
    expectedWards = Dictionary(
      periods.map { ($0.period, Set($0.expected)) }, uniquingKeysWith: { first, _ in first })
    missingWards = Dictionary(
      periods.map { ($0.period, Set($0.missing)) }, uniquingKeysWith: { first, _ in first })
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
    let registers = workspace.registers
    var rows = [[language("Đơn vị", "Ward")] + columns.map(title) + [rateWord]]
    for index in registers.reportingWards {
      rows.append([registers.wards[index].name] + columns.map { mark($0, ward: index) })
      let expected = periods.count { expectedWards[$0.period]?.contains(index) == true }
      let missing = periods.count { missingWards[$0.period]?.contains(index) == true }
      rows[rows.count - 1].append(rate(expected - missing, expected))
    }
    let expected = periods.reduce(0) { $0 + $1.expected.count }
    rows.append(
      [rateWord]
        + columns.map { column in
          periods.first { $0.period == column }
            .map { rate($0.receivedCount, $0.expected.count) } ?? ""
        } + [rate(periods.reduce(0) { $0 + $1.receivedCount }, expected)])
    for (index, ward) in registers.wards.enumerated() where ward.kind == nil {
      rows.append(senderRow(ward.name, .ward(index)))
    }
    for (index, organization) in registers.organizations.enumerated() {
      rows.append(senderRow(organization.name, .organization(index)))
    }
    return heading + aligned(rows) + legend
  }

  /// The periods for which anyone submitted; nothing for files that stand in no period's folder.
  private var columns: [Period?] {
    let hasLoose = workspace.files.contains { $0.isDue && $0.period == nil }
    return (hasLoose ? [nil] : []) + periods.map(\.period)
  }

  private var rateWord: String { language("Tỷ lệ nộp", "Rate") }

  private func title(_ column: Period?) -> String {
    column?.description ?? language("không kỳ", "no period")
  }

  /// One who is not asked for anything: what was received.
  private func senderRow(_ name: String, _ submitter: Submitter) -> [String] {
    [name] + columns.map { files(fileCount(submitter, $0)) } + [""]
  }

  private var heading: String {
    language(
      "Tình hình nộp báo cáo, đến hết \(workspace.span.cutoff.name(in: .vietnamese))\n\n",
      "Submissions received, up to \(workspace.span.cutoff.name(in: .english))\n\n")
  }

  private var legend: String {
    var lines = [
      language(
        "✓ đã nộp (số: nhiều tệp) · không nộp: còn hiệu lực mà không có tệp · –: không phải nộp",
        "✓ received (a number: several files) · not sent: in force, no file · –: not expected")
    ]
    let unknown = workspace.files.count { $0.isDue && $0.submitter == .unknown }
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

  private func mark(_ column: Period?, ward: Int) -> String {
    let count = fileCount(.ward(ward), column)
    if count > 0 { return files(count) }
    let isMissing = column.flatMap { missingWards[$0]?.contains(ward) } ?? false
    return isMissing ? language("không nộp", "not sent") : "–"
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
          submitter: workspace.registers.code(of: file.submitter), isDue: file.isDue)
      },
      unread: workspace.unread.map(\.path))
  }
}
