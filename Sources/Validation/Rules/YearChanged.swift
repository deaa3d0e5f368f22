import Domain

/// `year-changed`: reported again with another registration year (SPEC §6).
enum YearChanged: Rule {
  static let description = RuleDescription(
    .yearChanged, .warning, .counting,
    meaning: BilingualText(
      "Mô hình cũ được báo lại với năm đăng ký khác. Đăng ký lại mỗi năm làm tổng số phình lên; chỉ tính ở năm đầu.",
      "A model is reported again with another registration year. Registering anew every year makes totals swell; it counts in the first year only."
    ),
    example: BilingualText(
      "Năm 2021, rồi năm 2022",
      "2021, then 2022"),
    advice: BilingualText(
      "Giữ năm đăng ký đầu tiên; nếu là mô hình mới, đặt tên khác hoặc ghi rõ thôn.",
      "Keep the first year; if it is a new model, give it another name or its hamlet."))

  static func check(_ pair: RecordPair, in language: Language) -> Finding {
    finding(
      at: pair.place(column: .year), value: pair.text(.year), see: pair.other.reference,
      language(
        "\(quoted(pair.text(.name))) ghi năm \(quoted(pair.text(.year))), nhưng bản ghi được tính ở "
          + "\(pair.otherInVietnamese) ghi năm \(pair.otherYear); chỉ tính ở năm đầu, hãy giữ năm đăng "
          + "ký đầu tiên",
        "\(quoted(pair.text(.name))) has the year \(quoted(pair.text(.year))), but the counted record, "
          + "\(pair.otherInEnglish), has \(pair.otherYear); it counts in the first year only, so keep "
          + "that year"))
  }
}
