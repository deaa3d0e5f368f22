import Aggregation
import Domain
import Testing

/// What a later record says otherwise than the counted one.
struct ChangedRecordTests {
  private let goats = Model("nuôi dê")

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let change: @Sendable (Model) -> Model
    let rules: [String]

    init(_ name: String, _ rules: [String], _ change: @escaping @Sendable (Model) -> Model) {
      self.name = name
      self.rules = rules
      self.change = change
    }

    var testDescription: String { name }
  }

  private static let cases = [
    Case("nothing", []) { $0 },
    Case("the field", ["field-conflict"]) { $0.with(\.field, 1) },
    Case("the year", ["year-changed"]) { $0.with(\.year, 2021) },
    Case("the quantity", ["quantity-changed"]) { $0.with(\.quantity, 2) },
    Case("the quarter only", []) { $0.with(\.quarter, 2) },
    Case("the status only", []) { $0.with(\.isEnded, true) },
    Case("all three", ["field-conflict", "quantity-changed", "year-changed"]) {
      $0.with(\.field, 2).with(\.year, 2022).with(\.quantity, 9)
    },
  ]

  @Test(arguments: cases)
  func `a carried-over record that differs is told, pointing to the counted one`(_ test: Case) {
    let counting = counted(sent("2020", goats), sent("2021", test.change(goats)))
    #expect(counting.story == "counted | carried-over")
    #expect(counting.remarks == test.rules.map { "\($0) 1.0>0.0" })
  }

  @Test(arguments: cases)
  func `a duplicate that differs is told as well`(_ test: Case) {
    let counting = counted(sent("2020", goats, test.change(goats)))
    #expect(counting.story == "counted duplicate")
    #expect(
      counting.remarks
        == (["duplicate-record"] + test.rules).map { "\($0) 0.1>0.0" }.sorted())
  }

  @Test func `what differs from a record between is not told`() {
    let counting = counted(
      sent("2020", goats), sent("2021", goats.with(\.quantity, 2)), sent("2022", goats))
    #expect(counting.remarks == ["quantity-changed 1.0>0.0"])
  }

  @Test func `a duplicate of a later period is compared with the counted record`() {
    let more = goats.with(\.quantity, 2)
    let counting = counted(sent("2020", goats), sent("2021", more, more))
    #expect(
      counting.remarks == [
        "duplicate-record 1.1>1.0", "quantity-changed 1.0>0.0", "quantity-changed 1.1>0.0",
      ])
  }

  @Test func `the counted field, year and quantity stand`() {
    let counting = counted(
      sent("2020", goats),
      sent("2021", goats.with(\.field, 1).with(\.year, 2021).with(\.quantity, 50)))
    #expect(counting.figures.registered(ward: 0, field: 0, year: 2020) == 1)
    #expect(counting.figures.registered() == 1)
  }
}
