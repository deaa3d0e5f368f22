import Audit
import Consolidation
import Domain
import Files
import Foundation
import Spreadsheet
import TestSupport
import Testing
import Writers

/// A workspace with a release of it, to be tampered with.
final class IssuedWorkspace: Sendable {
  let inputs: TemporaryFolder
  let output: TemporaryFolder
  let report: Report

  init(seed: UInt64 = 12) async throws {
    inputs = try TemporaryFolder()
    output = try TemporaryFolder()
    var generator = WorldGenerator(seed: seed)
    try generator.world().write(to: inputs)
    report = try await ConsolidationTests.report(on: inputs.path, language: .english)
    try publish(report, in: output.path)
  }

  var name: String { report.cutoff.description }
  var release: String { "\(output.path)/\(name)" }

  func audit(_ release: String? = nil, language: Language? = nil) async throws -> AuditOutcome {
    try await ReleaseAudit.audit(
      release ?? self.release,
      options: RunOptions(
        inputs: inputs.path, through: nil, language: language, threads: 2, listsModels: true),
      version: "1.0.0"
    ) { _, _ in }
  }

  /// The messages of the checks that failed, by check.
  func failures() async throws -> [AuditCheck.ID: [String]] {
    let failed = try await audit().checks.filter { $0.state == .failed }
    return Dictionary(
      failed.map { ($0.id, $0.faults.map(\.message)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Makes the manifest fit again.
  func sealAgain() throws {
    let names = try folderEntries(at: release).map(\.name).filter { $0 != Manifest.fileName }
    let lines = try names.map {
      "\(FileDigest.hexadecimal(of: try bytes(of: "\(release)/\($0)")))  \($0)\n"
    }
    try output.write(lines.joined(), to: "\(name)/\(Manifest.fileName)")
  }

  func replaceText(_ old: String, with new: String, in file: String) throws {
    let text = String(decoding: try bytes(of: "\(release)/\(file)"), as: UTF8.self)
    try #require(text.contains(old))
    try output.write(text.replacingOccurrences(of: old, with: new), to: "\(name)/\(file)")
  }
}

struct ReleaseAuditTests {
  @Test(arguments: [12, 31, 77] as [UInt64])
  func `a release that nobody touched passes every check`(_ seed: UInt64) async throws {
    let outcome = try await IssuedWorkspace(seed: seed).audit()
    #expect(outcome.checks.map(\.id) == AuditCheck.ID.allCases)
    #expect(outcome.checks.filter { $0.state != .passed } == [])
    #expect(outcome.isComplete && !outcome.hasDifferences)
  }

  @Test func `every byte of a small release is noticed when it changes`() async throws {
    let issued = try await IssuedWorkspace()
    for name in ReleaseWriter.fileNames.sorted() {
      let path = "\(issued.release)/\(name)"
      let whole = try bytes(of: path)
      let handle = try FileHandle(forWritingTo: URL(filePath: path))
      for offset in whole.indices {
        try handle.seek(toOffset: UInt64(offset))
        try handle.write(contentsOf: [whole[offset] ^ UInt8(1 << (offset % 8))])
        let check = try Manifest.check(folder: issued.release, expected: ReleaseWriter.fileNames)
        #expect(!check.faults.isEmpty, "\(name), byte \(offset)")
        if offset % 1999 == 0 { #expect(try await issued.audit().hasDifferences) }
        try handle.seek(toOffset: UInt64(offset))
        try handle.write(contentsOf: [whole[offset]])
      }
      try handle.close()
    }
    #expect(try await !issued.audit().hasDifferences)
  }

  @Test func `a thousand random bytes of the sample's release are noticed`() async throws {
    let output = try TemporaryFolder()
    let report = try await report(on: SampleWorkspaceTests.inputs)
    try publish(report, in: output.path)
    let release = "\(output.path)/\(report.cutoff)"
    var numbers = SeededNumbers(seed: 2024)
    for _ in 0..<1000 {
      let path = "\(release)/\(numbers.element(of: ReleaseWriter.fileNames.sorted()))"
      let whole = try bytes(of: path)
      let offset = numbers.below(whole.count)
      let handle = try FileHandle(forWritingTo: URL(filePath: path))
      try handle.seek(toOffset: UInt64(offset))
      try handle.write(contentsOf: [whole[offset] ^ UInt8(1 + numbers.below(255))])
      let check = try Manifest.check(folder: release, expected: ReleaseWriter.fileNames)
      #expect(!check.faults.isEmpty, "\(path), byte \(offset)")
      try handle.seek(toOffset: UInt64(offset))
      try handle.write(contentsOf: [whole[offset]])
      try handle.close()
    }
    let clean = try Manifest.check(folder: release, expected: ReleaseWriter.fileNames)
    #expect(clean.faults == [])
  }

  // MARK: Tampered, and sealed again

  @Test func `a changed cell is named, also when the manifest was made to fit`() async throws {
    let issued = try await IssuedWorkspace()
    var forged = issued.report
    forged.figures.addRegistered(5, ward: 0, field: 1, year: 2021, quarter: 0)
    let layout = LayoutBuilder.layout(of: forged)
    try WorkbookWriter.write(
      layout, placement: Placement(layout), to: "\(issued.release)/report.xlsx")
    try issued.sealAgain()
    let outcome = try await issued.audit()
    let workbook = try #require(outcome.checks.first { $0.id == .workbook })
    #expect(workbook.state == .failed)
    let cell = try #require(workbook.faults.first { $0.place == "report.xlsx:By field!C6" })
    let (meant, found) = (
      issued.report.figures.registered(field: 1), forged.figures.registered(field: 1)
    )
    #expect(cell.shouldBe == "\(meant)")
    #expect(cell.found == "\(found)")
    #expect(
      cell.message
        == "report.xlsx: sheet “By field”, cell C6 (registered.field=VHXH): should be \(meant), but "
        + "is \(found)")
    let failed = outcome.checks.filter { $0.state == .failed }.map(\.id)
    #expect(failed == [.ledger, .workbook])
  }

  @Test func `a changed figure is told with both values`() async throws {
    let issued = try await IssuedWorkspace()
    let value = try #require(issued.report.published["registered"])
    try issued.replaceText("\nregistered,\(value)\n", with: "\nregistered,999\n", in: "figures.csv")
    try issued.sealAgain()
    let failures = try await issued.failures()
    #expect(failures.keys.sorted { $0.rawValue < $1.rawValue } == [.figures, .ledger])
    #expect(failures[.figures]?.count == 1)
    #expect(failures[.figures]?.first?.contains("999") == true)
    #expect(failures[.figures]?.first?.contains("\(value)") == true)
  }

  @Test(arguments: [
    ("summary.txt", AuditCheck.ID.summary), ("findings.csv", .findings),
    ("submissions.csv", .submissions),
  ])
  func `a changed text is told with its line`(_ file: String, _ check: AuditCheck.ID) async throws {
    let issued = try await IssuedWorkspace()
    var whole = try bytes(of: "\(issued.release)/\(file)")
    let line = whole[..<(whole.count / 2)].count { $0 == 0x0A } + 1
    whole[whole.count / 2] ^= 1
    try issued.output.write(whole, to: "\(issued.name)/\(file)")
    try issued.sealAgain()
    let failures = try await issued.failures()
    #expect(Set(failures.keys) == [.ledger, check])
    #expect(failures[check]?.first?.hasPrefix("\(file):\(line): ") == true)
  }

  @Test func `a version that the ledger does not know is noticed`() async throws {
    let issued = try await IssuedWorkspace()
    try issued.replaceText("\"1.0.0\"", with: "\"1.0.1\"", in: "provenance.json")
    try issued.sealAgain()
    #expect(try await Set(issued.failures().keys) == [.ledger])
    #expect(
      try await issued.audit().checks.first { $0.id == .provenance }?.remarks == [
        "issued by kheo 1.0.1, audited by kheo 1.0.0: figures must be equal, while the layout may "
          + "differ"
      ])
  }

  // MARK: Inputs

  @Test func `changed, new and missing inputs are told, and the figures that follow`() async throws
  {
    let issued = try await IssuedWorkspace()
    let due = issued.report.submissions.filter(\.file.isDue).map(\.file.path)
    try issued.inputs.write("x", to: due[0])
    try issued.inputs.remove(due[1])
    try issued.inputs.write(
      "Tên mô hình,Lĩnh vực,Năm\nA,KT,2020\n", to: "submissions/2020/an-sinh-them.csv")
    let failures = try await issued.failures()
    let inputs = try #require(failures[.inputs])
    #expect(inputs.contains { $0.hasPrefix("\(due[0]): changed since the release") })
    #expect(inputs.contains { $0.hasPrefix("\(due[1]): was there at the release and is gone") })
    #expect(inputs.contains { $0.hasPrefix("submissions/2020/an-sinh-them.csv: was not there") })
    #expect(inputs.count == 3)
    #expect(failures[.figures] != nil)
    #expect(failures[.manifest] == nil)
  }

  @Test func `files of later periods do not matter`() async throws {
    let issued = try await IssuedWorkspace()
    try issued.inputs.write(
      "Tên mô hình,Lĩnh vực,Năm\nA,KT,2020\n", to: "submissions/2031-Q2/an-luu.csv")
    let outcome = try await issued.audit()
    #expect(outcome.checks.filter { $0.state != .passed } == [])
    #expect(
      outcome.checks.first { $0.id == .inputs }?.remarks == [
        "submissions/2031-Q2/an-luu.csv: new since the release, of a period after its cut-off, so "
          + "it does not matter"
      ])
  }

  @Test func `inputs of which no run can be made are told all the same`() async throws {
    let issued = try await IssuedWorkspace()
    try issued.inputs.remove("kheo.yml")
    let due = issued.report.submissions.filter(\.file.isDue).map(\.file.path)
    try issued.inputs.write("x", to: due[0])
    let outcome = try await issued.audit(language: .english)
    #expect(outcome.checks.filter { $0.state == .passed }.map(\.id) == [.manifest, .ledger])
    #expect(
      outcome.checks.first { $0.id == .inputs }?.faults.map(\.message) == [
        "kheo.yml: was there at the release and is gone; restore it from a backup to recount",
        "\(due[0]): changed since the release; put the file of that time back to recount",
      ])
    #expect(
      outcome.checks.last?.note
        == "could not be recounted: \(issued.inputs.path)/kheo.yml: not found; check the path or "
        + "--inputs")
    #expect(!outcome.isComplete)
  }

  @Test func `a file that is not read is an input, too`() async throws {
    let issued = try await IssuedWorkspace()
    try issued.inputs.write("x", to: "submissions/2020/ghi-chu.xlsx")
    #expect(
      try await issued.failures()[.inputs] == [
        "submissions/2020/ghi-chu.xlsx: was not there at the release; move it away to recount"
      ])
  }

  @Test func `what stands beside a release does not stop its audit`() async throws {
    let issued = try await IssuedWorkspace()
    try makeFolder(at: "\(issued.output.path)/2019-Q1")
    try FileManager.default.createSymbolicLink(
      atPath: "\(issued.output.path)/2019-Q1/\(Manifest.fileName)", withDestinationPath: "/dev/zero"
    )
    #expect(
      try await issued.failures() == [
        .ledger: [
          "2019-Q1: the ledger does not know this release; kheo did not issue it here, or its line "
            + "was removed"
        ]
      ])
    try issued.output.remove("ledger.csv")
    try makeFolder(at: "\(issued.output.path)/ledger.csv")
    #expect(try await Set(issued.failures().keys) == [.ledger])
  }

  @Test func `a folder of something else is no release`() async throws {
    let issued = try await IssuedWorkspace()
    let error = await #expect(throws: ReleaseError.self) {
      try await issued.audit(issued.inputs.path)
    }
    #expect(
      error?.message(in: .english)
        == "\(issued.inputs.path): this is not the folder of a release; name one such as "
        + "reports/2024-Q3")
  }

  @Test func `arguments that contradict the cut-off are noticed`() async throws {
    let issued = try await IssuedWorkspace()
    try issued.replaceText(
      "\"arguments\" : {", with: "\"arguments\" : { \"through\" : \"2011\",", in: "provenance.json")
    try issued.sealAgain()
    let outcome = try await issued.audit(language: .english)
    #expect(outcome.checks.first { $0.id == .provenance }?.state == .failed)
  }

  // MARK: Manifest and provenance

  @Test func `a missing manifest, and half of one, are reported as such`() async throws {
    let issued = try await IssuedWorkspace()
    let whole = try bytes(of: "\(issued.release)/\(Manifest.fileName)")
    try issued.output.write(
      whole.prefix(whole.count / 2), to: "\(issued.name)/\(Manifest.fileName)")
    let half = try #require(try await issued.failures()[.manifest])
    #expect(half.contains { $0.hasPrefix("summary.txt: ") })
    #expect(half.contains { $0.hasPrefix("manifest-sha256.txt: ") })
    try issued.output.remove("\(issued.name)/\(Manifest.fileName)")
    let missing = try #require(try await issued.failures()[.manifest])
    #expect(missing.first?.hasPrefix("manifest-sha256.txt") == true)
  }

  @Test(arguments: ["", "{", "[]", "{\"schema\": 2}", "\u{FEFF}{}"])
  func `a damaged provenance is a difference, and nothing is recounted`(_ text: String) async throws
  {
    let issued = try await IssuedWorkspace()
    try issued.output.write(text, to: "\(issued.name)/provenance.json")
    try issued.sealAgain()
    let outcome = try await issued.audit(language: .english)
    #expect(outcome.checks.first { $0.id == .provenance }?.state == .failed)
    #expect(outcome.checks.first { $0.id == .figures }?.state == .notDone)
    #expect(outcome.hasDifferences)
  }

  @Test func `a folder that is not there cannot be audited`() async throws {
    let issued = try await IssuedWorkspace()
    await #expect(throws: ReleaseError.self) { try await issued.audit("\(issued.release)x") }
    await #expect(throws: ReleaseError.self) {
      try await issued.audit("\(issued.release)/summary.txt")
    }
  }

  @Test func `a release far from its ledger passes, and says what was not checked`() async throws {
    let issued = try await IssuedWorkspace()
    try issued.output.remove("ledger.csv")
    let outcome = try await issued.audit("\(issued.release)//")
    #expect(outcome.isComplete && !outcome.hasDifferences)
    #expect(outcome.checks.filter { $0.state == .notDone }.map(\.id) == [.ledger])
    #expect(outcome.release == issued.release)
  }
}
