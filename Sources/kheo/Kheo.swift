import ArgumentParser
import Consolidation
import Domain
import Files
import Glibc
import Vietnamese

/// The command: arguments in, exit status out.
struct Kheo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kheo",
    abstract: "Tổng hợp mô hình “Dân vận khéo” / consolidates “Dân vận khéo” models.",
    discussion: """
      Đọc các tệp .xlsx, .csv do xã, phường gửi, kiểm tra, đếm mỗi mô hình một lần và lập báo cáo mà mọi \
      con số đều truy được về từng dòng.
      Reads the .xlsx and .csv files that wards send, checks them, counts each model once, and issues a \
      report whose every figure can be traced to its rows.

      Ví dụ / examples:
        kheo report                      báo cáo quý mới nhất / the latest quarter
        kheo report --through 2023-Q4    số liệu đến hết năm 2023 / up to the end of 2023
        kheo validate                    chỉ kiểm tra / check only
        kheo inspect an-luu.csv          xem một tệp được đọc thế nào / how one file is read
        kheo audit reports/2024-Q3       báo cáo còn đúng không / does a release still hold
        kheo explain registered          con số gồm những dòng nào / the rows of a figure

      Mã thoát / exit status: 0 xong / done · 1 gặp --fail-on, hoặc thấy chỗ khác / --fail-on was \
      met, or a difference was found · 2 không làm \
      được / could not be done · 64 sai cú pháp / wrong usage · 75 lượt khác đang chạy / another \
      run holds the output · 129, 130, 143 bị ngắt / hung up, interrupted, terminated
      """,
    version: kheoVersion,
    subcommands: [
      ReportCommand.self, ValidateCommand.self, InspectCommand.self, StatusCommand.self,
      ExplainCommand.self, AuditCommand.self, DiffCommand.self, ExportCommand.self,
      RulesCommand.self,
    ])
}

/// The version that `--version` prints and `provenance.json` records.
let kheoVersion = "0.1.0"

@main
enum Main {
  static func main() async {
    guard StandardStreams.prepare() else {
      Console.messages.write(
        "kheo: mở được quá ít tệp (ulimit -n) / too few files can be opened (ulimit -n)\n")
      await Console.exit(with: .impossible, in: .vietnamese)
    }
    guard Memory.isAvailable(threadMemory) else {
      Console.messages.write(
        "kheo: không đủ bộ nhớ để chạy (ulimit -v, MemoryMax) / not enough memory to run (ulimit -v, "
          + "MemoryMax)\n")
      await Console.exit(with: .impossible, in: .vietnamese)
    }
    Signals.watch()
    let (status, language) = await outcome()
    await Console.exit(with: status, in: language)
  }

  /// What the threads take of the address space.
  private static var threadMemory: Int {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit)
    let stack = limit.rlim_cur > 1 << 30 ? 8 << 20 : Int(limit.rlim_cur)
    // Beside its stack, a thread that allocates has 64 MiB set aside by the C library.
    return (sysconf(Int32(_SC_NPROCESSORS_ONLN)) + 2) * (stack + (64 << 20))
  }

  /// How the command ended, and the language to say in what remains to be said.
  private static func outcome() async -> (ExitStatus, Language) {
    guard !CommandLine.arguments.isEmpty else {
      // Swift reads them from /proc; without it a run would do nothing, and seem done.
      Console.messages.write(
        "kheo: không đọc được tham số dòng lệnh (/proc) / cannot read the arguments (/proc)\n")
      return (.impossible, .vietnamese)
    }
    // The parser takes longer to put its commands together than to answer this.
    if CommandLine.arguments.dropFirst() == ["--version"] {
      Console.output.write(kheoVersion + "\n")
      return (.done, .vietnamese)
    }
    var language = Language.vietnamese
    var command: any ParsableCommand
    do {
      command = try Kheo.parseAsRoot()
    } catch {
      return (told(error), language)
    }
    if let options = (command as? any CommonCommand)?.options {
      language = options.messageLanguage
      if let status = openLog(options, of: command) { return (status, language) }
    }
    do {
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return (.done, language)
    } catch let status as ExitStatus {
      return (status, language)
    } catch {
      let code = Kheo.exitCode(for: error)
      if code == .success || code == .validationFailure { return (told(error), language) }
      Console.tell("kheo: \(displayed("\(error)"))\n")
      return (.impossible, language)
    }
  }

  /// Whether a log at `path` is out of the way: neither in the inputs nor in a folder of the reports.
  private static func mayHoldLog(
    _ path: String, _ options: CommonOptions
  ) throws(FileError) -> Bool {
    let target = try ExportTarget(path, outside: [options.inputs])
    if case .inWorkspace = target { return false }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
    guard isFolder(folder), isFolder(options.output) else { return true }
    let (place, output) = (try canonicalPath(of: folder), try canonicalPath(of: options.output))
    let name = parts.last ?? ""
    return !place.hasPrefix(output + "/") && !(place == output && name.hasPrefix("."))
  }

  /// Starts the log that the options ask for; the status to end with when that cannot be done.
  private static func openLog(
    _ options: CommonOptions, of command: any ParsableCommand
  ) -> ExitStatus? {
    guard let path = options.log else { return nil }
    do throws(FileError) {
      // The first night there is no folder of reports yet; the run would make it after the log.
      if command is ReportCommand, path.hasPrefix(options.output + "/"),
        !path.dropFirst(options.output.utf8.count + 1).contains("/"), !exists(options.output)
      {
        try makeFolder(at: options.output)
      }
      guard try mayHoldLog(path, options) else {
        throw FileError(path: path, reason: .noPlaceForLog)
      }
      try RunLog.current.open(
        path, version: kheoVersion, arguments: Array(CommandLine.arguments.dropFirst()))
      return nil
    } catch {
      return options.told(RunError.file(error), options.messageLanguage)
    }
  }

  /// Says what the argument parser has to say: help on standard output, faults on standard error.
  private static func told(_ error: any Error) -> ExitStatus {
    let text = Kheo.fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
      .map { displayed(String($0)) }.joined(separator: "\n")
    if Kheo.exitCode(for: error) == .success {
      Console.output.write(text + "\n")
      return .done
    }
    Console.tell(text + "\n")
    return .usage
  }
}
