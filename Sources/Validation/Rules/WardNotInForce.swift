import Domain

/// `ward-not-in-force`: the ward did not exist in the registration year (SPEC §3).
enum WardNotInForce: RecordRule {
  static let description = RuleDescription(
    .wardNotInForce, .warning, .record,
    meaning: BilingualText(
      "Đơn vị không có hiệu lực ngày nào trong năm đăng ký (trước khi lập, hoặc sau khi sáp nhập).",
      "The ward was not in force on any day of the registration year (before its founding, or after a merger)."
    ),
    example: BilingualText(
      "Năm 2018 cho phường lập ngày 01/11/2019",
      "2018 for a ward founded on 2019-11-01"),
    advice: BilingualText(
      "Kiểm tra năm và đơn vị; nếu đúng, sửa valid_from, valid_to trong wards.csv.",
      "Check the year and the ward; if both are right, correct valid_from or valid_to in wards.csv."
    ))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    // The submitting ward stands in for a blank cell only where the cell may be blank.
    guard !record.isRagged, let year = record.year.value,
      let index = record.ward.value ?? (submission.requiresWard ? nil : record.countingWard)
    else { return nil }
    let ward = submission.run.registers.wards[index]
    if ward.isInForce(during: Period(year: year).days) { return nil }
    return finding(
      at: submission.place(of: record, column: .ward), value: ward.code,
      submission.language(
        "\(ward.fullName) không có hiệu lực ngày nào trong năm \(year)\(submission.modelHint(record)); "
          + "hãy kiểm tra năm và đơn vị, hoặc valid_from, valid_to trong wards.csv",
        "\(ward.fullName) was in force on no day of \(year)\(submission.modelHint(record)); check "
          + "the year and the ward, or valid_from and valid_to in wards.csv"))
  }
}
