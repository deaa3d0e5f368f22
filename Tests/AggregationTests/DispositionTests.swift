import Aggregation
import Domain
import TestSupport
import Testing

struct DispositionTests {
  private let garlic = Model("trồng tỏi")

  @Test func `the first record of an identity is counted`() {
    let counting = counted(sent("2020", garlic.with(\.quantity, 7)))
    #expect(counting.story == "counted")
    #expect(counting.figures.registered() == 7)
    #expect(counting.remarks.isEmpty)
  }

  @Test func `a later one in the same period is a duplicate, also in another file`() {
    let counting = counted(sent("2020", garlic, garlic), sent("2020", garlic))
    #expect(counting.story == "counted duplicate | duplicate")
    #expect(counting.remarks == ["duplicate-record 0.1>0.0", "duplicate-record 1.0>0.0"])
    #expect(counting.figures.registered() == 1)
  }

  @Test func `a later one in a new period is carried over without a finding`() {
    let counting = counted(sent("2020", garlic), sent("2021", garlic), sent("2022-Q1", garlic))
    #expect(counting.story == "counted | carried-over | carried-over")
    #expect(counting.remarks.isEmpty)
    #expect(counting.figures.registered() == 1)
  }

  @Test func `a duplicate points to the first of its own period, not to the counted one`() {
    let counting = counted(sent("2020", garlic), sent("2021", garlic), sent("2021", garlic, garlic))
    #expect(counting.story == "counted | carried-over | duplicate duplicate")
    #expect(counting.remarks == ["duplicate-record 2.0>1.0", "duplicate-record 2.1>1.0"])
  }

  @Test func `no period is a period of its own`() {
    let counting = counted(sent(nil, garlic), sent(nil, garlic), sent("2020", garlic))
    #expect(counting.story == "counted | duplicate | carried-over")
    #expect(counting.remarks == ["duplicate-record 1.0>0.0"])
  }

  @Test func `a year is another period than its quarters`() {
    let counting = counted(sent("2023-Q4", garlic), sent("2023", garlic))
    #expect(counting.story == "counted | carried-over")
  }

  @Test func `ward, hamlet, owner and name each make another model`() {
    let counting = counted(
      sent(
        "2020", garlic, garlic.with(\.ward, 1), garlic.with(\.hamlet, "3"),
        garlic.with(\.owner, hpn),
        Model("nuôi dê")))
    #expect(counting.story == "counted counted counted counted counted")
  }

  @Test func `field, year, quarter, quantity and status do not make another model`() {
    let counting = counted(
      sent(
        "2020", garlic, garlic.with(\.field, 1), garlic.with(\.year, 2021),
        garlic.with(\.quarter, 3),
        garlic.with(\.quantity, 2), garlic.with(\.isEnded, true)))
    #expect(counting.story == "counted duplicate duplicate duplicate duplicate duplicate")
  }

  @Test func `the records of each ward add up`() {
    let counting = counted(
      sent("2020", garlic, garlic, garlic.with(\.ward, 1)),
      sent("2021", garlic, garlic.with(\.ward, 1)))
    let wards = [0, 1].map { counting.figures.records(ward: $0) }
    #expect(wards.map { $0[.counted] } == [1, 1])
    #expect(wards.map { $0[.carriedOver] } == [1, 1])
    #expect(wards.map { $0[.duplicate] } == [1, 0])
    #expect(counting.figures.recordTotals.total == 5)
  }

  @Test func `wards counted in any order, one after another or apart, come to the same`() {
    var dice = Dice(seed: 5)
    let sources = (0..<12).map { index in
      var block = RecordBlock()
      block.owners = [nobody, hpn]
      for row in 0..<40 {
        let model = Model(dice.pick(["a", "b", "c", "d", "e"])).with(\.ward, dice.roll(2))
          .with(\.hamlet, dice.pick(["", "x", "y"])).with(\.quantity, dice.roll(3) + 1)
          .with(\.loose, dice.pick(["l", "m"])).with(\.year, 2020 + dice.roll(4))
        block.append(model.row(row + 1, owner: dice.roll(1)))
      }
      return Sent(block: block, period: Period(year: 2020 + index / 3))
    }
    let forward = Counted(sources)
    for order in [[2, 1, 0], [1, 2, 0], [2, 0, 1]] {
      let other = Counted(sources, order: order)
      #expect(other.roles == forward.roles && other.pairs == forward.pairs)
      #expect(other.figures == forward.figures && other.owners.totals == forward.owners.totals)
    }
    #expect(!forward.pairs.isEmpty)
  }
}
