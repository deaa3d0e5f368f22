import Aggregation
import Domain
import TestSupport
import Testing

struct PublishedFiguresTests {
  private let wards = ["01", "02", "VP"]
  private let fields = ["KT", "VHXH", "QPAN"]
  private let years = ["2020", "2021", "2022", "2023", "2024"]

  /// SPEC §7, line by line.
  private var expectedIDs: [String] {
    var ids = ["registered", "coverage"]
    ids += fields.map { "registered.field=\($0)" } + fields.map { "coverage.field=\($0)" }
    ids += years.map { "registered.year=\($0)" } + years.map { "maintained.year=\($0)" }
    ids += wards.map { "registered.ward=\($0)" }
    for field in fields {
      ids += years.map { "registered.field=\(field).year=\($0)" }
      ids += years.map { "maintained.field=\(field).year=\($0)" }
      ids += wards.map { "registered.ward=\($0).field=\(field)" }
    }
    for year in years {
      ids += wards.map { "registered.ward=\($0).year=\(year)" }
      ids += ["1", "2", "3", "4", "unknown"].map { "registered.year=\(year).quarter=\($0)" }
    }
    for kind in ["read", "counted", "carried-over", "duplicate", "rejected", "out-of-period"] {
      ids += ["records.\(kind)"] + wards.map { "records.\(kind).ward=\($0)" }
    }
    ids += ["records.read.ward=unknown", "records.rejected.ward=unknown"]
    ids += ["findings.error", "findings.warning", "findings.info"]
    return ids
  }

  @Test func `every combination is published, zeros and years after the cut-off included`() {
    let published = Figures(
      wards: registers.wards, fields: registers.fields, years: 2020...2024
    ).published()
    #expect(Set(published.map(\.id.text)) == Set(expectedIDs))
    #expect(published.count == expectedIDs.count)
    #expect(published.allSatisfy { $0.value == 0 })
  }

  @Test func `ids are sorted byte by byte`() {
    let published = counted(sent("2020", Model("a"))).figures.published().map(\.id.text)
    let sorted = published.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(published == sorted)
    #expect(Set(published).count == published.count)
  }

  @Test func `submissions are published for the periods that someone sent for`() {
    var figures = Figures(wards: registers.wards, fields: registers.fields, years: 2020...2024)
    figures.reporting = [
      Figures.Reporting(period: Period(year: 2022), expected: 2, received: 1),
      Figures.Reporting(period: Period(year: 2023, quarter: 4), expected: 2, received: 0),
    ]
    figures.findingCounts = [.error: 4, .info: 1]
    let lines = figures.published().map { "\($0.id),\($0.value)" }
    #expect(
      lines.filter { $0.hasPrefix("submissions") } == [
        "submissions.expected.period=2022,2", "submissions.expected.period=2023-Q4,2",
        "submissions.received.period=2022,1", "submissions.received.period=2023-Q4,0",
      ])
    #expect(
      lines.filter { $0.hasPrefix("findings") }
        == ["findings.error,4", "findings.info,1", "findings.warning,0"])
  }

  @Test func `the parts of every published figure add up to it`() throws {
    var numbers = SeededNumbers(seed: 7)
    var figures = Figures(wards: registers.wards, fields: registers.fields, years: 2020...2024)
    for _ in 0..<500 {
      figures.addRegistered(
        .random(in: 1...9, using: &numbers), ward: .random(in: 0...2, using: &numbers),
        field: .random(in: 0...2, using: &numbers), year: .random(in: 2020...2024, using: &numbers),
        quarter: .random(in: 0...4, using: &numbers))
    }
    let values = Dictionary(
      uniqueKeysWithValues: figures.published().map { ($0.id.text, $0.value) })
    func sum(_ ids: [String]) throws -> Int {
      try ids.reduce(0) { try $0 + #require(values[$1]) }
    }
    let total = try sum(["registered"])
    #expect(try sum(fields.map { "registered.field=\($0)" }) == total)
    #expect(try sum(wards.map { "registered.ward=\($0)" }) == total)
    #expect(try sum(years.map { "registered.year=\($0)" }) == total)
    for year in years {
      let ofYear = try sum(["registered.year=\(year)"])
      #expect(try sum(fields.map { "registered.field=\($0).year=\(year)" }) == ofYear)
      #expect(try sum(wards.map { "registered.ward=\($0).year=\(year)" }) == ofYear)
      let quarters = ["1", "2", "3", "4", "unknown"]
      #expect(try sum(quarters.map { "registered.year=\(year).quarter=\($0)" }) == ofYear)
    }
  }
}
