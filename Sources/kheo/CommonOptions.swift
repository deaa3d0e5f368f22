import ArgumentParser
import Consolidation
import Domain
import Glibc

/// The options that every subcommand takes (SPEC §9).
struct CommonOptions: ParsableArguments {
  @Option(help: "Thư mục hồ sơ đầu vào. / The workspace's inputs.")
  var inputs = "inputs"

  @Option(help: "Thư mục báo cáo. / Where releases are put.")
  var output = "reports"

  @Option(
    help: ArgumentHelp(
      "Chốt số liệu đến hết kỳ này: 2024 hoặc 2024-Q3. / The cut-off: 2024 or 2024-Q3.",
      valueName: "period"),
    transform: CommonOptions.period)
  var through: Period?

  @Option(help: "Ngôn ngữ: vi hoặc en. / The language: vi or en.")
  var language: Language?

  @Flag(help: "Không in thông báo nếu mọi việc ổn. / No messages when all is well.")
  var quiet = false

  @Flag(help: "Không dùng màu. / No colour.")
  var noColor = false

  @Option(help: "Hiện tiến độ: auto, always, never. / Progress on standard error.")
  var progress = ProgressMode.auto

  @Option(
    help: "Thoát với mã 1 nếu có: error, warning, never. / Exit with 1 if there is any.")
  var failOn: FailOn?

  @Option(
    help: ArgumentHelp(
      "Số tệp đọc cùng lúc, không quá số lõi. / Files read at a time, at most one a core.",
      valueName: "n"))
  var threads: Int?

  @Flag(help: "In một tài liệu JSON. / Print one JSON document.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Ghi thêm nhật ký (JSON từng dòng) vào tệp này. / Append a log, JSON lines, to this file.",
      valueName: "file"))
  var log: String?

  func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("--threads: cần số nguyên từ 1 trở lên / a whole number from 1 up")
    }
  }

  /// Refuses `--through` where the cut-off is that of an issued release.
  func refuseCutoff() throws {
    if through != nil {
      throw ValidationError(
        "--through: kỳ chốt lấy từ báo cáo đã phát hành / the cut-off is that of the release")
    }
  }

  private static func period(_ text: String) throws -> Period {
    guard let period = Period(text) else {
      throw ValidationError(
        "“\(text)”: cần một kỳ như 2024 hoặc 2024-Q3 / needs a period such as 2024 or 2024-Q3")
    }
    return period
  }

  /// The language of messages before the settings are known.
  var messageLanguage: Language { language ?? .vietnamese }

  func runOptions(listsModels: Bool) -> RunOptions {
    RunOptions(
      inputs: inputs, through: through, language: language,
      threads: threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), listsModels: listsModels)
  }

  /// Whether messages may be coloured.
  var usesColor: Bool {
    let term = getenv("TERM").map { String(cString: $0) }
    let noColorVariable = getenv("NO_COLOR").map { String(cString: $0) } ?? ""
    return !noColor && noColorVariable.isEmpty && term != nil && term != "dumb"
  }
}

enum ProgressMode: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// From which severity on a run counts as failed.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, never

  /// Whether there are findings as grave as this among those counted.
  func isMet(by counts: [Severity: Int]) -> Bool {
    let errors = counts[.error, default: 0]
    return switch self {
    case .error: errors > 0
    case .warning: errors + counts[.warning, default: 0] > 0
    case .never: false
    }
  }
}

/// A subcommand, whose options `Main` looks at before it runs.
protocol CommonCommand: AsyncParsableCommand {
  var options: CommonOptions { get }
}

extension Language: ExpressibleByArgument {}
