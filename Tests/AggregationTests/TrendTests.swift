import Aggregation
import Domain
import TestSupport
import Testing

struct TrendTests {
  /// Trends of one field with these numbers a year, from 2020.
  private func trends(_ registered: [Int], through cutoff: Quarter) -> Trends {
    var figures = Figures(
      wards: registers.wards, fields: [registers.fields[0]],
      years: 2020...2019 + registered.count)
    for (offset, value) in registered.enumerated() where value > 0 {
      figures.addRegistered(value, ward: 0, field: 0, year: 2020 + offset, quarter: 1)
    }
    if figures.years.contains(2021) { figures.addMaintained(8, field: 0, year: 2021) }
    return Trends(figures, span: ReportedSpan(years: figures.years, cutoff: cutoff))
  }

  private let end = Quarter(year: 2024, number: 4)

  @Test func `a change is this year less the last`() throws {
    let row = try #require(trends([10, 15, 0, 4, 4], through: end).rows.first)
    #expect(row.registered == [10, 15, 0, 4, 4])
    // Before the first year nothing was registered that could be kept up.
    #expect(row.maintained == [nil, 8, 0, 0, 0])
    #expect(row.change == [nil, 5, -15, 4, 0])
    #expect(row.changePercent == [nil, Tenths(500), Tenths(-1000), nil, Tenths(0)])
  }

  @Test func `the total stands last and adds the fields`() {
    var figures = Figures(wards: registers.wards, fields: registers.fields, years: 2020...2021)
    for field in 0...2 {
      figures.addRegistered(field + 1, ward: 0, field: field, year: 2020, quarter: 0)
    }
    figures.addRegistered(3, ward: 0, field: 2, year: 2021, quarter: 0)
    let trends = Trends(figures, span: ReportedSpan(years: 2020...2021, cutoff: end))
    #expect(trends.rows.map(\.field) == [0, 1, 2, nil])
    #expect(trends.rows.map(\.registered) == [[1, 0], [2, 0], [3, 3], [6, 3]])
    #expect(trends.rows.last?.changePercent == [nil, Tenths(-500)])
  }

  @Test(arguments: 1...4)
  func `the year of the cut-off is incomplete unless it is its fourth quarter`(_ quarter: Int) {
    let states = trends([1, 1, 1, 1, 1], through: Quarter(year: 2022, number: quarter)).states
    #expect(
      states == [
        .complete, .complete, quarter == 4 ? .complete : .incomplete, .notYet, .notYet,
      ])
  }

  @Test func `a year after the cut-off is no zero`() throws {
    let row = try #require(
      trends([1, 2, 0, 0], through: Quarter(year: 2022, number: 4)).rows.first)
    #expect(row.registered == [1, 2, 0, nil])
    #expect(row.maintained == [nil, 8, 0, nil])
    #expect(row.change == [nil, 1, -2, nil])
  }

  @Test func `growth is taken over complete years only`() throws {
    let whole = try #require(trends([100, 0, 121], through: end).rows.first)
    #expect(whole.growth == Tenths(100))
    let incomplete = try #require(
      trends([100, 110, 5], through: Quarter(year: 2022, number: 3)).rows.first)
    #expect(incomplete.growth == Tenths(100))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let registered: [Int]
    let cutoff: Quarter

    init(_ name: String, _ registered: [Int], _ year: Int, _ quarter: Int) {
      self.name = name
      self.registered = registered
      cutoff = Quarter(year: year, number: quarter)
    }

    var testDescription: String { name }
  }

  @Test(arguments: [
    Case("the first year is zero", [0, 5, 6], 2022, 4),
    Case("the last complete year is zero", [5, 0, 6], 2022, 2),
    Case("one year is complete", [5, 6], 2021, 3), Case("no year is complete", [5, 6], 2020, 1),
    Case("one year is all", [5], 2024, 4),
    Case("the cut-off is before the period", [5, 6], 2019, 4),
  ]) func `there is no growth without two years to compare`(_ test: Case) {
    #expect(trends(test.registered, through: test.cutoff).rows.allSatisfy { $0.growth == nil })
  }
}
