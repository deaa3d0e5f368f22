import Domain
import Testing
import Validation

/// Two records of two submissions as the counting hands them to a rule.
///
/// `csv` is one line below the header; the record it is compared with stands at `other`.
func pair(
  _ rule: RuleID, _ record: String, quantity: Int = 1, other: Place, otherQuantity: Int = 1
) throws -> RecordPair {
  let sent = Sent("Tên mô hình,Lĩnh vực,Năm,Số lượng\nNuôi dê,KT,2023,\n" + record + "\n")
  let reading = try reviewed(sent).reading
  return RecordPair(
    rule: rule, header: try #require(reading.header), place: place(line: 3, record: 3),
    cells: record.split(separator: ",", omittingEmptySubsequences: false).map(String.init),
    quantity: quantity, other: other, otherQuantity: otherQuantity,
    otherField: Field(
      code: "KT", vietnameseName: "Kinh tế", englishName: "Economy", aliases: []),
    otherYear: 2021)
}

/// Expects the whole finding of a pair in both languages.
func expect(
  _ pair: RecordPair, _ expected: Expected, sourceLocation: SourceLocation = #_sourceLocation
) {
  expect(pair.rule, expected, sourceLocation: sourceLocation) { language in
    [pair.finding(in: language)].compactMap { $0 }
  }
}

let earlierFile = Place(path: "submissions/2021/an-luu.csv", line: 7, record: 6)

struct RecordPairTests {
  @Test(arguments: RuleID.allCases)
  func `only the rules of counting speak of pairs`(_ rule: RuleID) throws {
    let comparing: [RuleID] = [
      .duplicateRecord, .fieldConflict, .yearChanged, .quantityChanged, .suspectedDuplicate,
      .nearDuplicate,
    ]
    let finding = try pair(rule, "A,KT,2023,", other: earlierFile).finding(in: .english)
    #expect(finding?.rule == (comparing.contains(rule) ? rule : nil))
    #expect(comparing.contains(rule) == (finding != nil))
  }
}
