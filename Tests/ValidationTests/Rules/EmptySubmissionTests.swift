import Domain
import Testing

struct EmptySubmissionTests {
  private let expected = Expected(
    severity: .warning, place: place(),
    vietnamese: "tệp không có bản ghi nào; hãy hỏi đơn vị: kỳ này không có mô hình hay gửi nhầm "
      + "tệp",
    english: "the file holds no record; ask the sender whether there is nothing to report or it "
      + "is the wrong file")

  @Test(arguments: [
    NearMiss("no bytes", ""), NearMiss("blank records only", ",,\n\n , \n"),
    NearMiss("only sep=", "sep=;\n"), NearMiss("only a header", "Tên mô hình,Lĩnh vực,Năm\n"),
    NearMiss(
      "a header, a total and a footer",
      "Tên mô hình,Lĩnh vực,Năm\nTổng cộng,,0\nNgười lập biểu,,\n"),
  ]) func `a file without a data record is told, and not as one without a header`(
    _ empty: NearMiss
  ) throws {
    try expect(.emptySubmission, in: empty.sent, expected)
    #expect(try reviewed(empty.sent).rules == [.emptySubmission])
  }

  @Test(arguments: [
    NearMiss("one record", "Tên mô hình,Lĩnh vực,Năm\nTrồng tỏi,KT,2023\n"),
    NearMiss("one rejected record", "Tên mô hình,Lĩnh vực,Năm\nTrồng tỏi,KT,\n"),
    NearMiss("a record without a header", "Trồng tỏi,KT,2023\n"),
  ]) func `a file with a data record is not empty`(_ miss: NearMiss) throws {
    try expectSilence(of: .emptySubmission, in: miss)
  }
}
