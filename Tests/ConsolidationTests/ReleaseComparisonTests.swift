import Audit
import Consolidation
import Domain
import TestSupport
import Testing

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
    #expect(why.hasPrefix("the inputs \(new.path) no longer give "))
    #expect(
      lines(comparison) == [
        "removed Nuôi dê: submissions/2022/an-luu.csv:2 counted Economy 1 → –",
        "added Nuôi cá: – → submissions/2022/an-luu.csv:3 counted Culture 4",
      ])
    #expect(comparison.records.unexplained == [])
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
