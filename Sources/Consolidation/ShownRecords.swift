import Domain
import Loaders
import Validation
import Vietnamese

/// The admitted records of a submission with their texts, while findings are made of them.
///
/// An object: findings ask for record after record, and a submission is much to copy.
final class ShownRecords {
  let header: SubmissionHeader?
  private let file: SubmissionFile
  private let sheet: String?
  private let rows: [RecordRow]
  /// Nothing when the text is not at hand.
  private var finder: CellFinder?

  init(
    _ outcome: SubmissionOutcome, _ header: SubmissionHeader?, _ rows: [RecordRow],
    _ text: SubmissionText?
  ) {
    self.header = header
    self.rows = rows
    file = outcome.file
    sheet = outcome.sheet?.name
    finder = text.map { CellFinder($0, delimiter: outcome.delimiter) }
  }

  subscript(row: Int) -> RecordRow { rows[row] }

  /// Where a record stands.
  func place(ofRow row: Int) -> Place { Place(rows[row], in: file, sheet: sheet) }

  /// The cells (trimmed, NFC) of a record by which a rule tells of it, blank ones in the place of
  /// others; none when the text is not at hand.
  func tellingCells(ofRow row: Int, for rule: RuleID) -> [String] {
    guard let header else { return [] }
    let positions = RecordPair.tellingColumns(of: rule).compactMap { header.positions[$0] }
    return finder?.cells(of: rows[row], at: positions) ?? []
  }

  /// One of its cells; blank where there is none.
  func text(_ column: Column, ofRow row: Int) -> String {
    header?.positions[column].flatMap { finder?.cell(at: $0, of: rows[row]) } ?? ""
  }

  /// Its name as it is compared; a blank one where there is none.
  func comparedName(ofRow row: Int, _ keys: inout KeyMaker) -> ComparedName {
    var name: ComparedName?
    if let position = header?.positions[.name] {
      finder?.withCell(at: position, of: rows[row]) { name = ComparedName($0, &keys) }
    }
    return name ?? ComparedName("", &keys)
  }

  /// Whether a ward sent one of two submissions, and an organization the other.
  func isAcrossSenders(_ other: ShownRecords) -> Bool {
    switch (file.submitter, other.file.submitter) {
    case (.ward, .organization), (.organization, .ward): true
    default: false
    }
  }
}

extension Place {
  /// Of a record.
  init(_ row: RecordRow, in file: SubmissionFile, sheet: String?) {
    self.init(
      path: file.path, sheet: sheet, line: Int(row.line), record: Int(row.recordNumber))
  }
}
