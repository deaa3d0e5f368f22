import Domain

/// `field-conflict`: reported again under another field (SPEC §6).
enum FieldConflict: Rule {
  static let description = RuleDescription(
    .fieldConflict, .error, .counting,
    meaning: BilingualText(
      "Mô hình được báo lại với lĩnh vực khác; số liệu giữ lĩnh vực của bản ghi được tính.",
      "The model is reported again under another field; the figures keep that of the counted record."
    ),
    example: BilingualText(
      "KT năm 2021, VHXH năm 2022",
      "KT in 2021, VHXH in 2022"),
    advice: BilingualText(
      "Xác định lĩnh vực đúng và sửa bản ghi sai.",
      "Find out which field is right and correct the other record."))

  static func check(_ pair: RecordPair, in language: Language) -> Finding {
    finding(
      at: pair.place(column: .field), value: pair.text(.field), see: pair.other.reference,
      language(
        "\(quoted(pair.text(.name))) ghi lĩnh vực \(quoted(pair.text(.field))), nhưng bản ghi được tính "
          + "ở \(pair.otherInVietnamese) ghi \(pair.otherField.name(in: .vietnamese)); hãy sửa bản ghi sai",
        "\(quoted(pair.text(.name))) has the field \(quoted(pair.text(.field))), but the counted "
          + "record, \(pair.otherInEnglish), has \(pair.otherField.name(in: .english)); correct the "
          + "one that is wrong"))
  }
}
