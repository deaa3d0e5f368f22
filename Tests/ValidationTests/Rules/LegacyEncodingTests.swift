import Domain
import TestSupport
import Testing

struct LegacyEncodingTests {
  private let text =
    "Tên mô hình,Lĩnh vực,Năm\nTrồng bưởi da xanh,Kinh tế,2023\nTổ tự quản,Văn hóa - xã hội,2022\n"

  @Test func `an old encoding is told, and the records count`() throws {
    let sent = Sent(bytes: OldEncoding.tcvn3.encoded(text))
    try expect(
      .legacyEncoding, in: sent,
      Expected(
        severity: .warning, place: place(), value: "tcvn3",
        vietnamese:
          "bảng mã của tệp là TCVN3 (ABC, phông .VnTime), đã được chuyển sang Unicode; hãy "
          + "xem lại dấu và chữ hoa của các tên, rồi chuyển mã tệp sang Unicode (bằng công cụ chuyển "
          + "mã như UniKey), đổi phông, và trong Excel chọn Lưu dưới dạng “CSV UTF-8”",
        english:
          "the encoding of the file is TCVN3 (ABC, .VnTime fonts), and it was read as Unicode; "
          + "check the diacritics and capitals of the names, then convert the text to Unicode "
          + "(with a tool such as UniKey), change the font, and choose Save As “CSV UTF-8” in Excel"
      ))
    let found = try reviewed(sent)
    #expect(found.rules == [.legacyEncoding])
    #expect(found.admittedCount == 2)
  }

  @Test func `each old encoding is named`() throws {
    let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for (bytes, id, vietnamese, english) in [
      (
        OldEncoding.vniWindows.encoded(text), "vni-windows", "VNI-Windows (phông VNI-Times)",
        "VNI-Windows (VNI-Times fonts)"
      ),
      (OldEncoding.viscii.encoded(text), "viscii", "VISCII", "VISCII"),
      (OldEncoding.windows1258.encoded(text), "windows-1258", "windows-1258", "windows-1258"),
      (
        utf16, "utf-16-le-unmarked", "UTF-16 LE không có dấu BOM",
        "UTF-16 LE without a byte-order mark"
      ),
      (
        misread(Array(text.utf8)), "utf-8-as-windows-1252",
        "UTF-8 từng bị đọc nhầm là windows-1252", "UTF-8 once misread as windows-1252"
      ),
      (
        misread(misread(Array(text.utf8))), "utf-8-as-windows-1252-twice",
        "UTF-8 hai lần bị đọc nhầm là windows-1252", "UTF-8 twice misread as windows-1252"
      ),
      (
        misread(OldEncoding.tcvn3.encoded(text)), "tcvn3-as-windows-1252",
        "chữ TCVN3 (ABC, phông .VnTime) lưu trong tệp Unicode",
        "TCVN3 (ABC, .VnTime fonts) text saved in a Unicode file"
      ),
    ] {
      for (language, name) in [(Language.vietnamese, vietnamese), (.english, english)] {
        let found = try reviewed(Sent(bytes: bytes), in: language)
        #expect(found.rules == [.legacyEncoding])
        #expect(found.findings.first?.value == id)
        #expect(found.findings.first?.message.contains(" \(name), ") == true)
        #expect(found.admittedCount == 2)
      }
    }
  }

  @Test(arguments: [
    NearMiss("Unicode", "Tên mô hình,Lĩnh vực,Năm\nTrồng bưởi,Kinh tế,2023\n"),
    NearMiss("Unicode with a mark", "\u{FEFF}Tên mô hình,Lĩnh vực,Năm\nTrồng bưởi,Kinh tế,2023\n"),
  ]) func `Unicode is no finding`(_ miss: NearMiss) throws {
    try expectSilence(of: .legacyEncoding, in: miss)
  }
}
