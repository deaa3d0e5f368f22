import Domain
import TestSupport
import Testing

struct UnclearEncodingTests {
  private let sent = Sent(
    bytes: OldEncoding.vniWindows.encoded("Tên mô hình,Lĩnh vực,Năm\n")
      + OldEncoding.tcvn3.encoded("Trồng bưởi,Kinh tế,2023\n\"Tổ tự quản đường\"x,Kinh tế,2022\n")
      + OldEncoding.vniWindows.encoded(
        "Câu lạc bộ văn nghệ quần chúng ở khu dân cư,Kinh tế,2022\n"
          + "Vận động nhân dân hiến đất mở rộng đường,Kinh tế,2022\n"))

  @Test func `an unclear encoding is told with the candidates`() throws {
    try expect(
      .unclearEncoding, in: sent,
      Expected(
        severity: .error, place: place(),
        vietnamese: "không rõ bảng mã của tệp nên 4 bản ghi bị loại; có thể là (số từ đọc được): "
          + "VNI-Windows (phông VNI-Times) (26/32); TCVN3 (ABC, phông .VnTime) (9/32); VISCII "
          + "(9/32); hãy mở tệp bằng đúng phông chữ, chuyển sang phông Unicode và trong Excel chọn "
          + "Lưu dưới dạng “CSV UTF-8” rồi gửi lại, hoặc ghi bảng mã của đơn vị ở “encoding” trong "
          + "kheo.yml",
        english:
          "the encoding of the file is not clear, so all 4 data records are rejected; it may be "
          + "(words that can be read): VNI-Windows (VNI-Times fonts) (26/32); TCVN3 (ABC, .VnTime "
          + "fonts) (9/32); VISCII (9/32); open it with the right font, change it to a Unicode "
          + "font, choose Save As “CSV UTF-8” in Excel and send it again, or state the sender's "
          + "encoding under “encoding” in kheo.yml"))
  }

  @Test func `nothing of it is looked into, counted or shown`() throws {
    let found = try reviewed(sent)
    #expect(found.rules == [.unclearEncoding])
    #expect(found.count(.rejected) == 4)
    #expect(found.admittedCount == 0)
    #expect(found.reading.header == nil)
    #expect(found.reading.flagged.isEmpty)
    #expect(found.reading.records.total == found.reading.recordCount)
  }

  @Test(arguments: [
    NearMiss("Unicode", "Tên mô hình,Lĩnh vực,Năm\nTrồng bưởi,Kinh tế,2023\n"),
    NearMiss("a file without a header", "Trồng bưởi,Kinh tế,2023\n"),
  ]) func `Unicode is never unclear`(_ miss: NearMiss) throws {
    try expectSilence(of: .unclearEncoding, in: miss)
  }
}
