import Domain

/// `duplicate-record`: the model is there already in this period (SPEC §6).
enum DuplicateRecord: Rule {
  static let description = RuleDescription(
    .duplicateRecord, .error, .counting,
    meaning: BilingualText(
      "Cùng một mô hình (đơn vị, thôn, tổ chức, tên) đã có trong kỳ nộp này; chỉ tính một lần.",
      "The same model (ward, hamlet, owner, name) is there already in this submission period; it counts once."
    ),
    example: BilingualText(
      "“Nuôi rươi, cáy” ở dòng 5 và dòng 31",
      "“Nuôi rươi, cáy” on lines 5 and 31"),
    advice: BilingualText(
      "Xóa một trong hai; nếu là hai mô hình thật, ghi rõ thôn hoặc tổ chức.",
      "Remove one of the two; if they are two models, write hamlet or owner."))

  static func check(_ pair: RecordPair, in language: Language) -> Finding {
    finding(
      at: pair.place(column: .name), value: pair.text(.name), see: pair.other.reference,
      language(
        "trùng với \(pair.otherInVietnamese) (\(quoted(pair.text(.name)))); bản ghi này không được tính, "
          + "hãy xóa một trong hai hoặc ghi rõ tổ chức, thôn nếu là hai mô hình",
        "the same as \(pair.otherInEnglish) (\(quoted(pair.text(.name)))); this record is not counted, "
          + "remove one of the two, or write owner or hamlet if they are two models"))
  }
}
