package import Audit
import Domain
import Files
import Loaders
import SQLRecount
import Spreadsheet
import Writers

/// Rechecks an issued release: its seal, the ledger beside it, the inputs, and everything that it
/// tells, against a recount of the inputs as they are now.
package struct ReleaseAudit {
  private let folder: String
  private let options: RunOptions
  private let language: Language
  private let progress: Progress
  private var checks: [AuditCheck] = []

  /// Audits the release in `folder` with kheo of `version`; `options` name the inputs.
  ///
  /// Throws only when there is no such folder, or when its files cannot be looked at; what could not
  /// be recounted is said in the checks.
  package static func audit(
    _ folder: String, options: RunOptions, version: String, progress: @escaping Progress
  ) async throws(ReleaseError) -> AuditOutcome {
    let issued = Result { () throws(ReleaseError) in try IssuedRelease(folder) }
    let recorded = try? issued.get()
    let language = options.language ?? recorded?.language ?? .vietnamese
    var audit = ReleaseAudit(folder, options, language, progress)
    try audit.checkSeal(version: recorded?.provenance.version)
    switch issued {
    case .failure(let error):
      audit.checks.append(
        AuditCheck(.provenance, note: "", faults: [AuditFault(error.message(in: language))]))
      audit.skipRecount(
        language(
          "không biết tham số của báo cáo", "the arguments of the release are not known"))
    case .success(let release):
      await audit.recount(release)
    }
    audit.sort()
    if let recorded, recorded.provenance.version != version { audit.remark(on: recorded, version) }
    return AuditOutcome(
      release: audit.folder, language: language, cutoff: recorded?.cutoff,
      version: recorded?.provenance.version, checks: audit.checks)
  }

  private init(
    _ folder: String, _ options: RunOptions, _ language: Language, _ progress: @escaping Progress
  ) {
    self.folder = IssuedRelease.withoutSlashes(folder)
    self.options = options
    self.language = language
    self.progress = progress
  }

  /// Another version may lay the same figures out otherwise.
  private mutating func remark(on release: IssuedRelease, _ version: String) {
    guard let index = checks.firstIndex(where: { $0.id == .provenance }) else { return }
    checks[index].remarks.append(
      language(
        "do kheo \(release.provenance.version) phát hành, đang kiểm bằng kheo \(version): con số phải "
          + "bằng nhau, còn cách trình bày có thể khác",
        "issued by kheo \(release.provenance.version), audited by kheo \(version): figures must be "
          + "equal, while the layout may differ"))
  }

  private mutating func sort() {
    let order = AuditCheck.ID.allCases
    checks.sort {
      (order.firstIndex(of: $0.id) ?? 0) < (order.firstIndex(of: $1.id) ?? 0)
    }
  }

  // MARK: Seal and ledger

  private mutating func checkSeal(version: String?) throws(ReleaseError) {
    let manifest: ManifestCheck
    do throws(FileError) {
      guard exists(folder) else { throw .notFound(folder) }
      guard isFolder(folder) else { throw .notFolder(folder) }
      manifest = try Manifest.check(folder: folder, expected: ReleaseWriter.fileNames)
    } catch {
      throw .file(error)
    }
    guard ReleaseWriter.fileNames.contains(where: { !manifest.faults.contains(.missing($0)) })
    else { throw .notRelease(folder) }
    checks.append(
      AuditCheck(
        .manifest,
        note: language(
          "\(ReleaseWriter.fileNames.count - 1) tệp, đủ và đúng mã băm",
          "\(ReleaseWriter.fileNames.count - 1) files, complete and with the recorded hashes"),
        faults: manifest.faults.prefix(AuditFault.limit).map {
          AuditFault($0.message(in: language))
        }, faultCount: manifest.faults.count))
    checks.append(ledgerCheck(manifest.sha256, version: version))
  }

  private func ledgerCheck(_ manifest: String?, version: String?) -> AuditCheck {
    let home: ReleaseHome
    let ledger: Ledger?
    let folders: [String: String?]
    do {
      home = try ReleaseHome(of: folder)
      ledger = try home.ledger()
      folders = try home.releases()
    } catch {
      return AuditCheck(.ledger, note: "", faults: [AuditFault(error.message(in: language))])
    }
    guard let ledger else {
      return .notDone(
        .ledger,
        language(
          "không có ledger.csv cạnh báo cáo; chưa biết báo cáo có bị thay hay không",
          "there is no ledger.csv beside the release; it is not known whether it was replaced"))
    }
    let check = LedgerCheck(
      ledger, release: home.releaseName, manifest: manifest, version: version, folders: folders)
    let faults = check.remarks.filter(\.isFault)
    return AuditCheck(
      .ledger,
      note: language(
        "\(ledger.lines.count) lần phát hành, chuỗi liền",
        "\(ledger.lines.count) \(ledger.lines.count == 1 ? "issue" : "issues"), the chain is whole"),
      faults: faults.prefix(AuditFault.limit).map { AuditFault($0.message(in: language)) },
      faultCount: faults.count,
      remarks: check.remarks.filter { !$0.isFault }.map { $0.message(in: language) })
  }

  // MARK: Recount

  private mutating func skipRecount(_ why: String) {
    let done = Set(checks.map(\.id))
    for id in AuditCheck.ID.allCases where !done.contains(id) {
      checks.append(.notDone(id, why))
    }
  }

  private mutating func recount(_ release: IssuedRelease) async {
    do throws(RunError) {
      var recounting = release.recounting(options)
      recounting.keepsRecords = true
      let run = try await Pipeline.consolidate(
        try Workspace.opened(recounting), progress: progress)
      var report = run.report
      report.cutoffArgument = release.provenance.arguments.through.flatMap { Period($0) }
      checks.append(InputsAudit(options, language).check(release, run))
      let content = ReleaseContent(release, report, language: language)
      checks += try content.checks()
      checks.append(secondOpinion(run))
    } catch {
      if isFolder(options.inputs) {
        checks.append(InputsAudit(options, language).check(release.provenance))
      }
      skipRecount(
        language(
          "không tính lại được: \(error.message(in: language))",
          "could not be recounted: \(error.message(in: language))"))
    }
  }

  // MARK: Second opinion

  private func secondOpinion(_ run: ConsolidatedWorkspace) -> AuditCheck {
    let counted: SecondOpinion.Outcome
    do throws(SQLRecountError) {
      counted = try SQLOpinion.recount(run)
    } catch {
      return .notDone(
        .secondOpinion,
        language("SQLite báo lỗi: \(error.message)", "SQLite says: \(error.message)"))
    }
    let published = run.report.figures.published().filter { SQLOpinion.covers($0.id.text) }
    let differences = figureDifferences(
      expected: published.map { FigureValue(id: $0.id.text, value: $0.value) },
      found: counted.figures.filter { SQLOpinion.covers($0.id) }.map {
        FigureValue(id: $0.id, value: $0.value)
      })
    let disputes = counted.disputes.map { dispute in
      let place = Place(
        path: run.submissions[dispute.source].outcome.file.path, record: dispute.recordNumber)
      return AuditFault(
        language(
          "\(place.path), bản ghi \(dispute.recordNumber): kheo cho là \(dispute.stated), SQL cho là "
            + "\(dispute.recounted)",
          "\(place.path), record \(dispute.recordNumber): kheo says \(dispute.stated), SQL says "
            + "\(dispute.recounted)"), place: place.path)
    }
    let faults = differences.map { AuditFault($0.message(in: language), place: $0.id) } + disputes
    let recordCount = run.report.figures.recordTotals.total
    return AuditCheck(
      .secondOpinion,
      note: language(
        "\(published.count) con số, \(recordCount) bản ghi: SQLite đếm ra như kheo",
        "\(published.count) figures, \(recordCount) records: SQLite counts as kheo does"),
      faults: Array(faults.prefix(AuditFault.limit)),
      faultCount: differences.count + counted.disputeCount)
  }
}
