import ArgumentParser
import Audit
import Consolidation
import Domain
import Files
import Vietnamese

struct ReportCommand: CommonCommand {
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
        kheo report --quiet --force --wait 600 --log kheo.log      (cron)
      """)

  @Flag(help: "Thay báo cáo đã phát hành nếu nay khác. / Replace an issued release that differs.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Chờ lượt chạy khác tối đa chừng này giây. / Wait so long for another run to end.",
      valueName: "seconds"))
  var wait = 0

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if wait < 0 {
      throw ValidationError(
        "--wait: cần số giây nguyên từ 0 trở lên / a whole number of seconds from 0 up")
    }
  }

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let (report, issue) = try await issue()
    let release = "\(options.output)/\(Publication.releaseName(of: report))"
    RunLog.current.keep(
      RunSummary(report, release: release, outcome: issue.outcome.rawValue))
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
      Console.tell("kheo: \(displayed(fault.message(in: report.language)))\n")
    }
    try options.checkFailOn(report, default: .never)
  }

  /// Consolidates and publishes, alone on the output folder.
  private func issue() async throws -> (Report, Issuance) {
    var workspace = try options.openWorkspace(listsModels: true)
    let lock: OutputLock
    do {
      try makeFolder(at: options.output)
      lock = try OutputLock(folder: options.output, patience: wait)
    } catch {
      throw options.told(RunError.file(error), workspace.language)
    }
    // Meanwhile there may be other submissions.
    if lock.hasWaited { workspace = try options.openWorkspace(listsModels: true) }
    let display = options.progressDisplay(workspace)
    defer { display.clear() }
    let report = try await options.consolidate(workspace, display).report
    display.show(
      workspace.language("Ghi và đọc lại báo cáo…", "Writing and reading back the report…"))
    do {
      let issue = try Publication.publish(
        report, version: kheoVersion, in: options.output, threads: workspace.options.threads,
        replaces: force, holding: lock)
      return (report, issue)
    } catch {
      display.clear()
      throw options.told(error, workspace.language)
    }
  }
}
