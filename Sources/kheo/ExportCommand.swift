import ArgumentParser
import Consolidation
import Domain
import Files
import Vietnamese

struct ExportCommand: CommonCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Xuất mọi bản ghi ra một cơ sở dữ liệu. / Every record as one database.",
    discussion: """
      Ghi một tệp SQLite gồm các tệp nộp, mọi bản ghi với chỗ đứng và kết cục, các phát hiện, các con số, và các khung \
      nhìn (view) tính lại từng họ con số bằng SQL; view difference phải trống. Cấu trúc: Documentation/Database.md.
      Writes one SQLite file: submissions, every record with place and disposition, findings, figures, and views that \
      recompute each family of figures in SQL; the view difference must be empty. Schema: Documentation/Database.md.

      Ví dụ / examples:
        kheo export --sqlite kheo.db
        kheo export --sqlite 2023.db --through 2023 --force
        sqlite3 kheo.db 'SELECT * FROM difference'
      """)

  @Option(
    help: ArgumentHelp("Tệp SQLite cần ghi. / The SQLite file to write.", valueName: "file"))
  var sqlite: String

  @Flag(help: "Thay tệp đã có. / Replace a file that is there.")
  var force = false

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let workspace = try options.openWorkspace(listsModels: false, tracesRecords: true)
    try checkTarget(workspace.language)
    let display = options.progressDisplay(workspace)
    defer { display.clear() }
    let run = try await options.consolidate(workspace, display)
    display.show(
      workspace.language("Ghi và kiểm tra cơ sở dữ liệu…", "Writing and checking the database…"))
    do {
      try RecordExport.write(run, version: kheoVersion, to: sqlite)
    } catch {
      display.clear()
      throw options.told(error, workspace.language)
    }
    display.clear()
    RunLog.current.keep(RunSummary(run.report))
    try tell(run.report)
    try options.checkFailOn(run.report, default: .never)
  }

  /// What is there is replaced only if it is a database; inputs and releases never are.
  private func checkTarget(_ language: Language) throws {
    do {
      switch try ExportTarget(sqlite, outside: [options.inputs, options.output]) {
      case .free: return
      case .database where force: return
      case .database:
        throw refusal(
          language(
            "đã có tệp này; hãy chọn tên khác, hoặc thay bằng --force",
            "there is such a file; choose another name, or replace it with --force"))
      case .other:
        throw refusal(
          language(
            "ở đó có thứ không phải cơ sở dữ liệu SQLite, nên không thay; hãy chọn tên khác",
            "what is there is no SQLite database, and is not replaced; choose another name"))
      case .inWorkspace(let folder):
        throw refusal(
          language(
            "không ghi vào thư mục \(displayed(folder)) của bộ hồ sơ; hãy chọn chỗ khác",
            "nothing is exported into the workspace's folder \(displayed(folder)); choose another place"
          ))
      }
    } catch let error as FileError {
      throw options.told(RunError.file(error), language)
    }
  }

  private func refusal(_ why: String) -> ExitStatus {
    Console.tell("kheo: \(displayed(sqlite)): \(why)\n")
    return .impossible
  }

  private func tell(_ report: Report) throws {
    let count = report.figures.recordTotals.total
    if options.json {
      Console.output.write(
        try ExportDocument(
          file: sqlite, submissions: report.submissions.count, records: count,
          findings: report.findings.count
        ).json())
    }
    if options.quiet { return }
    let number = report.language.numbers
    Console.tell(
      report.language(
        "\(displayed(sqlite)): \(number.count(count)) bản ghi; SQL tính lại đúng mọi con số.\n",
        "\(displayed(sqlite)): \(number.count(count, "record", "records")); SQL recounts every figure.\n"
      ))
  }
}

/// `export --json`.
struct ExportDocument: Document {
  var file: String
  var submissions: Int
  var records: Int
  var findings: Int
}
