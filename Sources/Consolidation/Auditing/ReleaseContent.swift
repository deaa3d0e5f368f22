import Audit
import Domain
import Files
import Spreadsheet
import Writers

/// What a release tells, compared with what it should tell.
struct ReleaseContent {
  private let release: IssuedRelease
  /// As the inputs give it now.
  private let report: Report
  private let language: Language
  private let layout: Layout
  private let placement: Placement

  init(_ release: IssuedRelease, _ report: Report, language: Language) {
    self.release = release
    self.report = report
    self.language = language
    layout = LayoutBuilder.layout(of: report)
    placement = Placement(layout)
  }

  func checks() throws(RunError) -> [AuditCheck] {
    [figures(), workbook()] + (try texts())
  }

  // MARK: figures.csv

  private func figures() -> AuditCheck {
    let table: FigureTable
    do {
      table = FigureTable(
        try readFile(
          at: "\(release.folder)/\(FigureTable.fileName)", limit: FigureTable.sizeLimit))
    } catch {
      return missing(.figures, error)
    }
    let expected = report.figures.published().map { FigureValue(id: $0.id.text, value: $0.value) }
    let differences = table.compare(expected: expected)
    let faults =
      table.faults.map { AuditFault($0.message(in: language)) }
      + differences.map {
        AuditFault(
          $0.message(in: language), place: $0.id, shouldBe: $0.expected.map(String.init),
          found: $0.found.map(String.init))
      }
    return AuditCheck(
      .figures,
      note: language(
        "\(expected.count) con số bằng số tính lại", "\(expected.count) figures as recounted"),
      faults: Array(faults.prefix(AuditFault.limit)),
      faultCount: table.faultCount + differences.count)
  }

  // MARK: report.xlsx

  private func workbook() -> AuditCheck {
    let path = "\(release.folder)/\(ReleaseWriter.workbookName)"
    guard isRegularFile(path) else {
      return missing(
        .workbook,
        exists(path) ? FileError(path: path, reason: .notRegular) : .notFound(path))
    }
    let found: ReadWorkbook
    do {
      found = try WorkbookReader.read(path, limits: limits)
    } catch {
      return AuditCheck(
        .workbook, note: "", faults: [AuditFault(error.readingMessage(in: language))])
    }
    let differences = ReadBack.differences(placement, against: found, limit: AuditFault.limit)
    return AuditCheck(
      .workbook,
      note: language(
        "\(differences.cellCount) ô như tính lại", "\(differences.cellCount) cells as recounted"),
      faults: differences.first.map(fault), faultCount: differences.count)
  }

  /// Twice what the workbook should hold, and some: a file made to fill the memory is refused.
  private var limits: ArchiveLimits {
    var (cellCount, textSize) = (0, 0)
    for sheet in placement.sheets {
      placement.forEachCell(of: sheet) { cell in
        cellCount += 1
        if case .text(let text) = cell.value { textSize += text.utf8.count }
      }
    }
    var limits = ArchiveLimits.ofOurOwn
    limits.cellCount = 2 * cellCount + 100_000
    limits.textSize = 2 * textSize + (64 << 20)
    return limits
  }

  private func fault(_ difference: ReadBackFault) -> AuditFault {
    guard let cell = difference.cell else {
      if difference.meant.isEmpty {
        return AuditFault("report.xlsx: \(difference.found)", found: difference.found)
      }
      return AuditFault(
        language(
          "report.xlsx: các tờ phải là \(difference.meant), nhưng là \(difference.found)",
          "report.xlsx: its sheets should be \(difference.meant), but are \(difference.found)"),
        shouldBe: difference.meant, found: difference.found)
    }
    let figure =
      placement.figure(sheet: difference.sheet, cell: cell)
      .map { " (\($0.text))" } ?? ""
    let blank = language("trống", "blank")
    let meant = difference.meant.isEmpty ? blank : difference.meant
    let found = difference.found.isEmpty ? blank : difference.found
    return AuditFault(
      language(
        "report.xlsx: tờ “\(difference.sheet)”, ô \(cell)\(figure): phải là \(meant), nhưng là "
          + found,
        "report.xlsx: sheet “\(difference.sheet)”, cell \(cell)\(figure): should be \(meant), but is "
          + found),
      place: "\(ReleaseWriter.workbookName):\(difference.sheet)!\(cell)",
      shouldBe: difference.meant, found: difference.found)
  }

  // MARK: Texts

  /// The files that are compared line by line.
  private static let texts: [(file: String, check: AuditCheck.ID)] = [
    (SummaryWriter.fileName, .summary), (ReleaseTables.findingsName, .findings),
    (ReleaseTables.submissionsName, .submissions), (ReleaseTables.provenanceName, .provenance),
  ]

  /// Writes every text anew, into a comparison with the one that is there.
  private func texts() throws(RunError) -> [AuditCheck] {
    let comparisons = TextComparisons(
      Dictionary(
        ReleaseContent.texts.map { ($0.file, "\(release.folder)/\($0.file)") },
        uniquingKeysWith: { first, _ in first }))
    do {
      _ = try ReleaseWriter.writeTexts(
        report, layout, version: release.provenance.version, comparisons.expect)
    } catch {
      throw .write(error, release: release.folder)
    }
    return ReleaseContent.texts.map { file, check in
      do throws(FileError) {
        let differences = try comparisons.finish(file)
        return AuditCheck(
          check, note: language("\(file) đúng từng dòng", "\(file) is right, line by line"),
          faults: differences.messages(in: language).map { AuditFault($0, place: file) },
          faultCount: differences.count)
      } catch {
        return missing(check, error)
      }
    }
  }

  private func missing(_ check: AuditCheck.ID, _ error: FileError) -> AuditCheck {
    AuditCheck(check, note: "", faults: [AuditFault(error.message(in: language))])
  }
}
