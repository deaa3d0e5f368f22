import Domain

/// `suspected-duplicate`: counted twice, perhaps, for the sake of a spelling (SPEC §6).
enum SuspectedDuplicate: Rule {
  static let description = RuleDescription(
    .suspectedDuplicate, .warning, .counting,
    meaning: BilingualText(
      "Hai mô hình được tính của cùng đơn vị có tên chỉ khác dấu, y/i hoặc khoảng trắng. Vẫn tính cả hai cho đến khi có người quyết định.",
      "Two counted models of one ward have names that differ only in diacritics, y/i or spaces. Both count until a person decides."
    ),
    example: BilingualText(
      "“Tổ hoà giải” và “Tổ hòa giãi”",
      "“Tổ hoà giải” and “Tổ hòa giãi”"),
    advice: BilingualText(
      "Nếu là một, sửa tên cho giống nhau; nếu là hai, ghi rõ thôn của mỗi mô hình; hoặc ghi quyết định vào decisions.csv.",
      "If they are one, write one name; if two, write the hamlet of each; or write the decision into decisions.csv."
    ))

  static func check(_ pair: RecordPair, in language: Language) -> Finding {
    finding(
      at: pair.place(column: .name), value: pair.text(.name), see: pair.other.reference,
      language(
        "\(quoted(pair.text(.name))) có thể là một với \(pair.otherInVietnamese) (tên giống nhau, hoặc "
          + "chỉ khác dấu, khoảng trắng\(pair.senders(.vietnamese))); đang tính cả hai: nếu là một, hãy ghi tên, thôn, tổ chức giống "
          + "nhau; nếu là hai, hãy ghi rõ thôn của mỗi mô hình; hoặc ghi quyết định vào decisions.csv",
        "\(quoted(pair.text(.name))) may be the same as \(pair.otherInEnglish) (the names are the same, "
          + "or differ in diacritics or spaces only\(pair.senders(.english))); both are counted: if they are one, write name, "
          + "hamlet and owner the same; if they are two, write the hamlet of each; or write the decision into "
          + "decisions.csv"))
  }
}
