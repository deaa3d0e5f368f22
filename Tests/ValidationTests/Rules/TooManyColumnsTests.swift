import Domain
import Testing
import Validation

struct TooManyColumnsTests {
  private static let limit = 16_384
  private static let record = "Trồng tỏi,KT,2023"

  /// A header of `count` columns, all but three without a heading.
  private static func header(of count: Int) -> String {
    "Tên mô hình,Lĩnh vực,Năm" + String(repeating: ",", count: count - 3) + "\n"
  }

  @Test func `a header of one column more than the limit rejects the file`() throws {
    let sent = Sent("Báo cáo\n" + Self.header(of: Self.limit + 1) + Self.record + "\n")
    try expect(
      .tooManyColumns, in: sent,
      Expected(
        severity: .error, place: place(line: 2, record: 2), value: "16385",
        vietnamese:
          "tiêu đề có 16385 cột, quá giới hạn 16384, nên mọi bản ghi trong tệp bị loại; hãy xóa các cột "
          + "thừa ở cuối bảng rồi gửi lại",
        english:
          "the header has 16385 columns, beyond the limit of 16384, so all records of the file are rejected; "
          + "delete the columns too many and send it again"))
    let found = try reviewed(sent)
    #expect(found.rules == [.tooManyColumns])
    #expect(found.count(.rejected) == 1 && found.admittedCount == 0)
  }

  @Test(arguments: [limit - 1, limit])
  func `a header up to the limit is read`(_ count: Int) throws {
    let found = try reviewed(Sent(Self.header(of: count) + Self.record + "\n"))
    #expect(found.rules == [])
    #expect(found.admittedCount == 1)
  }

  @Test func `thousands of headings beyond it are not listed one by one`() throws {
    let headings = (0..<20_000).map { ",x\($0)" }.joined()
    let found = try reviewed(Sent("Tên mô hình,Lĩnh vực,Năm\(headings)\n" + Self.record + "\n"))
    #expect(found.rules == [.tooManyColumns])
    #expect(found.findings.map(\.value) == ["20003"])
  }

  @Test(arguments: [limit, limit + 1, 1_000_000])
  func `a record of more cells than that is ragged if one of them is filled`(_ count: Int) throws {
    for (start, admitted) in [(Self.record, 1), (",,", 0)] {
      let blank = start + String(repeating: ",", count: count - 3)
      let header = "Tên mô hình,Lĩnh vực,Năm\n"
      let left = try reviewed(Sent(header + blank + "\nNuôi dê,KT,2023\n"))
      #expect(left.rules == [] && left.admittedCount == 1 + admitted)
      #expect(left.reading.records[.blank] == 1 - admitted)
      let filled = try reviewed(Sent(header + blank + "x\nNuôi dê,KT,2023\n"))
      #expect(filled.findings.map(\.rule) == [.raggedRecord])
      #expect(filled.findings.map(\.value) == ["\(count)"])
      #expect(filled.count(.rejected) == 1 && filled.admittedCount == 1)
    }
  }
}
