import Audit
import Consolidation
import Domain
import Files
import TestSupport
import Testing

/// A release is entered in the ledger, left alone when nothing changed, and replaced only on demand.
struct IssuanceTests {
  private func ledger(_ issued: IssuedWorkspace) throws -> Ledger {
    Ledger.parse(try bytes(of: "\(issued.output.path)/ledger.csv"))
  }

  private func manifest(_ issued: IssuedWorkspace) throws -> String {
    FileDigest.hexadecimal(of: try bytes(of: "\(issued.release)/\(Manifest.fileName)"))
  }

  /// The same report, but for one figure.
  private func changed(_ report: Report) -> Report {
    var report = report
    report.figures.addRegistered(1, ward: 0, field: 0, year: 2020, quarter: 1)
    return report
  }

  @Test func `the first line of a ledger is chained to its header`() async throws {
    let issued = try await IssuedWorkspace()
    let text = String(decoding: try bytes(of: "\(issued.output.path)/ledger.csv"), as: UTF8.self)
    let header = "cutoff,manifest,version,previous"
    let previous = FileDigest.hexadecimal(of: Array(header.utf8))
    #expect(
      text == "\(header)\n\(issued.name),\(try manifest(issued)),1.0.0,\(previous)\n")
  }

  @Test func `a release that would be the same stays as it is, and the ledger, too`() async throws {
    let issued = try await IssuedWorkspace()
    let before = try contents(of: issued.output.path)
    #expect(try publish(issued.report, in: issued.output.path).outcome == .unchanged)
    #expect(
      try publish(issued.report, in: issued.output.path, replaces: true).outcome == .unchanged)
    #expect(try contents(of: issued.output.path) == before)
  }

  @Test func `a release that would be another is not replaced unless that is asked for`()
    async throws
  {
    let issued = try await IssuedWorkspace()
    let before = try contents(of: issued.output.path)
    let error = #expect(throws: RunError.self) {
      try publish(changed(issued.report), in: issued.output.path)
    }
    #expect(
      error?.message(in: .vietnamese)
        == "\(issued.release): ở đây đã có báo cáo, và báo cáo lập lúc này sẽ khác (đầu vào, tham số "
        + "hoặc phiên bản kheo đã đổi); không ghi gì. Hãy lập vào thư mục khác (--output) rồi so bằng "
        + "kheo diff, hoặc thay bằng --force")
    #expect(
      error?.message(in: .english)
        == "\(issued.release): there is a release here, and the one made now would be another "
        + "(inputs, arguments or the version of kheo have changed); nothing was written. Issue it "
        + "into another folder (--output) and compare with kheo diff, or replace it with --force")
    #expect(try contents(of: issued.output.path) == before)
  }

  @Test func `the ledger keeps the lines of the replaced release and of its successor`()
    async throws
  {
    let issued = try await IssuedWorkspace()
    let first = try manifest(issued)
    let outcome = try publish(changed(issued.report), in: issued.output.path, replaces: true)
    #expect(outcome.outcome == .replaced)
    let lines = try ledger(issued)
    #expect(lines.faults == [])
    #expect(lines.lines.map(\.manifest) == [first, try manifest(issued)])
    let check = try await issued.audit().checks.first { $0.id == .ledger }
    #expect(check?.state == .passed)
    #expect(check?.remarks.count == 1)
  }

  @Test func `what is missing of a release is put back, and the ledger needs no line for it`()
    async throws
  {
    let issued = try await IssuedWorkspace()
    let before = try contents(of: issued.output.path)
    try issued.output.remove("\(issued.name)/summary.txt")
    #expect(try publish(issued.report, in: issued.output.path).outcome == .restored)
    #expect(try contents(of: issued.output.path) == before)
    try issued.output.remove(issued.name)
    #expect(try publish(issued.report, in: issued.output.path).outcome == .restored)
    #expect(try contents(of: issued.output.path) == before)
  }

  @Test func `a file that was edited is not lost unless that is asked for`() async throws {
    let issued = try await IssuedWorkspace()
    let before = try contents(of: issued.output.path)
    try issued.output.write("edited", to: "\(issued.name)/report.xlsx")
    let edited = try contents(of: issued.output.path)
    let error = #expect(throws: RunError.self) {
      try publish(issued.report, in: issued.output.path)
    }
    #expect(
      error?.message(in: .english)
        == "\(issued.release): files were changed since it was issued: report.xlsx; nothing was "
        + "written. Put the changed files aside if they are needed, see kheo audit, then replace it "
        + "with --force")
    #expect(try contents(of: issued.output.path) == edited)
    #expect(try publish(issued.report, in: issued.output.path, replaces: true).outcome == .replaced)
    #expect(try contents(of: issued.output.path) == before)
  }

  @Test func `files that are not of a release are never removed with it`() async throws {
    let issued = try await IssuedWorkspace()
    try issued.output.write("important", to: "\(issued.name)/công văn.docx")
    let before = try contents(of: issued.output.path)
    #expect(try publish(issued.report, in: issued.output.path).outcome == .unchanged)
    let error = #expect(throws: RunError.self) {
      try publish(changed(issued.report), in: issued.output.path, replaces: true)
    }
    #expect(
      error?.message(in: .vietnamese)
        == "\(issued.release): trong thư mục báo cáo có tệp không phải của báo cáo: công văn.docx; "
        + "không ghi gì, để khỏi làm mất. Hãy chuyển chúng đi chỗ khác (đóng sổ tính nếu đang mở) "
        + "rồi chạy lại")
    #expect(try contents(of: issued.output.path) == before)
  }

  @Test func `an earlier issue that was put back does not become the latest in silence`()
    async throws
  {
    let issued = try await IssuedWorkspace()
    let first = try contents(of: issued.release)
    try publish(changed(issued.report), in: issued.output.path, replaces: true)
    for (name, bytes) in first { try issued.output.write(bytes, to: "\(issued.name)/\(name)") }
    #expect(throws: RunError.self) { try publish(issued.report, in: issued.output.path) }
    #expect(try ledger(issued).lines.count == 2)
    #expect(try publish(issued.report, in: issued.output.path, replaces: true).outcome == .entered)
    #expect(try ledger(issued).lines.count == 3)
  }

  @Test func `a release that was removed is not replaced by another in silence`() async throws {
    let issued = try await IssuedWorkspace()
    try issued.output.remove(issued.name)
    #expect(throws: RunError.self) {
      try publish(changed(issued.report), in: issued.output.path)
    }
    let other = try await report(
      on: issued.inputs.path, through: Period(year: 2020), language: .english)
    try publish(other, in: issued.output.path)
    let outcome = try await issued.audit("\(issued.output.path)/2020-Q4")
    #expect(
      outcome.checks.first { $0.id == .ledger }?.faults.map(\.message) == [
        "\(issued.name): was issued (ledger, line 2) and is gone; restore it from a backup"
      ])
  }

  @Test func `a release that a killed run left without its line is entered by the next`()
    async throws
  {
    let issued = try await IssuedWorkspace()
    try issued.output.remove("ledger.csv")
    #expect(try publish(issued.report, in: issued.output.path).outcome == .entered)
    #expect(try ledger(issued).lines.map(\.manifest) == [try manifest(issued)])
  }

  @Test func `a ledger that was tampered with is told, and goes on as it stands`() async throws {
    let issued = try await IssuedWorkspace()
    try publish(changed(issued.report), in: issued.output.path, replaces: true)
    let text = String(decoding: try bytes(of: "\(issued.output.path)/ledger.csv"), as: UTF8.self)
    let lines = text.split(separator: "\n").map { "\($0)\n" }
    try issued.output.write(lines[0] + lines[2], to: "ledger.csv")
    let issuance = try publish(issued.report, in: issued.output.path, replaces: true)
    #expect(issuance.ledgerFaults == [.brokenChain(2)])
    #expect(try ledger(issued).faults == [.brokenChain(2)])
    #expect(try ledger(issued).lines.count == 2)
    #expect(try await issued.failures()[.ledger] != nil)
  }
}
