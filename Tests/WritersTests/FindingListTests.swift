import Domain
import TestSupport
import Testing

struct FindingListTests {
  /// A finding that shares nearly everything with others, so that each part of the order counts.
  private func finding(_ dice: inout Dice) -> Finding {
    let name = dice.pick(["a", "b", "á", "a\u{301}"])
    return Finding(
      severity: dice.pick(Severity.allCases), rule: dice.pick(Array(RuleID.allCases.prefix(4))),
      place: Place(
        path: "submissions/2024/\(name).csv", sheet: name == "b" ? "Tờ 1" : nil,
        line: dice.pick([nil, 1, 2]), record: dice.pick([nil, 1, 2]),
        column: dice.pick(["", "Tên", "Năm"]), position: dice.roll(30)),
      value: dice.pick(["", "=1", "xã \u{1F600}"]), message: dice.pick(["một", "hai ba", ""]),
      see: dice.pick(["", "a.csv:1"]))
  }

  @Test(arguments: 1...200)
  func `a list gives back what was put in, in the order of findings.csv`(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let findings = (0..<dice.roll(40)).map { _ in finding(&dice) }
    let list = FindingList(findings)
    #expect(list.count == findings.count)
    var counts: [Finding: Int] = [:]
    for finding in findings { counts[finding, default: 0] += 1 }
    for finding in list { counts[finding, default: 0] -= 1 }
    #expect(counts.allSatisfy { $0.value == 0 })
    for (left, right) in zip(list, list.dropFirst()) {
      #expect(!Finding.inOrder(right, left))
    }
  }

  @Test(arguments: 1...50)
  func `pages that were put together are as one`(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let findings = (0..<dice.roll(40)).map { _ in finding(&dice) }.filter {
      $0.place.path.hasSuffix("b.csv")
    }
    let middle = dice.roll(findings.count)
    var (page, other) = (
      FindingPage(path: "submissions/2024/b.csv"), FindingPage(path: "submissions/2024/b.csv")
    )
    page.append(Array(findings[..<middle]))
    other.append(Array(findings[middle...]))
    page.append(other)
    page.sort()
    let one = FindingList(findings)
    #expect(one.count == page.count)
    for index in 0..<page.count { #expect(!Finding.inOrder(one[index], page[index])) }
  }

  @Test func `findings are told by rule and severity`() {
    let place = Place(path: "a.csv")
    func finding(_ rule: RuleID, _ severity: Severity) -> Finding {
      Finding(severity: severity, rule: rule, place: place, value: "", message: "")
    }
    let list = FindingList([
      finding(.invalidYear, .error), finding(.wardInferred, .info), finding(.invalidYear, .error),
    ])
    #expect(
      Set(list.tallies.map { "\($0.rule) \($0.severity) \($0.count)" })
        == ["invalidYear error 2", "wardInferred info 1"])
    #expect(list.count(of: .error) == 2 && list.count(of: .warning) == 0)
    #expect(FindingList([]).isEmpty && FindingList([]).tallies.isEmpty)
  }
}
