import Domain

/// `missing-submission`: a ward in force sent nothing for a period (SPEC §6).
enum MissingSubmissionRule: Rule {
  static let description = RuleDescription(
    .missingSubmission, .warning, .workspace,
    meaning: BilingualText(
      "Xã, phường còn hiệu lực trong kỳ nhưng không nộp tệp nào cho kỳ đó.",
      "A ward that was in force sent nothing for a period for which others did."),
    example: BilingualText(
      "Thăng Long không nộp báo cáo năm 2021",
      "Thăng Long sent nothing for 2021"),
    advice: BilingualText(
      "Nhắc đơn vị nộp, rồi đặt tệp vào thư mục của kỳ.",
      "Ask the ward for its file, and put it into the folder of the period."))

  static func check(_ missing: MissingSubmission, in run: ValidationContext) -> Finding {
    let ward = run.registers.wards[missing.ward]
    let folder = "submissions/\(missing.period)"
    return finding(
      at: Place(path: folder), value: ward.code,
      run.language(
        "\(ward.fullName) (\(ward.code)) chưa nộp báo cáo \(missing.period.name(in: .vietnamese)); "
          + "hãy nhắc đơn vị nộp và đặt tệp vào \(folder)/",
        "\(ward.fullName) (\(ward.code)) sent no submission for "
          + "\(missing.period.name(in: .english)); ask for it and put the file into \(folder)/"))
  }
}
