import Audit
import Consolidation
import Domain
import Writers

/// An explanation as `--csv` and `--json` give it.
struct ExplanationTable {
  private let figure: ExplainedFigure
  private let recorded: Int??
  private var sum = 0
  private var parts: [Row] = []
  private var leftOut: [Row] = []

  init(_ figure: ExplainedFigure, recorded: Int??) {
    self.figure = figure
    self.recorded = recorded
  }

  /// Whether what makes it up adds up to it.
  var addsUp: Bool { sum == figure.value }

  struct Row: Encodable {
    var path: String?
    var line: Int?
    var record: Int?
    var name: String
    var quantity: Int?
    /// What it adds to the figure; nothing for what was left out.
    var adds: Int?
    var disposition: String?
    var rules: [String]
    var see: String
    var reason: String

    init(_ row: ExplainedRow) {
      path = row.place?.path
      line = row.place?.line
      record = row.place?.record
      name = row.name
      quantity = row.quantity
      adds = row.adds
      disposition = row.disposition?.rawValue
      rules = row.rules.map(\.rawValue)
      see = row.see
      reason = row.reason
    }
  }

  /// `explain --json`.
  struct Explanation: Document {
    var figure: String
    var value: Int
    var meaning: String
    /// Where report.xlsx shows it.
    var cells: [String]
    /// What the release says; left out when none was named.
    var recorded: Int?
    var parts: [Row]
    /// What the parts add up to.
    var sum: Int
    var addsUp: Bool
    var leftOut: [Row]
  }

  mutating func add(_ row: ExplainedRow) {
    sum += row.adds ?? 0
    if row.adds == nil { leftOut.append(Row(row)) } else { parts.append(Row(row)) }
  }

  var document: Explanation {
    Explanation(
      figure: figure.id, value: figure.value, meaning: figure.text, cells: figure.cells,
      recorded: recorded ?? nil, parts: parts, sum: sum, addsUp: addsUp, leftOut: leftOut)
  }

  static let csvHeader =
    "\u{FEFF}figure,part,path,line,record,name,quantity,adds,disposition,rules,see,reason\r\n"

  /// A line of `explain --csv`, in the form of the CSV files of a release (SPEC §8).
  mutating func csv(_ row: ExplainedRow) -> [UInt8] {
    sum += row.adds ?? 0
    var line = CSVLine()
    line.add(text: figure.id)
    line.add(text: row.adds == nil ? "no" : "yes")
    line.add(text: row.place?.path ?? "")
    line.add(number: row.place?.line)
    line.add(number: row.place?.record)
    line.add(text: row.name)
    line.add(number: row.quantity)
    line.add(number: row.adds)
    line.add(text: row.disposition?.rawValue ?? "")
    line.add(text: row.rules.map(\.rawValue).joined(separator: " "))
    line.add(text: row.see)
    line.add(text: row.reason)
    return line.end()
  }
}
