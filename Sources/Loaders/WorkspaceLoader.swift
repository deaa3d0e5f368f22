package import Domain
import Files
import Vietnamese

/// What lies in `submissions/`.
package struct SubmissionFolder: Sendable {
  /// All submissions, not yet marked as due or not, in the order of counting.
  package var files: [SubmissionFile]
  /// What is there and is not read, sorted by path bytewise.
  package var unread: [UnreadEntry]

  /// The last quarter of the latest period that has a submission.
  package var latestQuarter: Quarter? { files.compactMap { $0.period?.lastQuarter }.max() }

  /// The files, those of periods that end after `cutoff` as not due.
  package func files(through cutoff: Quarter) -> [SubmissionFile] {
    files.map { file in
      var file = file
      file.isDue = file.period.map { $0.lastQuarter <= cutoff } ?? true
      return file
    }
  }

  /// The files that are due at `cutoff`, with those that a release recorded as not due in the
  /// place of the ones that are not due now.
  package func files(
    through cutoff: Quarter, recordedNotDue: [SubmissionFile]
  ) -> [SubmissionFile] {
    (files(through: cutoff).filter(\.isDue) + recordedNotDue)
      .sorted(by: SubmissionFile.inCountingOrder)
  }
}

/// Lists the submissions of a workspace (SPEC §2, “Files”).
package enum WorkspaceLoader {
  package static func submissions(
    inputs: String, submitters: SubmitterTable, fileLimit: Int = SubmissionLimits.fileCount
  ) throws(LoadError) -> SubmissionFolder {
    var folder = SubmissionFolder(files: [], unread: [])
    func take(_ entry: FolderEntry, in path: String, period: Period?) {
      let full = "\(path)/\(entry.name)"
      let reason: UnreadEntry.Reason? =
        if !entry.isNameValid {
          .nameNotUTF8
        } else if displayed(entry.name) != entry.name {
          // Such a name would have to be told wherever the file is.
          .nameHidden
        } else if entry.kind == .folder {
          .folder
        } else {
          SubmissionFile.stem(of: entry.name).count < entry.name.utf8.count
            ? nil : foreignReason("\(inputs)/\(full)")
        }
      if let reason {
        folder.unread.append(UnreadEntry(path: displayed(full), reason: reason))
        return
      }
      folder.files.append(
        SubmissionFile(
          path: full, period: period, submitter: submitters.submitter(ofFileNamed: entry.name),
          isDue: true))
    }
    let root = "submissions"
    // Git keeps no empty folder: a workspace without submissions may lack it.
    guard exists("\(inputs)/\(root)") else { return folder }
    for entry in try entries(root, inputs: inputs) {
      let path = "\(root)/\(entry.name)"
      guard entry.kind == .folder else {
        // The submissions of a whole period must not be overlooked.
        if entry.kind == .link, Period(entry.name) != nil {
          throw .broken(
            BrokenInput(
              path,
              "thư mục của kỳ này là một liên kết, kheo không đi theo; hãy đặt thư mục thật vào đó",
              "the folder of this period is a link, which kheo does not follow; put the folder itself there"
            ))
        }
        take(entry, in: root, period: nil)
        continue
      }
      guard let period = Period(entry.name) else {
        throw .broken(
          BrokenInput(
            path,
            "thư mục này không mang tên một kỳ; hãy đổi thành năm (2023) hoặc quý (2024-Q3)",
            "this folder is not named after a period; rename it to a year (2023) or a quarter "
              + "(2024-Q3)"))
      }
      for inner in try entries(path, inputs: inputs) { take(inner, in: path, period: period) }
    }
    if folder.files.count > fileLimit {
      throw .broken(
        BrokenInput(
          root,
          "có \(folder.files.count) tệp nộp, quá giới hạn \(fileLimit) tệp; hãy chia bộ hồ sơ theo địa bàn, hoặc "
            + "chuyển các kỳ cũ sang bộ hồ sơ khác",
          "there are \(folder.files.count) submissions, beyond the limit of \(fileLimit); split the workspace by "
            + "area, or move old periods into another workspace"))
    }
    folder.files.sort(by: SubmissionFile.inCountingOrder)
    folder.unread.sort { bytesPrecede($0.path, $1.path) }
    return folder
  }

  /// A submission that is not due, as a release recorded its path; it need not be there.
  package static func notDueFile(
    at path: String, submitters: SubmitterTable
  ) -> SubmissionFile {
    let parts = path.split(separator: "/")
    return SubmissionFile(
      path: path, period: parts.dropLast().last.flatMap { Period(String($0)) },
      submitter: submitters.submitter(ofFileNamed: String(parts.last ?? "")), isDue: false)
  }

  private static func entries(
    _ path: String, inputs: String
  ) throws(LoadError) -> [FolderEntry] {
    do {
      return try folderEntries(at: "\(inputs)/\(path)")
        .filter {
          $0.name.utf8.first != UInt8(ascii: ".") && $0.name.utf8.first != UInt8(ascii: "~")
        }
    } catch {
      throw .file(error)
    }
  }

  /// Largest file that is read only to tell what it is.
  private static let foreignLimit = 1 << 26

  /// Why a file is not read that is no submission by its name, as far as it can be told.
  private static func foreignReason(_ path: String) -> UnreadEntry.Reason {
    guard var pieces = try? FilePieces(path), var bytes = try? pieces.next() else { return .notCSV }
    if FileContent.needsWhole(bytes), let whole = try? readFile(at: path, limit: foreignLimit) {
      bytes = whole
    }
    if case .foreign(let format) = FileContent(of: bytes) { return .foreign(format) }
    return .notCSV
  }
}
