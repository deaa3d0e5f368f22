import Domain
import SQLRecount
import Testing

struct RoleTests {
  private let a = Model("a")

  @Test func `the first record of a model is counted`() throws {
    #expect(try story(Sent("x.csv", "2021", a, Model("b"))) == "counted counted")
  }

  @Test func `a second record in the same period is a duplicate`() throws {
    #expect(try story(Sent("x.csv", "2021", a, a)) == "counted duplicate")
    #expect(try story(Sent("x.csv", "2021", a), Sent("y.csv", "2021", a)) == "counted | duplicate")
  }

  @Test func `a record of another ward, hamlet or owner is another model`() throws {
    let others = Sent(
      "x.csv", "2021", a, a.with(\.ward, 1), a.with(\.hamlet, "1"), a.with(\.owner, "HPN"))
    #expect(try story(others) == "counted counted counted counted")
  }

  @Test func `a record in a later period is carried over`() throws {
    #expect(
      try story(Sent("x.csv", "2021", a), Sent("x.csv", "2022", a)) == "counted | maintained")
  }

  @Test func `submissions may be handed over in any order`() throws {
    #expect(
      try story(Sent("x.csv", "2022", a), Sent("x.csv", "2021", a)) == "maintained | counted")
  }

  @Test func `no period comes first`() throws {
    #expect(try story(Sent("x.csv", "2021", a), Sent("y.csv", nil, a)) == "maintained | counted")
    #expect(try story(Sent("x.csv", nil, a), Sent("y.csv", nil, a)) == "counted | duplicate")
  }

  @Test func `a year comes after its four quarters and before the next`() throws {
    #expect(
      try story(Sent("x.csv", "2021", a), Sent("x.csv", "2021-Q4", a)) == "maintained | counted")
    #expect(
      try story(Sent("x.csv", "2022-Q1", a), Sent("x.csv", "2021", a)) == "maintained | counted")
  }

  @Test func `within a period paths are compared byte by byte, without their extension`() throws {
    // With it, “an-luu-bo-sung.csv” would come first, for “-” is less than “.”.
    #expect(
      try story(Sent("an-luu-bo-sung.csv", "2021", a), Sent("an-luu.csv", "2021", a))
        == "duplicate | counted")
    #expect(
      try story(Sent("ă.csv", "2021", a), Sent("z.csv", "2021", a)) == "duplicate | counted")
  }

  @Test func `paths that differ by their extension alone are compared as a whole`() throws {
    #expect(
      try story(Sent("x.csv", "2021", a), Sent("x.CSV", "2021", a)) == "duplicate | counted")
  }

  @Test func `a model is maintained once a reporting year`() throws {
    #expect(
      try story(
        Sent("x.csv", "2020", a), Sent("x.csv", "2021-Q1", a), Sent("y.csv", "2021-Q1", a),
        Sent("x.csv", "2021-Q2", a), Sent("x.csv", "2022", a))
        == "counted | maintained | duplicate | carriedOverAgain | maintained")
  }

  @Test func `the counted record does not take the place of its reporting year`() throws {
    #expect(
      try story(
        Sent("x.csv", "2021-Q1", a, a), Sent("x.csv", "2021-Q2", a), Sent("x.csv", "2021-Q3", a))
        == "counted duplicate | maintained | carriedOverAgain")
  }

  @Test func `a model that ended is not maintained, nor later in that year`() throws {
    let ended = a.with(\.isEnded, true)
    #expect(
      try story(
        Sent("x.csv", "2020", a), Sent("x.csv", "2021-Q1", ended), Sent("x.csv", "2021-Q2", a))
        == "counted | carriedOverEnded | carriedOverAgain")
  }

  @Test func `a model is not maintained before the year after its registration`() throws {
    #expect(
      try story(Sent("x.csv", "2020-Q1", a), Sent("x.csv", "2020-Q2", a))
        == "counted | carriedOverEarly")
    let later = a.with(\.year, 2022)
    #expect(
      try story(Sent("x.csv", "2021", later), Sent("x.csv", "2022", a), Sent("x.csv", "2023", a))
        == "counted | carriedOverEarly | maintained")
  }

  @Test func `a model is not maintained in a year outside the period`() throws {
    #expect(
      try story(Sent("x.csv", "2021", a), Sent("x.csv", "2025", a), Sent("x.csv", "2025-Q1", a))
        == "counted | carriedOverOutside | carriedOverOutside")
  }
}
