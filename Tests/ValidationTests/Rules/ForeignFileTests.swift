import Domain
import Testing
import Validation

struct ForeignFileTests {
  @Test func `a file of another kind is told with its name and what to do`() throws {
    try expect(
      .foreignFormat, in: Sent("%PDF-1.7"),
      Expected(
        severity: .error, place: place(),
        vietnamese:
          "tệp này là tệp PDF nên không bản ghi nào được đọc; hãy xin đơn vị tệp bảng tính gốc "
          + "(.xlsx) rồi gửi lại",
        english:
          "this file is a PDF file, so that no record is read; ask the office for the spreadsheet "
          + "(.xlsx) that it was made from, and send that"))
  }

  @Test(arguments: ForeignFormat.allCases)
  func `each kind has its name and advice in both languages`(_ format: ForeignFormat) {
    #expect(format.name(in: .vietnamese) != format.name(in: .english))
    #expect(format.advice(in: .vietnamese).hasPrefix("hãy "))
    #expect(format.advice(in: .english).contains("send"))
  }

  @Test func `nothing else is said of it but who sent it`() throws {
    let found = try reviewed(Sent("%PDF-1.7").by(.unknown))
    #expect(Set(found.rules) == [.foreignFormat, .unknownSubmitter])
  }

  @Test func `what can be read is not foreign`() throws {
    try expectSilence(
      of: .foreignFormat,
      in: NearMiss("a text", "Tên mô hình,Lĩnh vực,Năm\n%PDF-1.7,KT,2023\n"))
    try expectSilence(
      of: .foreignFormat,
      in: NearMiss(
        "a workbook", Sent(rows: [["Tên mô hình", "Lĩnh vực", "Năm"], ["a", "KT", "2023"]])))
  }
}
