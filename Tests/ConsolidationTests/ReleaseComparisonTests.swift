import Audit
import Consolidation
import Domain
import TestSupport
import Testing
import Writers

/// What changed between two releases, and the records responsible.
struct ReleaseComparisonTests {
  private let header = "STT,Tên mô hình,Lĩnh vực,Năm,Số lượng\n"

  private func write(_ files: [String: String]) throws -> TemporaryFolder {
    try twoWards("language: en\n", submissions: files.mapValues { header + $0 })
  }

  /// Issues both, and compares.
  private func compare(
    _ old: TemporaryFolder, _ new: TemporaryFolder, oldThrough: Period? = nil,
    knowsOldInputs: Bool = true
  ) async throws -> ReleaseComparison {
    let (before, after) = (try TemporaryFolder(), try TemporaryFolder())
    let oldReport = try await report(on: old.path, through: oldThrough)
    let newReport = try await report(on: new.path)
    try publish(oldReport, in: before.path)
    try publish(newReport, in: after.path)
    return try await ReleaseComparison(
      old: "\(before.path)/\(oldReport.cutoff)", new: "\(after.path)/\(newReport.cutoff)",
      oldInputs: knowsOldInputs ? old.path : nil,
      options: RunOptions(
        inputs: new.path, through: nil, language: nil, threads: 2, listsModels: false)
    ) { _, _ in }
  }

  private func lines(_ comparison: ReleaseComparison) -> [String] {
    comparison.records.changes.map { change in
      func text(_ side: RecordChange.Side?) -> String {
        side.map {
          "\($0.place.reference) \($0.disposition.rawValue) \($0.field) \($0.quantity ?? 0)"
        } ?? "–"
      }
      return "\(change.kind.rawValue) \(change.name): \(text(change.old)) → \(text(change.new))"
    }
  }

  @Test func `a release does not differ from itself`() async throws {
    let folder = try write(["2022/an-luu.csv": "1,Nuôi dê,KT,2022,1\n"])
    let comparison = try await compare(folder, folder)
    #expect(comparison.isEmpty)
    #expect(comparison.records == RecordDifferences(source: .inputs, changes: [], unexplained: []))
  }

  @Test func `added, removed and changed records stand with both sides`() async throws {
    let old = try write([
      "2022/an-luu.csv": "1,Nuôi dê,KT,2022,1\n2,Trồng ổi,KT,2022,2\n3,Trồng na,KT,2022,1\n",
      "2023/an-luu.csv": "1,Nuôi dê,KT,2022,1\n2,Nuôi bò,KT,2023,1\n",
    ])
    let new = try write([
      "2022/an-luu.csv": "1,Trồng ổi,KT,2022,5\n2,Nuôi cá,VHXH,2022,1\n3,Trồng na,KT,2022,1\n",
      "2023/an-luu.csv": "1,Nuôi dê,KT,2022,1\n2,Nuôi bò,KT,2023,1\n",
    ])
    let comparison = try await compare(old, new)
    #expect(
      lines(comparison) == [
        "removed Nuôi dê: submissions/2022/an-luu.csv:2 counted KT 1 → –",
        "changed Trồng ổi: submissions/2022/an-luu.csv:3 counted KT 2 → "
          + "submissions/2022/an-luu.csv:2 counted KT 5",
        "added Nuôi cá: – → submissions/2022/an-luu.csv:3 counted VHXH 1",
        "changed Nuôi dê: submissions/2023/an-luu.csv:2 carried-over KT 1 → "
          + "submissions/2023/an-luu.csv:2 counted KT 1",
      ])
    #expect(comparison.records.unexplained == [])
    let changes = comparison.difference.figures.map { $0.message(in: .english) }
    #expect(changes.contains("registered: 5 → 9 (+4)"))
    #expect(changes.contains("maintained.year=2023: 1 → 0 (-1)"))
    #expect(
      comparison.difference.submissions.map { $0.message(in: .english) } == [
        "submissions/2022/an-luu.csv: replaced"
      ])
  }

  @Test func `rows in another order, and in a file of another name, make no difference`()
    async throws
  {
    let rows = [
      "1,Nuôi dê,KT,2022,1\n", "2,Trồng ổi,KT,2022,2\n", "2,Trồng ổi,KT,2022,2\n", "x,,KT,,\n",
    ]
    let old = try write(["2022/an-luu.csv": rows.joined()])
    for order in [[3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]] {
      let new = try write(["2022/01.csv": order.map { rows[$0] }.joined()])
      let comparison = try await compare(old, new)
      #expect(comparison.records.changes == [])
      #expect(comparison.difference.figures == [])
      #expect(comparison.difference.submissions.count == 2)
    }
  }

  @Test func `an earlier quarter differs by what came since`() async throws {
    let folder = try write([
      "2022/an-luu.csv": "1,Nuôi dê,KT,2022,1\n2,Trồng na,KT,2023,1\n",
      "2023/an-luu.csv": "1,Nuôi dê,KT,2022,1\n2,Nuôi bò,KT,2023,1\n",
    ])
    let comparison = try await compare(folder, folder, oldThrough: Period(year: 2022))
    #expect(
      lines(comparison) == [
        "changed Trồng na: submissions/2022/an-luu.csv:3 out-of-period KT 1 → "
          + "submissions/2022/an-luu.csv:3 counted KT 1",
        "added Nuôi dê: – → submissions/2023/an-luu.csv:2 carried-over KT 1",
        "added Nuôi bò: – → submissions/2023/an-luu.csv:3 counted KT 1",
      ])
    #expect(comparison.records.unexplained == [])
    #expect(
      comparison.difference.submissions.map { $0.message(in: .english) } == [
        "submissions/2023/an-luu.csv: now due"
      ])
  }

  @Test func `without the old inputs the lists of the workbooks are compared, and it is said`()
    async throws
  {
    let old = try write(["2022/an-luu.csv": "1,Nuôi dê,KT,2022,1\n2,Trồng ổi,KT,2022,2\n"])
    let new = try write([
      "2022/an-luu.csv": "1,Trồng ổi,KT,2022,2\n2,Nuôi cá,VHXH,2022,4\n3,Nuôi dê,KT,,1\n"
    ])
    let comparison = try await compare(old, new, knowsOldInputs: false)
    guard case .lists(let why) = comparison.records.source else {
      Issue.record("not from the lists")
      return
    }
    #expect(why.hasPrefix("the inputs in “\(new.path)” no longer give "))
    #expect(
      lines(comparison) == [
        "removed Nuôi dê: submissions/2022/an-luu.csv:2 counted Economy 1 → –",
        "added Nuôi cá: – → submissions/2022/an-luu.csv:3 counted Culture 4",
      ])
    #expect(
      comparison.records.unexplained == [
        "records.read", "records.read.ward=01", "records.rejected", "records.rejected.ward=01",
      ])
  }

  @Test func `registers in another order make no difference`() async throws {
    let rows = "1,Nuôi dê,KT,2022,1\n2,Trồng ổi,KT,2022,2\n"
    let old = try write(["2022/an-luu.csv": rows])
    let new = try write(["2022/an-luu.csv": rows + "\n\n"])
    try new.write(
      "code,name,kind,valid_from,valid_to,aliases\n00,Phạm Thái,Phường,,,\n02,An Phụ,Phường,,,\n"
        + "01,An Lưu,Phường,,,\n", to: "registers/wards.csv")
    let comparison = try await compare(old, new)
    #expect(comparison.records.source == .inputs)
    #expect(comparison.records.changes == [])
    #expect(comparison.records.unexplained == [])
  }

  @Test func `a field that is gone leaves nothing unexplained`() async throws {
    let old = try write(["2022/an-luu.csv": "1,Nuôi dê,KT,2022,1\n2,Quỹ,VHXH,2022,2\n"])
    let new = try write(["2022/an-luu.csv": "1,Nuôi dê,KT,2022,1\n"])
    try new.write(
      "code,name_vi,name_en,aliases\nKT,Kinh tế,Economy,\n", to: "registers/fields.csv")
    #expect(try await compare(old, new).records.unexplained == [])
  }

  /// Issues both, changes a file of the old release, and compares.
  private func compare(
    changing file: String, _ change: (String) -> String
  ) async throws -> ReleaseComparison {
    let folder = try write(["2022/an-luu.csv": "1,Nuôi dê,KT,2022,1\n2,Trồng na,KT,2022,1\n"])
    let (before, after) = (try TemporaryFolder(), try TemporaryFolder())
    let report = try await report(on: folder.path)
    try publish(report, in: before.path)
    try publish(report, in: after.path)
    let name = "\(report.cutoff)/\(file)"
    let text = String(decoding: try bytes(of: "\(before.path)/\(name)"), as: UTF8.self)
    try before.write(change(text), to: name)
    return try await ReleaseComparison(
      old: "\(before.path)/\(report.cutoff)", new: "\(after.path)/\(report.cutoff)", oldInputs: nil,
      options: RunOptions(
        inputs: folder.path, through: nil, language: nil, threads: 2, listsModels: false)
    ) { _, _ in }
  }

  @Test func `figures in another order are the same figures`() async throws {
    let comparison = try await compare(changing: "figures.csv") { text in
      let lines = text.split(separator: "\n")
      return ([lines[0]] + lines.dropFirst().reversed()).map { "\($0)\n" }.joined()
    }
    #expect(comparison.isEmpty)
    #expect(comparison.records.source == .inputs)
  }

  @Test(arguments: [
    "registered,-5\n", "x\u{1B}[31m,1\n", "registered,2\n", "a,99999999999999999999\n",
  ])
  func `figures that cannot be read stop the comparison`(_ line: String) async throws {
    await #expect(throws: ReleaseError.self) {
      _ = try await compare(changing: "figures.csv") { $0 + line }
    }
  }

  @Test func `a workbook without its list, or with impossible numbers, is no list`() async throws {
    let folder = try write(["2022/an-luu.csv": "1,Nuôi dê,KT,2022,1\n"])
    let other = try write(["2022/an-luu.csv": "1,Nuôi dê,KT,2022,9\n"])
    let (before, after) = (try TemporaryFolder(), try TemporaryFolder())
    let report = try await report(on: folder.path)
    try publish(report, in: before.path)
    try publish(try await ConsolidationTests.report(on: other.path), in: after.path)
    func compare() async throws -> ReleaseComparison {
      try await ReleaseComparison(
        old: "\(before.path)/\(report.cutoff)", new: "\(after.path)/\(report.cutoff)",
        oldInputs: nil,
        options: RunOptions(
          inputs: "/nonexistent", through: nil, language: .english, threads: 2, listsModels: false)
      ) { _, _ in }
    }
    var forged = report
    forged.listing.models[0].quantity = 1 << 52
    let layout = LayoutBuilder.layout(of: forged)
    let path = "\(before.path)/\(report.cutoff)/report.xlsx"
    try WorkbookWriter.write(layout, placement: Placement(layout), to: path)
    let comparison = try await compare()
    #expect(comparison.records.changes.map(\.kind) == [.added])
    #expect(comparison.records.unexplained.contains("registered"))
    var zip = HandmadeZip()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships/>")
    zip.add("xl/workbook.xml", "<workbook><sheets/></workbook>")
    try before.write(zip.bytes, to: "\(report.cutoff)/report.xlsx")
    let error = await #expect(throws: ReleaseError.self) { _ = try await compare() }
    #expect(
      error?.message(in: .english).hasPrefix("\(before.path)/\(report.cutoff)/report.xlsx") == true)
  }

  @Test(arguments: 1...12)
  func `in generated workspaces the records explain every figure that adds up records`(
    _ seed: UInt64
  ) async throws {
    var numbers = SeededNumbers(seed: seed)
    var generator = WorldGenerator(seed: seed)
    var world = generator.world()
    world.through = nil
    let (old, new) = (try TemporaryFolder(), try TemporaryFolder())
    try world.write(to: old)
    // Files go, come and change places.
    let moved = numbers.below(world.submissions.count)
    world.submissions.remove(at: moved)
    var other = WorldGenerator(seed: seed + 1000)
    for submission in other.world().submissions.prefix(3)
    where !world.submissions.contains(where: { $0.path == submission.path }) {
      world.submissions.append(submission)
    }
    try world.write(to: new)
    let comparison = try await compare(old, new)
    #expect(comparison.records.source == .inputs)
    #expect(comparison.records.unexplained == [])
    #expect(!comparison.records.changes.isEmpty)
    let back = try await compare(new, old)
    #expect(back.records.changes.count == comparison.records.changes.count)
    #expect(back.records.unexplained == [])
  }
}
