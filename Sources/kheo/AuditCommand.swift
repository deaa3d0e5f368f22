import ArgumentParser
import Audit
import Consolidation
import Domain

struct AuditCommand: CommonCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Kiểm tra lại một báo cáo đã phát hành. / Recheck an issued release.",
    discussion: """
      Kiểm tra niêm phong, sổ phát hành, đầu vào; tính lại từ đầu vào hiện nay và so từng con số, từng ô của sổ tính, \
      từng dòng của các tệp; rồi để SQLite tính lại lần nữa. Mã thoát 0: mọi điều đúng; 1: có chỗ khác; 2: không kiểm \
      được.
      Checks seal, ledger and inputs; recounts from the inputs as they are now and compares every figure, every cell \
      of the workbook, every line of the other files; then has SQLite count again. Status 0: all holds; 1: something \
      differs; 2: it could not be done.

      Ví dụ / examples:
        kheo audit reports/2024-Q3
        kheo audit reports/2024-Q3 --inputs ban-sao/inputs --json
      """)

  @Argument(
    help: ArgumentHelp("Thư mục báo cáo. / The release's folder.", valueName: "release"))
  var release: String

  @OptionGroup var options: CommonOptions

  func validate() throws { try options.refuseCutoff() }

  func run() async throws {
    let outcome = try await options.onReleases { (progress) throws(ReleaseError) in
      try await ReleaseAudit.audit(
        release, options: options.runOptions(listsModels: true), version: kheoVersion,
        progress: progress)
    }
    if options.json {
      Console.output.write(try AuditDocument(outcome).json())
    } else if !options.quiet || outcome.hasDifferences || !outcome.isComplete {
      let colors = Colors(isOn: options.usesColor && Console.output.isTerminal)
      Console.output.write(AuditText(outcome, colors).text)
    }
    if outcome.hasDifferences { throw ExitStatus.failed }
    if !outcome.isComplete { throw ExitStatus.impossible }
  }
}

/// `audit --json`.
struct AuditDocument: Document {
  struct Check: Encodable {
    var id: String
    var title: String
    var state: String
    var note: String
    /// All differences, told or not.
    var faultCount: Int
    var faults: [Fault]
    var remarks: [String]
  }

  struct Fault: Encodable {
    var message: String
    var place: String?
    var shouldBe: String?
    var found: String?
  }

  var release: String
  var cutoff: String?
  var version: String?
  var isPassed: Bool
  var checks: [Check]

  init(_ outcome: AuditOutcome) {
    release = outcome.release
    cutoff = outcome.cutoff?.description
    version = outcome.version
    isPassed = !outcome.hasDifferences && outcome.isComplete
    checks = outcome.checks.map { check in
      Check(
        id: check.id.rawValue, title: check.id.title(in: outcome.language),
        state: check.state.rawValue, note: check.state == .failed ? "" : check.note,
        faultCount: check.faultCount,
        faults: check.faults.map {
          Fault(message: $0.message, place: $0.place, shouldBe: $0.shouldBe, found: $0.found)
        }, remarks: check.remarks)
    }
  }
}
