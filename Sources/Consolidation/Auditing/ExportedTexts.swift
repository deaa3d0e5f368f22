import Domain
import Loaders
import SQLRecount
import Vietnamese

/// Makes the texts and keys of a submission's records, as an export shows them.
struct ExportedTexts {
  private let header: SubmissionHeader?
  private let block: RecordBlock
  private let submitter: Submitter
  private let workspace: Workspace
  private var keys = KeyMaker()

  init(of submission: ReviewedSubmission, _ workspace: Workspace) {
    header = submission.header
    block = submission.block
    submitter = submission.outcome.file.submitter
    self.workspace = workspace
  }

  mutating func record(
    _ trace: TracedRecord, _ cells: [String], in run: ConsolidatedWorkspace
  ) -> ExportedRecord {
    let (name, hamlet, owner) = (
      text(.name, cells), text(.hamlet, cells), text(.owner, cells)
    )
    return ExportedRecord(
      trace: trace,
      origin: trace.origin.map { origin in
        let (block, row) = (Int(origin.block), Int(origin.row))
        return (block, Int(run.submissions[block].block.recordNumber[row]))
      },
      name: name, hamlet: hamlet, owner: owner, status: text(.status, cells),
      nameKey: key(of: name) { $0.nameKey }, hamletKey: key(of: hamlet) { $0.hamletKey },
      ownerKey: ownerKey(owner), cells: cells)
  }

  private func text(_ column: Column, _ cells: [String]) -> String {
    guard let position = header?.positions[column], position < cells.count else { return "" }
    return cells[position]
  }

  private mutating func key(
    of text: String, _ part: (KeyMaker) -> ArraySlice<UInt32>
  ) -> String {
    var text = text
    text.withUTF8 { keys.makeMatchKey(of: $0) }
    return keys.text(part(keys))
  }

  /// The code of a known organization, or the match key (SPEC §5); blank in an organization's file
  /// is that organization.
  private mutating func ownerKey(_ owner: String) -> String {
    let organizations = workspace.registers.organizations
    if owner.isEmpty, case .organization(let index) = submitter { return organizations[index].code }
    let key = key(of: owner) { $0.match[...] }
    return workspace.organization(matching: key).map { organizations[$0].code } ?? key
  }
}
