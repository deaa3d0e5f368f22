import Domain
import Testing

/// The rules that look at the text of single cells, one after another.
struct CellRuleTests {
  private static let header = "STT,Tên mô hình,Lĩnh vực,Năm,Thôn,Ghi chú\n"

  private func sent(name: String = "Trồng tỏi", hamlet: String = "", note: String = "") -> Sent {
    Sent(Self.header + "1,\(name),KT,2023,\(hamlet),\(note)\n")
  }

  private func place(_ column: String) -> Place {
    ValidationTests.place(line: 2, record: 2, column: column)
  }

  @Test func `a hidden character is told with its code point, and the record is rejected`() throws {
    let text = "Tr\u{200B}ồng t\u{202E}ỏi"
    try expect(
      .hiddenCharacter, in: sent(name: text),
      Expected(
        severity: .error, place: place("Tên mô hình"), value: "Tr\\u{200B}ồng t\\u{202E}ỏi",
        vietnamese:
          "cột “Tên mô hình” có ký tự ẩn U+200B, U+202E trong “Tr\\u{200B}ồng t\\u{202E}ỏi”; "
          + "hãy gõ lại ô này, không dán",
        english: "the “Tên mô hình” cell holds the hidden character U+200B, U+202E in "
          + "“Tr\\u{200B}ồng t\\u{202E}ỏi”; type the cell anew instead of pasting it"))
    #expect(try reviewed(sent(name: text)).count(.rejected) == 1)
  }

  @Test func `an escape sequence is told with its code point, shown escaped`() throws {
    let text = "Trồng \u{1B}[31mtỏi"
    try expect(
      .controlCharacter, in: sent(name: text),
      Expected(
        severity: .error, place: place("Tên mô hình"), value: "Trồng \\u{1B}[31mtỏi",
        vietnamese:
          "cột “Tên mô hình” có ký tự điều khiển U+001B trong “Trồng \\u{1B}[31mtỏi”; hãy gõ "
          + "lại ô này",
        english:
          "the “Tên mô hình” cell holds the control character U+001B in “Trồng \\u{1B}[31mtỏi”; "
          + "type the cell anew"))
  }

  @Test func `a letter that only looks Vietnamese is told with the letter that was meant`() throws {
    try expect(
      .lookAlikeLetter, in: sent(name: "Ðường rаu"),
      Expected(
        severity: .error, place: place("Tên mô hình"), value: "\\u{D0}ường r\\u{430}u",
        vietnamese:
          "cột “Tên mô hình” có chữ trông giống nhưng không phải chữ Việt: U+00D0 (“Đ”), U+0430 "
          + "(“a”) trong “\\u{D0}ường r\\u{430}u”; hãy gõ lại ô này bằng bộ gõ tiếng Việt",
        english:
          "the “Tên mô hình” cell holds letters that only look Vietnamese: U+00D0 (“Đ”), U+0430 "
          + "(“a”) in “\\u{D0}ường r\\u{430}u”; type the cell anew with a Vietnamese keyboard"))
  }

  @Test func `an error value of a spreadsheet is told`() throws {
    try expect(
      .spreadsheetError, in: sent(name: "#REF!"),
      Expected(
        severity: .error, place: place("Tên mô hình"), value: "#REF!",
        vietnamese:
          "cột “Tên mô hình” chỉ còn “#REF!”, là báo lỗi của bảng tính; hãy mở tệp gốc, sửa "
          + "công thức hoặc nới rộng cột, rồi gửi lại",
        english: "the “Tên mô hình” cell says only “#REF!”, an error of the spreadsheet; open the "
          + "original, mend the formula or widen the column, and send it again"))
  }

  @Test func `a number with an exponent is told`() throws {
    try expect(
      .scientificNumber, in: sent(hamlet: "1E+05"),
      Expected(
        severity: .error, place: place("Thôn"), value: "1E+05",
        vietnamese:
          "cột “Thôn” ghi “1E+05”: bảng tính đã đổi số thành dạng mũ, có thể đã mất chữ số; hãy "
          + "định dạng ô là Văn bản (Text) rồi gõ lại",
        english:
          "the “Thôn” cell says “1E+05”: the spreadsheet wrote the number with an exponent and may "
          + "have lost digits; format the cell as text and type it anew"))
  }

  @Test func `a text that became a day is told`() throws {
    try expect(
      .dateDamage, in: sent(hamlet: "12-Jun"),
      Expected(
        severity: .error, place: place("Thôn"), value: "12-Jun",
        vietnamese:
          "cột “Thôn” ghi “12-Jun”: bảng tính đã đổi nội dung ô thành ngày tháng; hãy định dạng "
          + "ô là Văn bản (Text) rồi gõ lại như bản gốc",
        english:
          "the “Thôn” cell says “12-Jun”: the spreadsheet took it for a day; format the cell as "
          + "text and type it as it was"))
  }

  @Test func `an apostrophe before a text is told, and the record counts`() throws {
    let sent = sent(name: "'Trồng tỏi")
    try expect(
      .leadingApostrophe, in: sent,
      Expected(
        severity: .warning, place: place("Tên mô hình"), value: "'Trồng tỏi",
        vietnamese:
          "cột “Tên mô hình” bắt đầu bằng dấu nháy đơn (“'Trồng tỏi”), thường do bảng tính để "
          + "lại; hãy xóa dấu đó",
        english:
          "the “Tên mô hình” cell begins with an apostrophe (“'Trồng tỏi”), as spreadsheets leave "
          + "it; remove it"))
    #expect(try reviewed(sent).admittedCount == 1)
  }

  @Test func `each faulty cell has its finding, and notes and row numbers have none`() throws {
    let found = try reviewed(sent(name: "#REF!", hamlet: "#N/A", note: "#REF!\u{1B}"))
    #expect(found.rules == [.spreadsheetError, .spreadsheetError])
    #expect(found.findings.map(\.place.column) == ["Thôn", "Tên mô hình"])
  }

  @Test(arguments: [
    "Trồng tỏi “sạch” – vụ 2", "'trồng tỏi'", "Tổ #3", "Phòng COVID-19", "Café 👍", "Nuôi gà 12-6",
  ]) func `an ordinary name is left alone`(_ name: String) throws {
    let found = try reviewed(sent(name: name))
    #expect(found.rules.isEmpty)
    #expect(found.admittedCount == 1)
  }

  @Test func `a damaged cell of a ragged record is not judged`() throws {
    #expect(try reviewed(Sent(Self.header + "1,#REF!,KT\n")).rules == [.raggedRecord])
  }
}

struct LostLeadingZeroTests {
  private static let header = "Tên mô hình,Lĩnh vực,Năm,Đơn vị\n"

  @Test func `a code without its zeros is told beside the unknown ward`() throws {
    let sent = Sent(Self.header + "Trồng tỏi,KT,2023,735\n").by(.unknown)
    try expect(
      .lostLeadingZero, in: sent,
      Expected(
        severity: .warning, place: place(line: 2, record: 2, column: "Đơn vị"), value: "735",
        vietnamese:
          "“735” có thể là mã “00735” đã mất số 0 ở đầu; hãy định dạng cột là Văn bản (Text) và "
          + "ghi đủ mã, hoặc ghi tên",
        english:
          "“735” may be the code “00735” without its leading zeros; format the column as text and "
          + "write the whole code, or the name"))
    #expect(try reviewed(sent).rules.contains(.unknownWard))
  }

  @Test(arguments: [
    NearMiss("another number", Sent(header + "A,KT,2023,736\n").by(.unknown)),
    NearMiss("a name", Sent(header + "A,KT,2023,An Lư\n").by(.unknown)),
    NearMiss("the end of a code without zeros", Sent(header + "A,KT,2023,675\n").by(.unknown)),
    NearMiss("the whole code", Sent(header + "A,KT,2023,00735\n").by(.unknown)),
  ]) func `what is no such code is left to other rules`(_ miss: NearMiss) throws {
    try expectSilence(of: .lostLeadingZero, in: miss)
  }
}
