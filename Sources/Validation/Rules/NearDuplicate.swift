import Domain

/// `near-duplicate`: counted twice, perhaps, for the sake of a slip of typing.
enum NearDuplicate: Rule {
  static let description = RuleDescription(
    .nearDuplicate, .warning, .counting,
    meaning: BilingualText(
      "Hai mô hình được tính của cùng đơn vị có tên chỉ khác nhau một, hai lỗi gõ. Vẫn tính cả hai cho đến khi có người quyết định.",
      "Two counted models of one ward have names that are one or two typing slips apart. Both count until a person decides."
    ),
    example: BilingualText(
      "“Thắp sáng đường quê” và “Thắp sángg đường quê”",
      "“Thắp sáng đường quê” and “Thắp sángg đường quê”"),
    advice: BilingualText(
      "Nếu là một, sửa tên cho giống nhau; nếu là hai, ghi quyết định “khác” vào decisions.csv.",
      "If they are one, write one name; if two, write the decision “different” into decisions.csv.")
  )

  static func check(_ pair: RecordPair, in language: Language) -> Finding {
    finding(
      at: pair.place(column: .name), value: pair.text(.name), see: pair.other.reference,
      language(
        "\(quoted(pair.text(.name))) chỉ khác \(quoted(pair.otherName)) ở \(pair.otherInVietnamese) một, "
          + "hai lỗi gõ, có thể là một\(pair.senders(.vietnamese)); đang tính cả hai: nếu là một, hãy sửa "
          + "tên cho giống nhau hoặc ghi “giống” vào decisions.csv; nếu là hai, hãy ghi “khác” vào "
          + "decisions.csv",
        "\(quoted(pair.text(.name))) is one or two typing slips from \(quoted(pair.otherName)), "
          + "\(pair.otherInEnglish), and may be the same\(pair.senders(.english)); both are counted: if they "
          + "are one, write one name, or “same” into decisions.csv; if they are two, write “different” "
          + "into decisions.csv"))
  }
}
