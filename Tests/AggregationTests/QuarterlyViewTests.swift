import Aggregation
import Domain
import TestSupport
import Testing

struct QuarterlyViewTests {
  private let cutoff = Quarter(year: 2024, number: 1)

  private func figures(_ numbers: [(year: Int, quarter: Int, quantity: Int)]) -> Figures {
    var figures = Figures(
      wards: registers.wards, fields: Array(registers.fields.prefix(2)), years: 2020...2024)
    for (year, quarter, quantity) in numbers {
      figures.addRegistered(quantity, ward: 0, field: 0, year: year, quarter: quarter)
    }
    figures.addRegistered(1, ward: 1, field: 1, year: 2024, quarter: 1)
    return figures
  }

  private func view(
    _ numbers: [(year: Int, quarter: Int, quantity: Int)], through cutoff: Quarter
  ) -> QuarterlyView {
    QuarterlyView(
      figures(numbers), span: ReportedSpan(years: 2020...2024, cutoff: cutoff))
  }

  @Test func `a quarter stands beside the one before and the one a year before`() throws {
    let view = view(
      [(2024, 1, 6), (2023, 4, 8), (2023, 1, 4), (2023, 2, 90)], through: cutoff)
    #expect(view.quarter == cutoff)
    #expect(view.rows.map(\.field) == [0, 1, nil])
    #expect(
      view.rows.first
        == QuarterRow(
          field: 0, current: 6, previous: 8, yearBefore: 4, yearToDate: 6, changeOnPrevious: -2,
          changeOnPreviousPercent: Tenths(-250), changeOnYearBefore: 2,
          changeOnYearBeforePercent: Tenths(500)))
    #expect(
      view.rows.last
        == QuarterRow(
          field: nil, current: 7, previous: 8, yearBefore: 4, yearToDate: 7, changeOnPrevious: -1,
          changeOnPreviousPercent: Tenths(-125), changeOnYearBefore: 3,
          changeOnYearBeforePercent: Tenths(750)))
  }

  @Test func `from a base of zero there is a change and no percentage`() throws {
    let row = try #require(view([(2024, 1, 6)], through: cutoff).rows.first)
    #expect(row.previous == 0)
    #expect(row.changeOnPrevious == 6)
    #expect(row.changeOnPreviousPercent == nil)
  }

  @Test func `the year to date holds all quarters, unknown ones too`() throws {
    let row = try #require(
      view(
        [(2024, 1, 1), (2024, 2, 2), (2024, 3, 4), (2024, 0, 8)],
        through: Quarter(year: 2024, number: 3)
      ).rows.first)
    #expect(row.yearToDate == 15)
  }

  @Test func `a year with records of unknown quarter is in no comparison`() throws {
    let numbers = [(2024, 1, 6), (2023, 4, 8), (2023, 1, 4), (2023, 0, 1)]
    for row in view(numbers, through: cutoff).rows {
      #expect(row.current != nil)
      #expect(row.previous == nil)
      #expect(row.yearBefore == nil)
      #expect(row.changeOnPrevious == nil)
      #expect(row.changeOnYearBeforePercent == nil)
    }
    let unknownNow = view([(2024, 0, 1), (2023, 4, 8)], through: cutoff)
    #expect(unknownNow.rows.map(\.current) == [nil, nil, nil])
    #expect(unknownNow.rows.map(\.previous) == [8, 0, 8])
    #expect(unknownNow.rows.allSatisfy { $0.changeOnPrevious == nil })
  }

  @Test func `quarters outside the period are not applicable, not zero`() throws {
    let first = try #require(
      view([(2020, 1, 6)], through: Quarter(year: 2020, number: 1)).rows.first)
    #expect(first.current == 6)
    #expect(first.previous == nil)
    #expect(first.yearBefore == nil)
    let after = try #require(view([], through: Quarter(year: 2025, number: 1)).rows.first)
    #expect(after.current == nil)
    #expect(after.previous == 0)
    #expect(after.yearToDate == nil)
  }
}
