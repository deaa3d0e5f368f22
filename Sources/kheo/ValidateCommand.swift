import ArgumentParser
import Consolidation
import Domain

struct ValidateCommand: CommonCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Kiểm tra các tệp đã nộp. / Check the submissions.",
    discussion: """
      In mỗi phát hiện một dòng: chỗ, mức, nội dung, việc cần làm, [quy tắc]. Không ghi gì ra đĩa. \
      Mặc định thoát với mã 1 nếu có lỗi.
      Prints a line for each finding; writes nothing. Ends with 1 if there is an error, unless \
      --fail-on says otherwise.

      Ví dụ / examples:
        kheo validate
        kheo validate --fail-on warning --json
      """)

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let workspace = try options.openWorkspace(listsModels: false)
    let report = try await options.consolidate(
      workspace, options.progressDisplay(workspace)
    ).report
    RunLog.current.keep(RunSummary(report))
    if options.json {
      Console.output.write(try ReportDocument(report, release: nil).json())
    } else {
      let colors = Colors(isOn: options.usesColor && Console.output.isTerminal)
      for finding in report.findings {
        Console.output.write(findingLine(finding, report.language, colors) + "\n")
      }
    }
    if !options.quiet { Console.tell(ClosingSummary.counts(of: report)) }
    try options.checkFailOn(report, default: .error)
  }
}
