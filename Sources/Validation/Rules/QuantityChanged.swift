import Domain

/// `quantity-changed`: reported again with another quantity (SPEC §6).
enum QuantityChanged: Rule {
  static let description = RuleDescription(
    .quantityChanged, .warning, .counting,
    meaning: BilingualText(
      "Mô hình được báo lại với số lượng khác; số liệu giữ số lượng của bản ghi được tính.",
      "The model is reported again with another quantity; the figures keep that of the counted record."
    ),
    example: BilingualText(
      "5 tổ, rồi 6 tổ",
      "5 groups, then 6"),
    advice: BilingualText(
      "Nếu có thêm tổ mới, đăng ký phần thêm thành bản ghi riêng; nếu ghi sai, sửa lại.",
      "If there are new ones, register them in a record of their own; if it is a slip, correct it.")
  )

  static func check(_ pair: RecordPair, in language: Language) -> Finding {
    finding(
      at: pair.place(column: .quantity), value: pair.text(.quantity), see: pair.other.reference,
      language(
        "\(quoted(pair.text(.name))) ghi số lượng \(pair.quantity), bản ghi được tính ở "
          + "\(pair.otherInVietnamese) ghi \(pair.otherQuantity); hãy sửa nếu ghi sai, hoặc đăng ký riêng "
          + "phần mới thêm",
        "\(quoted(pair.text(.name))) has the quantity \(pair.quantity), the counted record, "
          + "\(pair.otherInEnglish), has \(pair.otherQuantity); correct it if it is a slip, or "
          + "register what is new in a record of its own"))
  }
}
