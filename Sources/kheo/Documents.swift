import Consolidation
import Domain
import FoundationEssentials
import Validation

/// A document that `--json` prints: exactly one, its keys sorted, the same for the same inputs.
protocol Document: Encodable {}

extension Document {
  /// UTF-8 with a line feed at the end.
  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return terminalSafeJSON(Array(try encoder.encode(self))) + [0x0A]
  }
}

/// A finding, as every document shows it.
struct FindingDocument: Encodable {
  var severity: String
  var rule: String
  var path: String
  var line: Int?
  var record: Int?
  /// `Sheet!B7`; only in a workbook.
  var cell: String?
  var column: String
  var value: String
  var message: String
  var see: String

  init(_ finding: Finding) {
    severity = finding.severity.rawValue
    rule = finding.rule.rawValue
    path = finding.place.path
    line = finding.place.line
    record = finding.place.record
    cell = finding.place.cell
    column = finding.place.column
    value = finding.value
    message = finding.message
    see = finding.see
  }
}

/// `report --json`, `validate --json`.
struct ReportDocument: Document {
  /// The folder of the release; nothing when none was written.
  var release: String?
  /// `issued`, `replaced`, `unchanged`, `entered` or `restored`; nothing when none was written.
  var outcome: String?
  var cutoff: String
  var figures: [String: Int]
  var controlTotalsMet: Bool?
  /// As in provenance.json; nothing where there is no decision.
  var decisions: [Provenance.Decision]?
  var findings: [FindingDocument]

  init(_ report: Report, release: String?, outcome: Issuance.Outcome? = nil) {
    self.release = release
    self.outcome = outcome?.rawValue
    cutoff = report.cutoff.description
    figures = Dictionary(
      report.figures.published().map { ($0.id.text, $0.value) },
      uniquingKeysWith: { first, _ in first })
    controlTotalsMet =
      report.controlTotals.isEmpty ? nil : report.controlTotals.allSatisfy(\.isMet)
    decisions =
      report.decisions.isEmpty ? nil : report.decisions.map { Provenance.Decision($0) }
    findings = report.findings.map { FindingDocument($0) }
  }
}

/// `status --json`.
struct StatusDocument: Document {
  struct Entry: Encodable {
    var period: String
    var expected: Int
    var received: Int
    /// Codes of the wards that sent nothing.
    var missing: [String]
  }

  struct File: Encodable {
    var path: String
    var period: String
    /// The code of who sent it; blank when unknown.
    var submitter: String
    var isDue: Bool
  }

  var cutoff: String
  var periods: [Entry]
  var files: [File]
  var unread: [String]
}

/// `rules --json`.
struct RulesDocument: Document {
  struct Rule: Encodable {
    var id: String
    var severity: String
    var level: String
    var meaning: String
    var example: String
    var advice: String
  }

  var rules: [Rule]

  init(_ descriptions: [RuleDescription], _ language: Language) {
    rules = descriptions.map {
      Rule(
        id: $0.id.rawValue, severity: $0.severity.rawValue, level: $0.level.rawValue,
        meaning: $0.meaning.text(in: language), example: $0.example.text(in: language),
        advice: $0.advice.text(in: language))
    }
  }
}

/// `inspect --json`.
struct InspectionDocument: Document {
  struct Header: Encodable {
    struct Heading: Encodable {
      var heading: String
      /// The id of the column it was recognised as; nothing for others.
      var column: String?
    }

    var record: Int
    var line: Int
    var headings: [Heading]
  }

  struct Evidence: Encodable {
    var encoding: String
    /// Words that are Vietnamese syllables in it, of those that were looked at.
    var legalWords: Int
    var words: Int
  }

  struct LineEnds: Encodable {
    var crlf: Int
    var lf: Int
    var cr: Int
  }

  var path: String
  var bytes: Int
  var sha256: String
  /// Nothing for a file of which nothing can be read.
  var encoding: String?
  /// The sheet that was read, and all of them; nothing for a CSV file.
  var sheet: String?
  var sheets: [String]?
  /// What spoke for the encoding of its texts and for others, best first.
  var encodingEvidence: [Evidence]
  var delimiter: String
  var lineEnds: LineEnds
  var header: Header?
  /// Records by kind.
  var counts: [String: Int]
  var findings: [FindingDocument]
  var records: [[String]]

  init(_ inspection: Inspection) {
    let reading = inspection.reading
    path = inspection.path
    bytes = reading.byteCount
    sha256 = reading.sha256
    encoding = reading.encoding?.rawValue
    sheet = reading.sheet?.name
    sheets = reading.sheet?.sheets
    encodingEvidence = reading.encodingEvidence.map {
      Evidence(encoding: $0.encoding.rawValue, legalWords: $0.legalWords, words: $0.words)
    }
    delimiter = reading.delimiter
    let ends = inspection.lineEnds
    lineEnds = LineEnds(crlf: ends.pairs, lf: ends.lineFeeds, cr: ends.carriageReturns)
    header = reading.header.map { header in
      Header(
        record: header.record, line: header.line,
        headings: zip(header.headings, header.columns).map {
          Header.Heading(heading: $0, column: $1?.rawValue)
        })
    }
    counts = Dictionary(
      RecordKind.allCases.map { ($0.rawValue, reading.records[$0]) },
      uniquingKeysWith: { first, _ in first })
    findings = inspection.findings.map { FindingDocument($0) }
    records = inspection.records
  }
}
