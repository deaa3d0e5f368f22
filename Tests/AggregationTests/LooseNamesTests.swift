import Aggregation
import Domain
import Testing

/// `suspected-duplicate`: counted records of one ward, different identities, one loose key.
struct LooseNamesTests {
  /// A model of the loose key “trongtoi”, of another name each time.
  private func garlic(_ name: String, hamlet: String = "") -> Model {
    Model(name).with(\.loose, "trongtoi").with(\.hamlet, hamlet)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let hamlets: [String]
    let remarks: [String]

    init(_ hamlets: String..., gives remarks: String...) {
      self.hamlets = hamlets
      self.remarks = remarks
    }

    var testDescription: String { "hamlets \(hamlets)" }
  }

  @Test(arguments: [
    Case("", "", gives: "1>0"),
    Case("", "3", gives: "1>0"),
    Case("3", "", gives: "1>0"),
    Case("3", "3", gives: "1>0"),
    Case("3", "4"),
    Case("", "", "", gives: "1>0", "2>0"),
    Case("", "3", "4", gives: "1>0", "2>0"),
    Case("3", "", "4", gives: "1>0", "2>1"),
    Case("3", "4", "", gives: "2>0"),
    Case("3", "4", "3", gives: "2>0"),
    Case("3", "4", "4", gives: "2>1"),
    Case("3", "3", "", gives: "1>0", "2>0"),
    Case("3", "", "3", gives: "1>0", "2>0"),
    Case("3", "4", "", "4", gives: "2>0", "3>1"),
    Case("3", "", "4", "4", gives: "1>0", "2>1", "3>1"),
    Case("3", "4", "5", "5", "", gives: "3>2", "4>0"),
  ]) func `the earliest that fits is pointed to, once a record`(_ test: Case) {
    var block = RecordBlock()
    block.owners = [nobody]
    for (index, hamlet) in test.hamlets.enumerated() {
      block.append(garlic("name \(index)", hamlet: hamlet).row(index + 2, owner: 0))
    }
    let counting = counted(Sent(block: block, period: Period(year: 2020)))
    let all = test.hamlets.map { _ in "counted" }.joined(separator: " ")
    #expect(counting.story == all)
    #expect(
      counting.pairs.map { "\($0.row.row)>\($0.other.row)" } == test.remarks)
    #expect(counting.pairs.allSatisfy { $0.rule == .suspectedDuplicate })
  }

  @Test func `two owners of one name in one hamlet are suspected`() {
    let counting = counted(
      sent("2020", garlic("a", hamlet: "3"), garlic("a", hamlet: "3").with(\.owner, hpn)))
    #expect(counting.remarks == ["suspected-duplicate 0.1>0.0"])
  }

  @Test func `another ward, another loose key, and what is not counted are not suspected`() {
    #expect(counted(sent("2020", garlic("a"), garlic("b").with(\.ward, 1))).remarks.isEmpty)
    #expect(counted(sent("2020", Model("a"), Model("b"))).remarks.isEmpty)
    #expect(counted(sent("2020", garlic("a")), sent("2021", garlic("a"))).remarks.isEmpty)
  }

  @Test func `a record is suspected across submissions and periods`() {
    let counting = counted(
      sent("2020", garlic("a")), sent("2021", garlic("a"), garlic("b")), sent("2022", garlic("c")))
    #expect(
      counting.remarks == ["suspected-duplicate 1.1>0.0", "suspected-duplicate 2.0>0.0"])
  }

  @Test func `both stay counted`() {
    let counting = counted(sent("2020", garlic("a").with(\.quantity, 2), garlic("b")))
    #expect(counting.figures.registered() == 3)
  }
}
