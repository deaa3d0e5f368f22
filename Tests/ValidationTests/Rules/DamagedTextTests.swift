import Domain
import TestSupport
import Testing

struct DamagedTextTests {
  private let header = "Tên mô hình,Lĩnh vực,Năm,Thôn\n"

  @Test func `lost letters are told, and the record is not judged further`() throws {
    let sent = Sent(header + "Tr?ng b??i da xanh,K?nh t?,20x3,\nNuôi dê,KT,2023,\n")
    let found = try reviewed(sent)
    #expect(found.rules == [.damagedText, .damagedText])
    #expect(found.count(.rejected) == 1)
    #expect(found.admittedCount == 1)
  }

  @Test func `the damaged cell is quoted`() throws {
    try expect(
      .damagedText, in: Sent(header + "Nuôi dê,KT,2023,\nTr?ng rau s?ch,KT,2023,\n"),
      Expected(
        severity: .error, place: place(line: 3, record: 3, column: "Tên mô hình"),
        value: "Tr?ng rau s?ch",
        vietnamese:
          "chữ ở cột “Tên mô hình” bị mất khi lưu: “Tr?ng rau s?ch”; hãy mở lại tệp gốc, lưu "
          + "dạng “CSV UTF-8” rồi gửi lại",
        english:
          "letters of the “Tên mô hình” cell were lost in saving: “Tr?ng rau s?ch”; open the "
          + "original file again, save it as “CSV UTF-8” and send that"))
  }

  @Test func `a cell in an old encoding is told as it is meant, never as it looks`() throws {
    let old = misread(OldEncoding.tcvn3.encoded("Tổ tự quản đường điện"))
    let sent = Sent(
      bytes: Array((header + "Nuôi dê,KT,2023,\nTrồng rau sạch,KT,2023,\n").utf8) + old
        + Array(",KT,2023,\n".utf8))
    try expect(
      .damagedText, in: sent,
      Expected(
        severity: .error, place: place(line: 4, record: 4, column: "Tên mô hình"),
        vietnamese:
          "ô ở cột “Tên mô hình” là chữ TCVN3 (ABC, phông .VnTime) lưu trong tệp Unicode, có "
          + "lẽ muốn ghi “Tổ tự quản đường điện”; hãy gõ lại ô này bằng phông Unicode rồi gửi lại",
        english:
          "the “Tên mô hình” cell is TCVN3 (ABC, .VnTime fonts) text saved in a Unicode file, and "
          + "probably means “Tổ tự quản đường điện”; type it again in a Unicode font and send the "
          + "file again"))
    #expect(try reviewed(sent).admittedCount == 2)
  }

  @Test(arguments: ["Tên mô hình", "Lĩnh vực", "Thôn"])
  func `damage is told in every column that names something`(_ column: String) throws {
    let cells = ["Tên mô hình": "Nuôi dê", "Lĩnh vực": "KT", "Năm": "2023", "Thôn": "Đông"]
    let row = ["Tên mô hình", "Lĩnh vực", "Năm", "Thôn"].map {
      $0 == column ? "Kh\u{FFFD}" : cells[$0, default: ""]
    }
    let found = try reviewed(Sent(header + row.joined(separator: ",") + "\n"))
    #expect(found.findings.map(\.place.column) == [column])
    #expect(found.rules == [.damagedText])
  }

  @Test func `bytes that are no UTF-8 are told once, as such`() throws {
    let found = try reviewed(
      Sent(bytes: Array((header + "Nuôi dê").utf8) + [0xFF] + Array(",KT,2023,\n".utf8)))
    #expect(found.rules == [.invalidEncoding])
  }

  @Test(arguments: [
    NearMiss("a question", "Tên mô hình,Lĩnh vực,Năm\nAn toàn là gì? Làm thế nào?,KT,2023\n"),
    NearMiss("a lone mark", "Tên mô hình,Lĩnh vực,Năm,Thôn\nNuôi dê,KT,2023,?\n"),
    NearMiss("an address", "Tên mô hình,Lĩnh vực,Năm\nXem https://kheo.vn/?a=b,KT,2023\n"),
    NearMiss("a column that names nothing", "Tên mô hình,Lĩnh vực,Năm,Ghi chú\nA,KT,2023,b?c\n"),
  ]) func `what is no damage is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .damagedText, in: miss)
  }
}
