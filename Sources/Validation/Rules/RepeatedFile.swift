import Domain

/// `repeated-file`: the bytes of an earlier submission once more (SPEC §6).
enum RepeatedFile: Rule {
  static let description = RuleDescription(
    .repeatedFile, .error, .workspace,
    meaning: BilingualText(
      "Tệp giống hệt một tệp đã nộp trước nó, từng byte.",
      "The file is the same as an earlier one, byte for byte."),
    example: BilingualText(
      "an-luu.csv và an-luu-2.csv cùng nội dung",
      "an-luu.csv and an-luu-2.csv with the same bytes"),
    advice: BilingualText(
      "Xóa một trong hai; nếu gửi nhầm tệp cũ cho kỳ mới, xin đơn vị gửi lại.",
      "Remove one of the two; if an old file was sent for a new period, ask for the right one."))

  /// `first` is the path of the earliest submission with these bytes.
  static func check(_ path: String, first: String, in language: Language) -> Finding {
    finding(
      at: Place(path: path), see: first,
      language(
        "nội dung giống hệt tệp \(first); hãy xóa một trong hai, hoặc xin đơn vị gửi lại tệp đúng "
          + "của kỳ này",
        "the same bytes as \(first); remove one of the two, or ask the sender for the right "
          + "file of this period"))
  }
}
