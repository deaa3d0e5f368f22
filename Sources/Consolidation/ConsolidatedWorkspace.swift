package import Domain
import Files
import Loaders

/// A workspace after the run: what the release tells, and what became of every record.
///
/// Records are there only if `RunOptions.keepsRecords` was set, and traced only with
/// `tracesRecords`.
package struct ConsolidatedWorkspace: Sendable {
  package let workspace: Workspace
  /// The due submissions, in the order of counting.
  let submissions: [ReviewedSubmission]
  /// What became of each admitted record, by submission and row.
  let roles: [[RecordRole]]
  /// By submission and row: of a carried-over record the counted one, of a duplicate the first of its
  /// period, of a counted one itself; empty unless the records are traced.
  let origins: [[RowReference]]
  /// What decisions made of the identities.
  let settled: SettledModels
  package let report: Report

  /// The data records of a submission, in the order of the file.
  func records(of submission: Int) -> [TracedRecord] {
    var records: [TracedRecord] = []
    forEachRecord(of: submission) { records.append($0) }
    return records
  }

  /// Hands the data records of a submission to `body`, in the order of the file.
  func forEachRecord(of submission: Int, _ body: (TracedRecord) -> Void) {
    let block = submissions[submission].block
    let excluded = submissions[submission].excludedRecords
    var next = 0
    for index in 0..<block.count {
      while next < excluded.count, excluded[next].number < Int(block[index].recordNumber) {
        body(excluded[next])
        next += 1
      }
      body(admitted(RowReference(block: submission, row: index)))
    }
    for record in excluded[next...] { body(record) }
  }

  /// A record that was counted, carried over, or found to be a duplicate.
  func admitted(_ reference: RowReference) -> TracedRecord {
    let (block, index) = (Int(reference.block), Int(reference.row))
    let row = submissions[block].block[index]
    let role = roles[block][index]
    return TracedRecord(
      number: Int(row.recordNumber), line: Int(row.line), role: role, ward: Int(row.ward),
      field: Int(row.field), year: Int(row.registrationYear),
      quarter: row.registrationQuarter == 0 ? nil : Int(row.registrationQuarter),
      quantity: Int(row.quantity), isEnded: row.isEnded, identity: row.identity,
      origin: role == .counted ? nil : origins[block][index])
  }

  /// The records that are counted, in the order of counting.
  var countedRows: some Sequence<RowReference> {
    roles.enumerated().lazy.flatMap { block, roles in
      roles.enumerated().lazy.filter { $0.element == .counted }.map { row, _ in
        RowReference(block: block, row: row)
      }
    }
  }
}

extension [ReviewedSubmission] {
  /// Where an admitted record stands.
  func place(of reference: RowReference) -> Place {
    self[Int(reference.block)].place(ofRow: Int(reference.row))
  }
}
