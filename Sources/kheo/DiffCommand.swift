import ArgumentParser
import Audit
import Consolidation
import Domain

struct DiffCommand: CommonCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Hai báo cáo khác nhau ở đâu, vì dòng nào. / What changed between two releases.",
    discussion: """
      In các con số đã đổi và đổi bao nhiêu; các bản ghi làm chúng đổi (thêm, bớt, đổi kết cục); các phát hiện mới và đã \
      hết; các tệp đã thay. Bản ghi được tìm bằng cách tính lại cả hai báo cáo; khi đầu vào không còn như cũ thì so hai \
      danh sách mô hình trong report.xlsx, và nói rõ như vậy. Mã thoát 1 nếu có khác.
      Prints the figures that changed and by how much; the records responsible (added, removed, changed disposition); \
      findings that came and went; submissions that were replaced. Records are found by recounting both; when the \
      inputs are no longer what they were, the lists of models in the two workbooks are compared instead, and it \
      says so. Status 1 if there is a difference.

      Ví dụ / examples:
        kheo diff reports/2024-Q2 reports/2024-Q3
        kheo diff ban-cu/2024-Q3 reports/2024-Q3 --old-inputs ban-cu/inputs --json
      """)

  @Argument(help: ArgumentHelp("Báo cáo cũ. / The old release.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("Báo cáo mới. / The new release.", valueName: "new"))
  var new: String

  @Option(
    help: ArgumentHelp(
      "Đầu vào của báo cáo cũ, nếu khác. / The inputs of the old release, if others.",
      valueName: "dir"))
  var oldInputs: String?

  @OptionGroup var options: CommonOptions

  func validate() throws { try options.refuseCutoff() }

  func run() async throws {
    let comparison = try await options.onReleases { (progress) throws(ReleaseError) in
      try await ReleaseComparison(
        old: old, new: new, oldInputs: oldInputs, options: options.runOptions(listsModels: false),
        progress: progress)
    }
    if options.json {
      Console.output.write(try DifferenceDocument(comparison).json())
    } else if !options.quiet || !comparison.isEmpty {
      let colors = Colors(isOn: options.usesColor && Console.output.isTerminal)
      Console.output.write(DifferenceText(comparison, colors).text)
    }
    if !comparison.isEmpty { throw ExitStatus.failed }
  }
}

/// `diff --json`.
struct DifferenceDocument: Document {
  struct Figure: Encodable {
    var figure: String
    var old: Int?
    var new: Int?
    var difference: Int?
  }

  struct Side: Encodable {
    var path: String
    var line: Int?
    var disposition: String
    var ward: String
    var field: String
    var year: Int?
    var quantity: Int?
    var reason: String
  }

  struct Record: Encodable {
    /// `added`, `removed` or `changed`.
    var change: String
    var name: String
    var old: Side?
    var new: Side?
  }

  struct Finding: Encodable {
    var severity: String
    var rule: String
    var path: String
    var column: String
    var value: String
    var count: Int
  }

  struct Submission: Encodable {
    /// `added`, `removed`, `replaced`, `now-due` or `no-longer-due`.
    var change: String
    var path: String
  }

  var old: String
  var new: String
  var figures: [Figure]
  /// `inputs` or `lists`.
  var recordsFrom: String
  /// Why not from the inputs.
  var note: String?
  var records: [Record]
  /// Figures whose change the records do not add up to.
  var unexplained: [String]
  var findingsGone: [Finding]
  var findingsCome: [Finding]
  var submissions: [Submission]

  init(_ comparison: ReleaseComparison) {
    old = comparison.old.folder
    new = comparison.new.folder
    figures = comparison.difference.figures.map {
      Figure(figure: $0.id, old: $0.old, new: $0.new, difference: $0.difference)
    }
    switch comparison.records.source {
    case .inputs: recordsFrom = "inputs"
    case .lists(let why): (recordsFrom, note) = ("lists", why)
    }
    records = comparison.records.changes.map {
      Record(
        change: $0.kind.rawValue, name: $0.name, old: $0.old.map(Side.init),
        new: $0.new.map(Side.init))
    }
    unexplained = comparison.records.unexplained
    findingsGone = comparison.difference.findingsGone.map(Finding.init)
    findingsCome = comparison.difference.findingsCome.map(Finding.init)
    submissions = comparison.difference.submissions.map {
      Submission(change: $0.kind.rawValue, path: $0.path)
    }
  }
}

extension DifferenceDocument.Side {
  fileprivate init(_ side: RecordChange.Side) {
    path = side.place.path
    line = side.place.line
    disposition = side.disposition.rawValue
    ward = side.ward
    field = side.field
    year = side.year
    quantity = side.quantity
    reason = side.reason
  }
}

extension DifferenceDocument.Finding {
  fileprivate init(_ finding: CountedFinding) {
    severity = finding.key.severity.rawValue
    rule = finding.key.rule
    path = finding.key.path
    column = finding.key.column
    value = finding.key.value
    count = finding.count
  }
}
