import Domain
import SQLRecount
import Testing

/// A sound export with one thing spoilt shows it, and nothing else that it does not touch.
struct DifferenceTests {
  private func differences(_ spoil: (inout ExportFixture) -> Void) throws -> [String] {
    var fixture = ExportTests.sample
    spoil(&fixture)
    return try fixture.differences()
  }

  @Test func `a wrong figure`() throws {
    #expect(
      try differences { fixture in
        fixture.figures[0].value += 1
      } == ["figure coverage 2 1"])
  }

  @Test func `a figure that is missing, and one that nobody knows`() throws {
    #expect(
      try differences { fixture in
        fixture.figures[0].id = "covered"
      } == ["figure coverage  1", "figure covered 1 "])
  }

  @Test func `a wrong role`() throws {
    #expect(
      try differences { fixture in
        fixture.records[1][0].trace.role = .carriedOverAgain
      } == ["record submissions/2021-Q1/an-luu.csv:2 carried-over-again maintained"])
  }

  @Test func `a wrong disposition`() throws {
    let found = try differences { $0.records[1][1].trace.role = .carriedOverAgain }
    #expect(
      found.contains("record submissions/2021-Q1/an-luu.csv:3 carried-over-again duplicate"))
    #expect(found.contains { $0.hasPrefix("origin submissions/2021-Q1/an-luu.csv:3") })
    #expect(
      found.contains(
        "submission submissions/2021-Q1/an-luu.csv 6 = 0 + 2 + 1 + 2 + 1 6 = 0 + 3 + 0 + 2 + 1"))
  }

  @Test func `a missing record`() throws {
    let found = try differences { $0.records[1].remove(at: 2) }
    #expect(found.contains("figure records.read 8 7"))
    #expect(
      found.contains(
        "submission submissions/2021-Q1/an-luu.csv 6 = 0 + 2 + 1 + 2 + 1 5 = 0 + 1 + 1 + 2 + 1"))
  }

  @Test func `a changed quantity`() throws {
    #expect(
      try differences { $0.records[0][1].trace.quantity = 4 }.filter { $0.contains("registered ") }
        == ["figure registered 4 5"])
  }

  @Test func `an origin that is none, or another`() throws {
    #expect(
      try differences { fixture in
        fixture.records[1][0].origin = nil
      } == ["origin submissions/2021-Q1/an-luu.csv:2  "])
    #expect(
      try differences { fixture in
        fixture.records[1][0].origin = (0, 3)
      } == ["origin submissions/2021-Q1/an-luu.csv:2 3 "])
    #expect(
      try differences { fixture in
        fixture.records[1][1].origin = (0, 2)
      } == ["origin submissions/2021-Q1/an-luu.csv:3 2 "])
  }

  @Test func `a record left out although it lies in the period`() throws {
    #expect(
      try differences { fixture in
        fixture.records[1][3].trace.year = 2024
      } == ["period submissions/2021-Q1/an-luu.csv:5 out-of-period admitted"])
    #expect(
      try differences { fixture in
        fixture.records[1][3].trace.year = 2024
        fixture.records[1][3].trace.quarter = 4
      } == [])
  }

  @Test func `a record admitted although it lies after the cut-off`() throws {
    let found = try differences { fixture in
      fixture.records[0][0].trace.year = 2024
      fixture.records[0][0].trace.quarter = 4
    }
    #expect(found.contains("period submissions/2020/an-luu.csv:2 counted out-of-period"))
  }

  @Test func `keys that part the records otherwise than identities do`() throws {
    #expect(
      try differences { fixture in
        fixture.records[1][2].nameKey = "c"
      } == ["identity 3 one identity several keys"])
    #expect(
      try differences { fixture in
        fixture.records[0][0].nameKey = "b"
        fixture.records[1][0].nameKey = "b"
        fixture.records[1][1].nameKey = "b"
      } == ["identity 2 several identities the same keys"])
  }
}
