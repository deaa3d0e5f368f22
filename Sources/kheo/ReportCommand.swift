import ArgumentParser
import Consolidation
import Domain
import Files

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Lập báo cáo. / Issue a report.",
    discussion: """
      Đọc mọi tệp đã nộp, kiểm tra, đếm, rồi ghi reports/<kỳ>/ gồm report.xlsx, summary.txt, \
      figures.csv, findings.csv, submissions.csv, provenance.json, manifest-sha256.txt. Báo cáo \
      xuất hiện trọn vẹn hoặc không có gì.
      Reads, checks and counts all submissions, and writes reports/<period>/ whole or not at all.

      Ví dụ / examples:
        kheo report
        kheo report --through 2024-Q2 --language en
        kheo report --quiet --fail-on error      (cron)
      """)

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let workspace = try options.openWorkspace(listsModels: true)
    let report = try await issue(workspace)
    let release = "\(options.output)/\(Publication.releaseName(of: report))"
    if options.json {
      Console.output.write(try ReportDocument(report, release: release).json())
    }
    if !options.quiet {
      let summary = ClosingSummary(
        report, release: release, elapsed: start.duration(to: clock.now),
        colors: Colors(isOn: options.usesColor && Console.messages.isTerminal))
      Console.messages.write(summary.text)
    }
    try options.checkFailOn(report, default: .never)
  }

  /// Consolidates and publishes, alone on the output folder.
  private func issue(_ workspace: Workspace) async throws -> Report {
    let lock: OutputLock
    do {
      try makeFolder(at: options.output)
      lock = try OutputLock(folder: options.output)
    } catch {
      throw options.told(.file(error), workspace.language)
    }
    let display = options.progressDisplay(workspace)
    defer { display.clear() }
    let report = try await options.consolidate(workspace, display)
    display.show(
      workspace.language("Ghi và đọc lại báo cáo…", "Writing and reading back the report…"))
    do {
      try Publication.publish(report, version: kheoVersion, in: options.output, holding: lock)
    } catch {
      display.clear()
      throw options.told(error, workspace.language)
    }
    return report
  }
}
