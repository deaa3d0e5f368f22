package import Domain

/// A reports folder beside its ledger: which releases are the ones that were issued last, which were
/// replaced, which are gone.
package struct LedgerCheck: Sendable, Equatable {
  /// The ledger itself first, then the audited release, then the others by name.
  package private(set) var remarks: [LedgerRemark]

  /// Judges the audited `release` (`2024-Q3`, the hash of its manifest if it has one, and the
  /// version of kheo that it records if it can be read), and `folders`: every release folder of the reports folder with the hash of its manifest.
  ///
  /// O(n log n) in lines and folders.
  package init(
    _ ledger: Ledger, release: String, manifest: String?, version: String? = nil,
    folders: [String: String?]
  ) {
    var issues: [String: [LedgerLine]] = [:]
    for line in ledger.lines { issues[line.cutoff.description, default: []].append(line) }
    remarks = ledger.faults.map { .ledger($0) }
    remarks += LedgerCheck.judge(release, manifest, issues[release] ?? [])
    if let version, let latest = issues[release]?.last, latest.manifest == manifest,
      latest.version != version
    {
      remarks.append(.otherVersion(release, latest, found: version))
    }
    for name in Set(folders.keys).union(issues.keys).sorted(by: bytesPrecede)
    where !isSame(name, release) {
      let lines = issues[name] ?? []
      if let hash = folders[name] {
        remarks += LedgerCheck.judge(name, hash, lines).filter(\.isFault)
      } else if let last = lines.last {
        remarks.append(.gone(name, line: last.lineNumber))
      }
    }
  }

  /// What is to be said of one release that is there.
  private static func judge(
    _ release: String, _ manifest: String?, _ issues: [LedgerLine]
  ) -> [LedgerRemark] {
    guard let latest = issues.last else { return [.notIssued(release)] }
    var remarks: [LedgerRemark] = []
    if let manifest {
      if manifest != latest.manifest {
        let earlier = issues.last { $0.manifest == manifest }
        remarks.append(
          earlier.map {
            .putBack(release, line: $0.lineNumber, latest: latest.lineNumber)
          } ?? .differs(release, latest, found: manifest))
      }
    } else {
      remarks.append(.noManifest(release, latest))
    }
    if issues.count > 1 {
      remarks.append(.replaced(release, times: issues.count - 1, lines: issues.map(\.lineNumber)))
    }
    return remarks
  }
}

/// Something that a ledger tells of itself or of a release.
package enum LedgerRemark: Sendable, Equatable {
  case ledger(LedgerFault)
  /// A release folder of which the ledger does not know.
  case notIssued(String)
  /// Its manifest is none that was ever issued for it.
  case differs(String, LedgerLine, found: String)
  /// Its manifest is that of an earlier line: an issue that was replaced has been put back.
  case putBack(String, line: Int, latest: Int)
  case noManifest(String, LedgerLine)
  /// The same manifest, of a release that names another version of kheo: the line was changed.
  case otherVersion(String, LedgerLine, found: String)
  /// It was issued again over itself, with `--force`: this is no fault.
  case replaced(String, times: Int, lines: [Int])
  /// The ledger names a release that is not there; the number of its last line.
  case gone(String, line: Int)

  package var isFault: Bool {
    if case .replaced = self { false } else { true }
  }

  /// Where, what, and what to do.
  package func message(in language: Language) -> String {
    switch self {
    case .ledger(let fault): fault.message(in: language)
    case .notIssued(let name):
      language(
        "\(excerpt(name)): sổ phát hành không có báo cáo này; báo cáo không do kheo phát hành ở "
          + "đây, hoặc dòng của nó đã bị xóa",
        "\(excerpt(name)): the ledger does not know this release; kheo did not issue it here, or "
          + "its line was removed")
    case .differs(let name, let latest, let found):
      language(
        "\(excerpt(name)): báo cáo đã bị thay hoặc sửa ngoài kheo: sổ phát hành, dòng "
          + "\(latest.lineNumber), ghi bảng niêm phong \(latest.manifest), nay là \(found)",
        "\(excerpt(name)): the release was replaced or changed without kheo: line "
          + "\(latest.lineNumber) of the ledger records the manifest \(latest.manifest), now it is "
          + found)
    case .putBack(let name, let line, let latest):
      language(
        "\(excerpt(name)): đây là bản cũ ghi ở dòng \(line) của sổ phát hành, đã được thay bằng "
          + "bản ở dòng \(latest); hãy lấy lại bản mới nhất",
        "\(excerpt(name)): this is the old issue of line \(line) of the ledger, which that of line "
          + "\(latest) replaced; fetch the latest")
    case .noManifest(let name, let latest):
      language(
        "\(excerpt(name)): không có bảng niêm phong, mà sổ phát hành ghi ở dòng "
          + "\(latest.lineNumber); hãy lấy lại bản gốc",
        "\(excerpt(name)): has no manifest, while line \(latest.lineNumber) of the ledger records "
          + "one; fetch the original")
    case .otherVersion(let name, let latest, let found):
      language(
        "\(excerpt(name)): sổ phát hành, dòng \(latest.lineNumber), ghi kheo \(latest.version), "
          + "provenance.json ghi \(excerpt(found)); dòng này đã bị sửa",
        "\(excerpt(name)): line \(latest.lineNumber) of the ledger records kheo \(latest.version), "
          + "provenance.json \(excerpt(found)); that line was changed")
    case .replaced(let name, let times, let lines):
      language(
        "\(excerpt(name)): đã được phát hành lại \(times) lần bằng --force (sổ phát hành, dòng "
          + "\(list(lines)))",
        "\(excerpt(name)): issued again \(times == 1 ? "once" : "\(times) times") with --force "
          + "(ledger, lines \(list(lines)))")
    case .gone(let name, let line):
      language(
        "\(excerpt(name)): đã phát hành (sổ phát hành, dòng \(line)) nhưng nay không còn; "
          + "hãy lấy lại từ bản sao lưu",
        "\(excerpt(name)): was issued (ledger, line \(line)) and is gone; restore it from a backup")
    }
  }

  private func list(_ lines: [Int]) -> String {
    lines.map(String.init).joined(separator: ", ")
  }
}
