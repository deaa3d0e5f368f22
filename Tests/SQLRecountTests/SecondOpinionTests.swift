import Domain
import SQLRecount
import TestSupport
import Testing

struct SecondOpinionTests {
  @Test func `roles and every figure are those of an obvious loop`() throws {
    var dice = Dice(seed: 23)
    for _ in 0..<60 {
      let world = randomWorld(&dice)
      let findings: [Severity: Int] = [.error: dice.roll(9), .warning: dice.roll(9)]
      let naive = NaiveCount(world, findings: findings)
      let outcome = try recount(world, roles: naive.roles, findings: findings)
      #expect(outcome.published == naive.published)
      #expect(outcome.disputeCount == 0)
      #expect(outcome.disputes.isEmpty)
    }
  }

  @Test func `more threads than shards, or none, find the same`() throws {
    var dice = Dice(seed: 5)
    let world = randomWorld(&dice)
    let naive = NaiveCount(world)
    for threads in [0, 1, 7] {
      #expect(
        try recount(world, roles: naive.roles, threads: threads).published == naive.published)
    }
  }

  @Test func `many shards add up`() throws {
    var sent = Sent("x.csv", "2021", by: .organization(0))
    sent.models = (0..<40_000).map { Model("m\($0 / 2)").with(\.ward, $0 / 2 % 4) }
    var roles = sent.models.indices.map { RecordRole.allCases[$0 % 2 * 6] }
    let outcome = try recount([sent], roles: [roles])
    #expect(outcome.disputeCount == 0)
    #expect(outcome.published.contains("registered,20000"))
    #expect(outcome.published.contains("records.duplicate.ward=VP,5000"))
    roles = roles.map { _ in .counted }
    let wrong = try recount([sent], roles: [roles])
    #expect(wrong.disputeCount == 20_000)
    #expect(
      wrong.disputes.map(\.recordNumber)
        == (0..<SecondOpinion.disputeLimit).map { $0 * 2 + 3 })
  }

  @Test func `without any submission every figure is zero`() throws {
    let outcome = try recount([], roles: [])
    #expect(outcome.published == NaiveCount([]).published)
  }

  @Test func `a wrong role is disputed`() throws {
    let a = Model("a")
    let sent = [Sent("x.csv", "2021", a, a), Sent("x.csv", "2022", a)]
    let outcome = try recount(sent, roles: [[.counted, .duplicate], [.carriedOverAgain]])
    #expect(outcome.disputeCount == 1)
    #expect(outcome.disputes.map(\.source) == [1])
    #expect(outcome.disputes.map(\.recordNumber) == [2])
    #expect(outcome.disputes.map(\.stated) == [.carriedOverAgain])
    #expect(outcome.disputes.map(\.recounted) == [.maintained])
  }

  @Test func `disputes come in the order of counting, whatever the order of the sources`() throws {
    let sent = ["2022", "2021"].map { period in
      Sent("x.csv", period, Model("a").with(\.ward, 1), Model("a"))
    }
    let outcome = try recount(sent, roles: [[.rejected, .rejected], [.rejected, .rejected]])
    #expect(outcome.disputes.map(\.source) == [1, 1, 0, 0])
    #expect(outcome.disputes.map(\.recordNumber) == [2, 3, 2, 3])
    #expect(outcome.disputes.map(\.recounted) == [.counted, .counted, .maintained, .maintained])
  }

  @Test func `a missing record changes the figures`() throws {
    var sent = Sent("x.csv", "2021", Model("a"), Model("b").with(\.quantity, 3))
    let stated = NaiveCount([sent])
    sent.models.removeLast()
    let outcome = try recount([sent], roles: [[.counted]])
    #expect(outcome.published.contains("registered,1"))
    #expect(stated.published.contains("registered,4"))
    #expect(outcome.published.contains("records.read,1"))
  }

  @Test func `another body covers nothing and is never expected`() throws {
    let model = Model("a").with(\.ward, 3)
    let outcome = try recount([Sent("vp.csv", "2021", by: .ward(3), model)], roles: [[.counted]])
    #expect(outcome.published.contains("coverage,0"))
    #expect(outcome.published.contains("registered.ward=VP,1"))
    #expect(outcome.published.contains("submissions.expected.period=2021,3"))
    #expect(outcome.published.contains("submissions.received.period=2021,0"))
  }

  @Test func `wards are expected while they are in force`() throws {
    let sent = ["2023-Q2", "2023-Q3", "2023"].map { Sent("x.csv", $0, by: .ward(2), Model($0)) }
    let outcome = try recount(sent, roles: [[.counted], [.counted], [.counted]])
    #expect(
      outcome.published.filter { $0.hasPrefix("submissions") } == [
        "submissions.expected.period=2023,3", "submissions.expected.period=2023-Q2,3",
        "submissions.expected.period=2023-Q3,2", "submissions.received.period=2023,1",
        "submissions.received.period=2023-Q2,1", "submissions.received.period=2023-Q3,0",
      ])
  }

  @Test func `a submission that is not due counts for no period`() throws {
    var sent = Sent("x.csv", "2024")
    sent.file.isDue = false
    let outcome = try recount([sent], roles: [[]])
    #expect(!outcome.published.contains { $0.hasPrefix("submissions") })
  }

  @Test func `identities that share one half are different`() throws {
    var block = RecordBlock()
    for (number, half) in [(high: 1, low: 2), (high: 2, low: 2), (high: 1, low: 1)].enumerated() {
      var row = Model("a").row(number + 2)
      row.identity = ModelIdentity(high: UInt64(half.high), low: UInt64(half.low))
      block.append(row)
    }
    let outcome = try SecondOpinion.recount(
      sources: [
        .init(
          block: block, roles: [.counted, .counted, .counted], file: Sent("x.csv", "2021").file)
      ],
      excluded: [], submissions: [], findingCounts: [:], registers: registers, span: span,
      threads: 1)
    #expect(outcome.disputeCount == 0)
  }

  @Test func `a record that is handed over twice is an error, not a figure`() {
    var sent = Sent("x.csv", "2021", Model("a"))
    let row = sent.models[0].row(2)
    var block = RecordBlock()
    block.append(row)
    block.append(row)
    sent.models = []
    #expect(throws: SQLRecountError.self) {
      try SecondOpinion.recount(
        sources: [.init(block: block, roles: [.counted, .duplicate], file: sent.file)],
        excluded: [], submissions: [], findingCounts: [:], registers: registers, span: span,
        threads: 1)
    }
  }
}
