import Audit
import Files
import Writers

/// What stands in the place of a release that is to be issued, and what is to be done about it.
struct Standing {
  private enum Place: Equatable {
    case nothing
    /// The same release, whole.
    case same
    /// The same release, of which files are missing.
    case incomplete
    /// The same release, of which these files were changed.
    case edited([String])
    /// Another release, or something that kheo never issued.
    case other
  }

  private let place: Place
  private let staged: String
  /// The manifests of all issues of this cut-off, as the ledger has them.
  private let issues: [String]

  /// Looks at `folder`, where the release whose manifest has the hash `staged` is to stand.
  ///
  /// Throws when there is something in it that is not of a release: it would be lost.
  init(of folder: String, staged: String, issues: [String]) throws(RunError) {
    self.staged = staged
    self.issues = issues
    guard exists(folder) else {
      place = issues.isEmpty ? .nothing : issues.last == staged ? .incomplete : .other
      return
    }
    guard isOwnFolder(folder) else { throw .file(.notFolder(folder)) }
    let check = try filing { () throws(FileError) in
      try Manifest.check(folder: folder, expected: ReleaseWriter.fileNames)
    }
    place = Standing.place(check, staged: staged, isLatest: issues.last == staged)
    let foreign = check.faults.compactMap { fault in
      if case .extra(let name, _) = fault { name } else { nil }
    }
    if place != .same, !foreign.isEmpty { throw .foreignFiles(folder, foreign) }
  }

  private static func place(_ check: ManifestCheck, staged: String, isLatest: Bool) -> Place {
    if check.sha256 != nil, check.sha256 != staged { return .other }
    var edited: [String] = []
    var isMissing = false
    for fault in check.faults {
      switch fault {
      case .missing: isMissing = true
      case .extra: break
      case .differs(let name, _, _), .notRegular(let name): edited.append(name)
      default: return .other
      }
    }
    if check.sha256 == nil {
      // Without the manifest nothing tells whether the other files are as they were.
      let isEmpty = ReleaseWriter.fileNames.allSatisfy { check.faults.contains(.missing($0)) }
      return isEmpty && isLatest ? .incomplete : .other
    }
    if !edited.isEmpty { return .edited(edited.sorted()) }
    return isMissing ? .incomplete : .same
  }

  /// Why the release may not be issued unless that is asked for; nothing when it may.
  func refusal(of folder: String) -> RunError? {
    switch place {
    case .other: return .alreadyIssued(folder)
    case .edited(let names): return .edited(folder, names)
    case .nothing, .same, .incomplete:
      // An earlier issue that stands here again may not become the latest in silence.
      return issues.last != staged && issues.contains(staged) ? .alreadyIssued(folder) : nil
    }
  }

  var needsLine: Bool { issues.last != staged }

  var needsFiles: Bool { place != .same }

  var outcome: Issuance.Outcome {
    switch place {
    case .nothing: .issued
    case .same: needsLine ? .entered : .unchanged
    case .incomplete: .restored
    case .edited, .other: .replaced
    }
  }
}
