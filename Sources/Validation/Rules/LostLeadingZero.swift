import Domain

/// `lost-leading-zero`: a code that lacks the zeros before it.
enum LostLeadingZero: RecordRule {
  static let description = RuleDescription(
    .lostLeadingZero, .warning, .record,
    meaning: BilingualText(
      "Mã thiếu số 0 ở đầu, thường do bảng tính coi mã là số; mã này không được tự sửa.",
      "A code lacks the zeros before it, as when a spreadsheet took it for a number; it is not mended in silence."
    ),
    example: BilingualText(
      "“675” thay cho mã “00675”",
      "“675” for the code “00675”"),
    advice: BilingualText(
      "Định dạng cột là Văn bản (Text) và ghi đủ mã, hoặc ghi tên.",
      "Format the column as text and write the whole code, or the name."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    guard record.ward == .unreadable else { return nil }
    let text = submission.text(.ward, of: record)
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let code = submission.run.registers.wards.map(\.code).first(where: { isWhole($0, of: text) })
    else { return nil }
    return finding(
      at: submission.place(of: record, column: .ward), value: text,
      submission.language(
        "\(quoted(text)) có thể là mã “\(code)” đã mất số 0 ở đầu; hãy định dạng cột là Văn bản (Text) "
          + "và ghi đủ mã, hoặc ghi tên",
        "\(quoted(text)) may be the code “\(code)” without its leading zeros; format the column as text "
          + "and write the whole code, or the name"))
  }

  /// Whether a code is those digits behind zeros.
  private static func isWhole(_ code: String, of digits: String) -> Bool {
    code.utf8.count > digits.utf8.count && code.hasSuffix(digits)
      && code.utf8.dropLast(digits.utf8.count).allSatisfy { $0 == UInt8(ascii: "0") }
  }
}
