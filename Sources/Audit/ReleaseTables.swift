package import Domain
import FoundationEssentials

/// One line of `findings.csv`.
package struct FindingRow: Sendable, Hashable {
  package var severity: Severity
  /// The id of the rule, which may be one that this version does not have.
  package var rule: String
  package var path: String
  package var line: Int?
  package var record: Int?
  package var column: String
  package var value: String
  package var message: String
  package var see: String
}

/// One line of `submissions.csv`.
package struct SubmissionRow: Sendable, Equatable {
  package var path: String
  package var period: String
  package var submitter: String
  /// False for a submission that was not due.
  package var isRead: Bool
  package var bytes: Int?
  package var sha256: String
  package var encoding: String
  package var delimiter: String
  /// In the order of `RecordKind.inColumns`.
  package var records: [Int]
  /// In the order of `Disposition.allCases`.
  package var dispositions: [Int]
}

/// The tables of a release, read back as values.
package enum ReleaseTables {
  package static let findingsName = "findings.csv"
  package static let submissionsName = "submissions.csv"
  package static let provenanceName = "provenance.json"

  /// Calls `body` with each line of a `findings.csv`, so that millions of them need not be kept.
  package static func eachFinding(
    in bytes: [UInt8], _ body: (FindingRow) -> Void
  ) throws(TableError) {
    let table = TableReader(fileName: findingsName, bytes)
    let columns = [
      "severity", "rule", "path", "line", "record", "column", "value", "message", "see",
    ]
    try table.read(columns: columns) { (cells, line) throws(TableError) in
      guard let severity = Severity(rawValue: cells[0]) else {
        throw table.error(line, .value("severity", text: excerpt(cells[0])))
      }
      body(
        FindingRow(
          severity: severity, rule: cells[1], path: cells[2],
          line: try table.number(cells[3], "line", line),
          record: try table.number(cells[4], "record", line), column: cells[5], value: cells[6],
          message: cells[7], see: cells[8]))
    }
  }

  /// All lines of a `submissions.csv`.
  package static func submissions(_ bytes: [UInt8]) throws(TableError) -> [SubmissionRow] {
    let table = TableReader(fileName: submissionsName, bytes)
    let columns =
      ["path", "period", "submitter", "state", "bytes", "sha256", "encoding", "delimiter"]
      + RecordKind.inColumns.map(\.rawValue) + Disposition.allCases.map(\.rawValue)
    var rows: [SubmissionRow] = []
    try table.read(columns: columns) { (cells, line) throws(TableError) in
      let counts = try zip(columns, cells).dropFirst(8).map {
        (column, cell) throws(TableError) -> Int in
        guard let count = try table.number(cell, column, line) else {
          throw table.error(line, .value(column, text: ""))
        }
        return count
      }
      let row = SubmissionRow(
        path: cells[0], period: cells[1], submitter: cells[2], isRead: cells[3] == "read",
        bytes: try table.number(cells[4], "bytes", line), sha256: cells[5], encoding: cells[6],
        delimiter: cells[7], records: Array(counts.prefix(RecordKind.inColumns.count)),
        dispositions: Array(counts.dropFirst(RecordKind.inColumns.count)))
      if let (column, text) = fault(of: row, state: cells[3]) {
        throw table.error(line, .value(column, text: excerpt(text)))
      }
      rows.append(row)
    }
    return rows
  }

  /// The column that contradicts itself or the state, and what it says.
  private static func fault(of row: SubmissionRow, state: String) -> (String, String)? {
    if !row.isRead, state != "not due" { return ("state", state) }
    if !row.period.isEmpty, Period(row.period) == nil { return ("period", row.period) }
    if row.isRead != (row.bytes != nil) {
      return ("bytes", row.bytes.map(String.init) ?? "")
    }
    if row.isRead ? !isSHA256(row.sha256.utf8) : !row.sha256.isEmpty {
      return ("sha256", row.sha256)
    }
    return nil
  }

  /// The largest `provenance.json` that is read.
  package static let provenanceLimit = 64 * 1024 * 1024

  private struct Schema: Decodable {
    var schema: Int
  }

  /// The record of what a release was made from.
  ///
  /// Its cut-off is a quarter and its years are in order, so that both can be used as they are.
  package static func provenance(_ bytes: [UInt8]) throws(TableError) -> Provenance {
    let file = TableReader(fileName: provenanceName, [])
    guard bytes.count <= provenanceLimit else {
      throw file.error(nil, .tooLarge(limit: provenanceLimit))
    }
    let decoder = JSONDecoder()
    guard let schema = try? decoder.decode(Schema.self, from: Data(bytes)) else {
      throw file.error(nil, .notProvenance)
    }
    guard schema.schema == 1 else { throw file.error(nil, .schema(schema.schema)) }
    guard let provenance = try? decoder.decode(Provenance.self, from: Data(bytes)) else {
      throw file.error(nil, .notProvenance)
    }
    guard quarter(provenance.cutoff) != nil else {
      throw file.error(nil, .value("cutoff", text: excerpt(provenance.cutoff)))
    }
    guard provenance.period.from <= provenance.period.to else {
      throw file.error(
        nil, .value("period", text: "\(provenance.period.from)–\(provenance.period.to)"))
    }
    return provenance
  }
}
