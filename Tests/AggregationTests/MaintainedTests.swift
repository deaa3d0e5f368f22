import Aggregation
import Domain
import Testing

struct MaintainedTests {
  private let fund = Model("quỹ khuyến học").with(\.year, 2021)

  private func maintained(_ counting: Counted) -> [Int] {
    span.years.map { counting.figures.maintained(year: $0) }
  }

  @Test func `a model reported again in a later year is kept up in that year`() {
    let counting = counted(sent("2021", fund), sent("2022", fund), sent("2024-Q1", fund))
    #expect(maintained(counting) == [0, 0, 1, 0, 1])
  }

  @Test func `the reporting year is that of the submission period, not of the record`() {
    let counting = counted(sent("2021", fund), sent("2023", fund.with(\.year, 2022)))
    #expect(maintained(counting) == [0, 0, 0, 1, 0])
  }

  @Test func `only reporting years after the counted registration year count`() {
    let counting = counted(
      sent("2020", fund), sent("2021-Q1", fund), sent("2021", fund), sent("2022-Q1", fund))
    #expect(maintained(counting) == [0, 0, 1, 0, 0])
  }

  @Test func `one record an identity and reporting year, the first`() {
    let counting = counted(
      sent("2021", fund), sent("2022-Q1", fund.with(\.quantity, 2)),
      sent("2022-Q3", fund.with(\.quantity, 5)), sent("2022", fund.with(\.quantity, 9)))
    #expect(maintained(counting) == [0, 0, 2, 0, 0])
  }

  @Test func `its own quantity in its own field`() {
    let counting = counted(
      sent("2021", fund), sent("2022", fund.with(\.field, 2).with(\.quantity, 4)))
    #expect(counting.figures.maintained(field: 2, year: 2022) == 4)
    #expect(counting.figures.maintained(field: 0, year: 2022) == 0)
  }

  @Test func `a model whose status is ended is not kept up, whatever follows that year`() {
    let ended = fund.with(\.isEnded, true)
    let counting = counted(
      sent("2021", fund), sent("2022-Q1", ended), sent("2022-Q2", fund), sent("2023", fund))
    #expect(maintained(counting) == [0, 0, 0, 1, 0])
    #expect(counting.story == "counted | carried-over | carried-over | carried-over")
  }

  @Test func `a model that ends later in the year was kept up in it`() {
    let counting = counted(
      sent("2021", fund), sent("2022-Q1", fund), sent("2022-Q2", fund.with(\.isEnded, true)))
    #expect(maintained(counting) == [0, 0, 1, 0, 0])
  }

  @Test func `an ended status does not keep a record from being counted`() {
    let counting = counted(sent("2021", fund.with(\.isEnded, true)))
    #expect(counting.figures.registered() == 1)
  }

  @Test func `duplicates keep nothing up`() {
    let counting = counted(sent(nil, fund, fund), sent("2021", fund, fund))
    #expect(maintained(counting) == [0, 0, 0, 0, 0])
  }

  @Test func `reporting years outside the period are not counted`() {
    let counting = counted(sent("2021", fund), sent("2025", fund), sent("2026-Q1", fund))
    #expect(maintained(counting) == [0, 0, 0, 0, 0])
    #expect(counting.story == "counted | carried-over | carried-over")
  }

  @Test func `each identity is kept up on its own`() {
    let other = Model("b").with(\.year, 2020)
    let counting = counted(sent("2021", fund, other), sent("2022", other, fund))
    #expect(maintained(counting) == [0, 0, 2, 0, 0])
  }
}
