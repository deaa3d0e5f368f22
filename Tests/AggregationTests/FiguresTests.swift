import Aggregation
import Domain
import TestSupport
import Testing

struct FiguresTests {
  private let model = Model("a")

  @Test func `a counted quantity stands in its ward, field, year and quarter`() {
    let figures = counted(
      sent(
        "2020", model.with(\.quantity, 5).with(\.field, 1).with(\.year, 2022).with(\.quarter, 3),
        Model("b").with(\.ward, 1).with(\.quantity, 2))
    ).figures
    #expect(figures.registered() == 7)
    #expect((0...2).map { figures.registered(field: $0) } == [2, 5, 0])
    #expect((0...2).map { figures.registered(ward: $0) } == [5, 2, 0])
    #expect(span.years.map { figures.registered(year: $0) } == [2, 0, 5, 0, 0])
    #expect(figures.registered(ward: 0, field: 1) == 5)
    #expect(figures.registered(ward: 1, field: 1) == 0)
    #expect(figures.registered(ward: 0, year: 2022) == 5)
    #expect(figures.registered(field: 1, year: 2022) == 5)
    #expect((0...4).map { figures.registered(year: 2022, quarter: $0) } == [0, 0, 0, 5, 0])
    #expect((0...4).map { figures.registered(year: 2020, quarter: $0) } == [2, 0, 0, 0, 0])
  }

  @Test func `coverage counts wards with a counted record, and no other bodies`() {
    let figures = counted(
      sent(
        "2020", model, Model("b"), Model("c").with(\.ward, 1).with(\.field, 1),
        Model("d").with(\.ward, 2))
    ).figures
    #expect(figures.coverage() == 2)
    #expect((0...2).map { figures.coverage(field: $0) } == [1, 1, 0])
    #expect(figures.reportingWardCount == 2)
    #expect(figures.registered(ward: 2) == 1)
  }

  @Test func `records of unknown wards stand apart and in the total`() {
    var figures = Figures(wards: registers.wards, fields: registers.fields, years: 2020...2024)
    figures.addRecords(3, .rejected, ward: nil)
    figures.addRecords(2, .rejected, ward: 1)
    figures.addRecords(1, .outOfPeriod, ward: 1)
    #expect(figures.records(ward: nil)[.rejected] == 3)
    #expect(figures.records(ward: 1).total == 3)
    #expect(figures.recordTotals[.rejected] == 5)
    let published = Dictionary(
      uniqueKeysWithValues: figures.published().map { ($0.id.text, $0.value) })
    #expect(published["records.rejected"] == 5)
    #expect(published["records.rejected.ward=02"] == 2)
    #expect(published["records.rejected.ward=unknown"] == 3)
    #expect(published["records.read"] == 6)
    #expect(published["records.read.ward=unknown"] == 3)
    #expect(published["records.out-of-period.ward=02"] == 1)
  }

  @Test func `a million records of a million models do not overflow`() {
    var figures = Figures(wards: registers.wards, fields: registers.fields, years: 2020...2024)
    for _ in 0..<1000 {
      figures.addRegistered(1_000_000_000_000, ward: 0, field: 0, year: 2020, quarter: 0)
    }
    #expect(figures.registered() == 1_000_000_000_000_000)
    #expect(shares(of: [figures.registered(), 0]) == [Tenths(1000), Tenths(0)])
  }
}
