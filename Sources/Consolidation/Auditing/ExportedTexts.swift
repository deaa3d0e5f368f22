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
    let (name, hamlet) = (text(.name, cells), text(.hamlet, cells))
    let owner = owner(of: trace, cells)
    return ExportedRecord(
      trace: trace,
      origin: trace.origin.map { origin in
        let (block, row) = (Int(origin.block), Int(origin.row))
        return (block, Int(run.submissions[block].block[row].recordNumber))
      },
      name: name, hamlet: hamlet, owner: owner.text, status: text(.status, cells),
      nameKey: key(of: withoutNumber(name)) { $0.nameKey },
      hamletKey: key(of: hamlet) { $0.hamletKey },
      ownerKey: owner.key, cells: cells)
  }

  /// The owner as it counts, which may stand in a row above, and its key; what the cell says for a
  /// record that is not counted.
  private mutating func owner(
    of trace: TracedRecord, _ cells: [String]
  ) -> (text: String, key: String) {
    let written = text(.owner, cells)
    guard let row = block.row(ofRecord: trace.number) else { return (written, ownerKey(written)) }
    let owner = block.owners[Int(block[row].owner)]
    guard let organization = owner.organization.map({ workspace.registers.organizations[$0] })
    else { return (written.isEmpty ? owner.spelling : written, owner.key) }
    let isSender = submitter == .organization(owner.organization ?? -1)
    return (written.isEmpty && !isSender ? organization.name : written, organization.code)
  }

  private func withoutNumber(_ name: String) -> String {
    var name = name
    let length = name.withUTF8 { FormNumbering.lengthBeforeName($0) }
    return String(decoding: name.utf8.dropFirst(length), as: UTF8.self)
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
