import Audit
import Consolidation
import Domain
import Vietnamese
import Writers

/// An explanation as `--csv` and `--json` give it, row by row: nothing is kept but the sum.
struct ExplanationTable {
  private let figure: ExplainedFigure
  private var sum = 0
  private var rowCount = 0

  init(_ figure: ExplainedFigure) { self.figure = figure }

  /// Whether what makes it up adds up to it.
  var addsUp: Bool { sum == figure.value }

  // MARK: CSV

  static let csvHeader =
    "\u{FEFF}figure,part,path,line,record,name,quantity,adds,disposition,rules,see,reason\r\n"

  /// A line of `explain --csv`, in the form of the CSV files of a release (SPEC §8); it may be
  /// looked at in a terminal, so that no control character is in it.
  mutating func csv(_ row: ExplainedRow) -> [UInt8] {
    sum += row.adds ?? 0
    var line = CSVLine()
    line.add(text: figure.id)
    line.add(text: row.adds == nil ? "no" : "yes")
    line.add(text: displayed(row.place?.path ?? ""))
    line.add(number: row.place?.line)
    line.add(number: row.place?.record)
    line.add(text: displayed(row.name))
    line.add(number: row.quantity)
    line.add(number: row.adds)
    line.add(text: row.disposition?.rawValue ?? "")
    line.add(text: row.rules.map(\.rawValue).joined(separator: " "))
    line.add(text: displayed(row.see))
    line.add(text: displayed(row.reason))
    var bytes: [UInt8] = []
    line.end { bytes = $0 }
    return bytes
  }

  // MARK: JSON

  /// The beginning of the document, up to its parts; `recorded` is what the release says.
  func jsonHead(recorded: Int?) -> [UInt8] {
    var head = JSONRow()
    head.add("figure", figure.id)
    head.add("value", figure.value)
    head.add("meaning", figure.text)
    head.add("cells", figure.cells)
    head.add("recorded", recorded)
    return head.opened + Array(",\"parts\":[".utf8)
  }

  /// What stands between the parts and the rows that were left out.
  mutating func jsonTotal() -> [UInt8] {
    rowCount = 0
    return Array("\n],\"sum\":\(sum),\"addsUp\":\(addsUp),\"leftOut\":[".utf8)
  }

  /// The end of the document.
  static let jsonEnd = "\n]}\n"

  /// A row, with what parts it from the one before.
  mutating func json(_ row: ExplainedRow) -> [UInt8] {
    sum += row.adds ?? 0
    var object = JSONRow()
    if let path = row.place?.path { object.add("path", path) }
    object.add("line", row.place?.line)
    object.add("record", row.place?.record)
    object.add("name", row.name)
    object.add("quantity", row.quantity)
    object.add("adds", row.adds)
    if let disposition = row.disposition { object.add("disposition", disposition.rawValue) }
    object.add("rules", row.rules.map(\.rawValue))
    object.add("see", row.see)
    object.add("reason", row.reason)
    rowCount += 1
    return Array((rowCount == 1 ? "\n" : ",\n").utf8) + object.object
  }
}
