import Audit
import Consolidation
import Domain
import Files
import SQLRecount
import Testing

/// What rechecks a release holds with decisions, too.
struct DecidedAuditTests {
  private func decided() throws -> TemporaryFolder {
    let folder = try twoWards(submissions: [
      "2021/an-luu.csv": "Tên mô hình,Lĩnh vực,Năm\nThắp sáng đường quê,KT,2021\nNuôi dê,KT,2021\n",
      "2022/an-luu.csv": "Tên mô hình,Lĩnh vực,Năm\nThắp sángg đường quê,KT,2022\n",
      "2022/an-phu.csv": "Tên mô hình,Lĩnh vực,Năm\nNuôi dê,KT,2022\nNuôi dê sữa,KT,2022\n",
      "2023/an-luu.csv":
        "Tên mô hình,Lĩnh vực,Năm\nThắp sángg đường quê,KT,2022\nThắp sáng đường quê,KT,2021\n",
    ])
    try folder.write(
      "first,second,decision,reason,who,date,ward\n"
        + "Thắp sáng đường quê,Thắp sángg đường quê,same,a,b,2024-01-01,01\n"
        + "Nuôi dê,Nuôi dê sữa,different,a,b,2024-01-01,02\n", to: "decisions.csv")
    return folder
  }

  private func issue(_ folder: TemporaryFolder) async throws -> String {
    try folder.write("", to: "reports/.keep")
    let report = try await report(on: folder.path)
    try publish(report, in: "\(folder.path)/reports")
    return "\(folder.path)/reports/\(Publication.releaseName(of: report))"
  }

  @Test func `an audit passes, its second opinion too, until the file changes`() async throws {
    let folder = try decided()
    let release = try await issue(folder)
    var options = RunOptions(
      inputs: folder.path, through: nil, language: nil, threads: 2, listsModels: true)
    options.tracesRecords = true
    let audit = try await ReleaseAudit.audit(
      release, options: options, version: "1.0.0", progress: { _, _ in })
    #expect(audit.checks.flatMap(\.faults).map(\.message) == [])
    try folder.remove("decisions.csv")
    let other = try await ReleaseAudit.audit(
      release, options: options, version: "1.0.0", progress: { _, _ in })
    #expect(other.checks.contains { $0.id == .inputs && !$0.faults.isEmpty })
    #expect(other.checks.contains { $0.id == .figures && !$0.faults.isEmpty })
  }

  @Test func `the exported database agrees with itself and holds the decisions`() async throws {
    let folder = try decided()
    let run = try await tracedRun(on: folder.path)
    try RecordExport.write(run, version: "1", to: "\(folder.path)/kheo.db")
    let database = try ExportedDatabase(path: "\(folder.path)/kheo.db")
    #expect(try database.differences(limit: 9).map(\.item) == [])
    #expect(
      try database.rows("SELECT decision, state, records FROM decision") == [
        ["same", "applied", "2"], ["different", "applied", "1"],
      ])
    #expect(try database.rows("SELECT count(*) FROM same_model") == [["2"]])
  }

  @Test func `an explanation adds up, and says of what a record is the same`() async throws {
    let folder = try decided()
    let run = try await tracedRun(on: folder.path)
    let explainer = Explainer(run, language: .vietnamese)
    let figure = try #require(explainer.figure("registered.ward=01"))
    var rows: [String] = []
    try await explainer.forEachRow(of: figure, .all) { row in
      rows.append("\(row.place?.reference ?? "") \(row.adds ?? 0) \(row.see)")
    }
    #expect(figure.value == 2)
    #expect(
      rows == [
        "submissions/2021/an-luu.csv:2 1 ", "submissions/2021/an-luu.csv:3 1 ",
        "submissions/2022/an-luu.csv:2 0 submissions/2021/an-luu.csv:2",
        "submissions/2023/an-luu.csv:2 0 submissions/2021/an-luu.csv:2",
        "submissions/2023/an-luu.csv:3 0 submissions/2023/an-luu.csv:2",
      ])
  }
}
