import Domain
import Testing

@testable import Audit

struct LedgerCheckTests {
  private let ledger = Ledger.parse(SampleLedger.bytes)

  private func check(
    _ release: String, _ change: (inout [String: String?]) -> Void = { _ in }
  ) -> [LedgerRemark] {
    var folders = SampleLedger.folders
    change(&folders)
    let manifest = folders[release] ?? nil
    return LedgerCheck(ledger, release: release, manifest: manifest, folders: folders).remarks
  }

  private func latest(_ year: Int, _ number: Int) throws -> LedgerLine {
    try #require(ledger.latest(of: Quarter(year: year, number: number)))
  }

  @Test func `releases as they were issued last pass without a word`() {
    #expect(check("2024-Q3") == [])
  }

  @Test func `that a release was issued again is said, and no fault`() {
    #expect(check("2024-Q1") == [.replaced("2024-Q1", times: 1, lines: [3, 5])])
    #expect(
      LedgerCheck(
        ledger, release: "2024-Q1", manifest: hash("4"), folders: SampleLedger.folders
      ).isPassed)
  }

  @Test func `a release that was replaced without kheo is a fault, audited or not`() throws {
    let fault = LedgerRemark.differs("2024-Q2", try latest(2024, 2), found: hash("9"))
    #expect(check("2024-Q2") { $0["2024-Q2"] = hash("9") } == [fault])
    #expect(check("2024-Q3") { $0["2024-Q2"] = hash("9") } == [fault])
  }

  @Test func `an old issue that was put back is recognised`() {
    #expect(
      check("2024-Q1") { $0["2024-Q1"] = hash("2") } == [
        .putBack("2024-Q1", line: 3, latest: 5), .replaced("2024-Q1", times: 1, lines: [3, 5]),
      ])
    #expect(
      check("2024-Q3") { $0["2024-Q1"] = hash("2") } == [.putBack("2024-Q1", line: 3, latest: 5)])
  }

  @Test func `releases that are gone, unknown, or without manifest are faults`() throws {
    let withoutManifest = try latest(2024, 2)
    #expect(
      check("2024-Q3") {
        $0["2023-Q4"] = nil as String??
        $0["2022-Q1"] = hash("7")
        $0["2024-Q2"] = .some(nil)
      } == [
        .notIssued("2022-Q1"), .gone("2023-Q4", line: 2),
        .noManifest("2024-Q2", withoutManifest),
      ])
    #expect(check("2025-Q1") { $0["2025-Q1"] = hash("8") } == [.notIssued("2025-Q1")])
  }

  @Test func `what is wrong with the ledger itself comes first`() {
    let remarks = LedgerCheck(
      Ledger.parse([]), release: "2024-Q3", manifest: hash("5"), folders: [:]
    ).remarks
    #expect(remarks == [.ledger(.empty), .notIssued("2024-Q3")])
  }

  /// Taking a release and its last line away together leaves no trace here; a copy of the ledger
  /// kept elsewhere shows it.
  @Test func `a last line that is removed together with its release is not noticed`() {
    let lines = SampleLedger.bytes.split(separator: 0x0A).dropLast()
    var folders = SampleLedger.folders
    folders["2024-Q3"] = nil as String??
    let check = LedgerCheck(
      Ledger.parse(lines.flatMap { $0 + [0x0A] }), release: "2024-Q2", manifest: hash("3"),
      folders: folders)
    #expect(check.isPassed)
  }

  @Test func `each remark says where, what, and what to do`() throws {
    let line = try latest(2024, 2)
    let cases: [(LedgerRemark, String, String)] = [
      (
        .ledger(.empty),
        "ledger.csv: sổ phát hành bị thiếu hoặc trống; hãy lấy lại từ bản sao lưu",
        "ledger.csv: the ledger is missing or empty; restore it from a backup"
      ),
      (
        .notIssued("2024-Q2"),
        "2024-Q2: sổ phát hành không có báo cáo này; báo cáo không do kheo phát hành ở đây, hoặc "
          + "dòng của nó đã bị xóa",
        "2024-Q2: the ledger does not know this release; kheo did not issue it here, or its line "
          + "was removed"
      ),
      (
        .differs("2024-Q2", line, found: "bb"),
        "2024-Q2: báo cáo đã bị thay hoặc sửa ngoài kheo: sổ phát hành, dòng 4, ghi bảng niêm "
          + "phong \(hash("3")), nay là bb",
        "2024-Q2: the release was replaced or changed without kheo: line 4 of the ledger records "
          + "the manifest \(hash("3")), now it is bb"
      ),
      (
        .putBack("2024-Q1", line: 3, latest: 5),
        "2024-Q1: đây là bản cũ ghi ở dòng 3 của sổ phát hành, đã được thay bằng bản ở dòng 5; "
          + "hãy lấy lại bản mới nhất",
        "2024-Q1: this is the old issue of line 3 of the ledger, which that of line 5 replaced; "
          + "fetch the latest"
      ),
      (
        .noManifest("2024-Q2", line),
        "2024-Q2: không có bảng niêm phong, mà sổ phát hành ghi ở dòng 4; hãy lấy lại bản gốc",
        "2024-Q2: has no manifest, while line 4 of the ledger records one; fetch the original"
      ),
      (
        .replaced("2024-Q1", times: 1, lines: [3, 5]),
        "2024-Q1: đã được phát hành lại 1 lần bằng --force (sổ phát hành, dòng 3, 5)",
        "2024-Q1: issued again once with --force (ledger, lines 3, 5)"
      ),
      (
        .replaced("2024-Q1", times: 2, lines: [3, 5, 6]),
        "2024-Q1: đã được phát hành lại 2 lần bằng --force (sổ phát hành, dòng 3, 5, 6)",
        "2024-Q1: issued again 2 times with --force (ledger, lines 3, 5, 6)"
      ),
      (
        .gone("2024-Q1", line: 5),
        "2024-Q1: đã phát hành (sổ phát hành, dòng 5) nhưng nay không còn; "
          + "hãy lấy lại từ bản sao lưu",
        "2024-Q1: was issued (ledger, line 5) and is gone; restore it from a backup"
      ),
    ]
    for (remark, vietnamese, english) in cases {
      #expect(remark.message(in: .vietnamese) == vietnamese)
      #expect(remark.message(in: .english) == english)
    }
  }
}
