import Domain
import Testing

struct InvalidEncodingTests {
  private func sent(_ records: [UInt8]...) -> Sent {
    Sent(bytes: Array("Tên mô hình,Lĩnh vực,Năm\n".utf8) + records.joined())
  }
  private let latin = Array("Tr".utf8) + [0xF4] + Array("ng,KT,2023\n".utf8)
  private let clean = Array("Nuôi dê,KT,2023\n".utf8)

  @Test func `ill-formed bytes are told on their record`() throws {
    try expect(
      .invalidEncoding, in: sent(clean, latin),
      Expected(
        severity: .error, place: place(line: 3, record: 3),
        vietnamese: "có byte không phải UTF-8, chữ ở dòng này không đọc được; hãy lưu lại tệp dạng "
          + "“CSV UTF-8” rồi gửi lại",
        english: "there are bytes that are not UTF-8, so this record cannot be read; save the "
          + "file as “CSV UTF-8” and send it again"))
  }

  @Test func `ill-formed bytes reject their record and no other`() throws {
    let found = try reviewed(sent(latin, clean))
    #expect(found.rules == [.invalidEncoding])
    #expect(found.count(.rejected) == 1)
    #expect(found.admittedCount == 1)
  }

  @Test func `ill-formed bytes are told in a file that is rejected as a whole, too`() throws {
    let found = try reviewed(Sent(bytes: latin))
    #expect(found.rules == [.noHeader, .invalidEncoding])
  }

  @Test(arguments: [
    NearMiss(
      "a replacement character that was sent", "Tên mô hình,Lĩnh vực,Năm\nA\u{FFFD},KT,2023\n"),
    NearMiss("decomposed letters", "Tên mô hình,Lĩnh vực,Năm\nTro\u{302}\u{300}ng,KT,2023\n"),
  ]) func `well-formed bytes are no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .invalidEncoding, in: miss)
  }
}
