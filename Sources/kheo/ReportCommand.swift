import ArgumentParser
import Audit
import Consolidation
import Domain
import Files
import Vietnamese

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Lập báo cáo. / Issue a report.",
    discussion: """
      Đọc mọi tệp đã nộp, kiểm tra, đếm, rồi ghi reports/<kỳ>/ gồm report.xlsx, summary.txt, \
      figures.csv, findings.csv, submissions.csv, provenance.json, manifest-sha256.txt. Báo cáo \
      xuất hiện trọn vẹn hoặc không có gì, và được ghi một dòng vào reports/ledger.csv. Nếu không có gì đổi thì \
      không ghi lại. Thay một báo cáo đã phát hành thì cần --force; sổ phát hành giữ cả hai dòng.
      Reads, checks and counts all submissions, and writes reports/<period>/ whole or not at all, with a line \
      in reports/ledger.csv. Nothing is written when nothing has changed. Replacing an issued release needs \
      --force; the ledger keeps both lines.

      Ví dụ / examples:
        kheo report
        kheo report --through 2024-Q2 --language en
        kheo report --quiet --force --fail-on error      (cron)
      """)

  @Flag(help: "Thay báo cáo đã phát hành nếu nay khác. / Replace an issued release that differs.")
  var force = false

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let workspace = try options.openWorkspace(listsModels: true)
    let (report, issue) = try await issue(workspace)
    let release = "\(options.output)/\(Publication.releaseName(of: report))"
    if options.json {
      Console.output.write(
        try ReportDocument(report, release: release, outcome: issue.outcome).json())
    }
    if !options.quiet {
      let summary = ClosingSummary(
        report, release: release, outcome: issue.outcome, elapsed: start.duration(to: clock.now),
        colors: Colors(isOn: options.usesColor && Console.messages.isTerminal))
      Console.messages.write(summary.text)
    }
    // A ledger that is no longer whole is told whatever was asked for.
    for fault in issue.ledgerFaults {
      Console.messages.write("kheo: \(displayed(fault.message(in: report.language)))\n")
    }
    try options.checkFailOn(report, default: .never)
  }

  /// Consolidates and publishes, alone on the output folder.
  private func issue(_ workspace: Workspace) async throws -> (Report, Issuance) {
    let lock: OutputLock
    do {
      try makeFolder(at: options.output)
      lock = try OutputLock(folder: options.output)
    } catch {
      throw options.told(RunError.file(error), workspace.language)
    }
    let display = options.progressDisplay(workspace)
    defer { display.clear() }
    let report = try await options.consolidate(workspace, display).report
    display.show(
      workspace.language("Ghi và đọc lại báo cáo…", "Writing and reading back the report…"))
    do {
      let issue = try Publication.publish(
        report, version: kheoVersion, in: options.output, replaces: force, holding: lock)
      return (report, issue)
    } catch {
      display.clear()
      throw options.told(error, workspace.language)
    }
  }
}
