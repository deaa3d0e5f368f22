import Domain
import TestSupport
import Testing

struct MergedCellTests {
  private static let rows: [[String?]] = [
    ["Tên mô hình", "Lĩnh vực", "Năm", "SL"], ["a", "KT", "2023", "3"], ["b", "KT", "2023"],
    ["c", "KT", "2023"],
  ]

  private func expected(_ row: Int, _ name: String) -> Expected {
    Expected(
      severity: .error,
      place: Place(
        path: "submissions/2023/an-luu.csv", sheet: "Biểu 1", line: row, record: row, column: "SL",
        position: 3),
      vietnamese:
        "ô “SL” được gộp với dòng trên (mô hình “\(name)”) nên không rõ giá trị là của riêng dòng nào; "
        + "hãy bỏ gộp ô và ghi giá trị vào từng dòng",
      english:
        "the “SL” cell is merged with the row above (model “\(name)”), so that it is not clear which row "
        + "has its value; unmerge it and write a value in each row")
  }

  @Test func `rows below the first of a merged number are told and rejected`() throws {
    let sent = Sent(bytes: HandmadeSheets(Self.rows, merges: ["D2:D4"]).bytes)
    try expect(.mergedCell, in: sent, expected(3, "b"), expected(4, "c"))
    let found = try reviewed(sent)
    #expect(found.count(.rejected) == 2)
    #expect(found.admittedCount == 1)
  }

  @Test func `a merged name is told once, and not as missing, too`() throws {
    let rows: [[String?]] = [
      ["Tên mô hình", "Lĩnh vực", "Năm", "SL"], ["a", "KT", "2023", "3"], [nil, "KT", "2023", "1"],
    ]
    let found = try reviewed(Sent(bytes: HandmadeSheets(rows, merges: ["A2:A3"]).bytes))
    #expect(found.rules == [.mergedCell])
    #expect(found.findings.map(\.place.cell) == ["'Biểu 1'!A3"])
  }

  @Test(arguments: ["B2:B4", "C2:C4", "A1:D1", "B2:C2"])
  func `other merges are no finding`(_ merge: String) throws {
    try expectSilence(
      of: .mergedCell,
      in: NearMiss(merge, Sent(bytes: HandmadeSheets(Self.rows, merges: [merge]).bytes)))
  }
}
