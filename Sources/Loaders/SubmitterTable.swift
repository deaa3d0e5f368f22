package import Domain
import Vietnamese

/// Finds who sent a file by its name (SPEC §2).
package struct SubmitterTable: Sendable {
  private var submitters: [String: Submitter] = [:]
  /// All spellings as the registers have them, in their order.
  private(set) var spellings: [String] = []

  package init() {}

  /// The submitter whose folded name, code or alias is the stem, or begins it before a `-`; the
  /// longest match wins.
  package func submitter(ofFileNamed name: String) -> Submitter {
    var stem = foldedName(String(decoding: SubmissionFile.stem(of: name), as: UTF8.self))[...]
    while true {
      if let found = submitters[String(stem)] { return found }
      guard let dash = stem.lastIndex(of: "-") else { return .unknown }
      stem = stem[..<dash]
    }
  }

  /// The submitter of that name, code or alias.
  func submitter(spelled spelling: String) -> Submitter? { submitters[foldedName(spelling)] }

  /// Enters the spellings of each row of a register.
  mutating func add(
    _ spellings: [[String]], of file: RegisterFile, as submitter: (Int) -> Submitter
  ) throws(LoadError) {
    for (index, row) in spellings.enumerated() {
      for spelling in row {
        let folded = foldedName(spelling)
        if folded.isEmpty { continue }
        if let other = submitters[folded], other != submitter(index) {
          throw .broken(
            BrokenInput(
              file.path, line: file.rows[index].line,
              "“\(spelling)” thành tên tệp “\(folded)”, mà một đơn vị hoặc tổ chức khác cũng dùng; hãy sửa tên khác (aliases)",
              "“\(spelling)” becomes the file name “\(folded)”, which another ward or "
                + "organization has, too; change the alias"))
        }
        submitters[folded] = submitter(index)
        self.spellings.append(spelling)
      }
    }
  }
}
