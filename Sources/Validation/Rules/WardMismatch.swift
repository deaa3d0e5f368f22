import Domain

/// `ward-mismatch`: a ward's file names another ward (SPEC §3).
enum WardMismatch: RecordRule {
  static let description = RuleDescription(
    .wardMismatch, .error, .record,
    meaning: BilingualText(
      "Tệp của một đơn vị ghi mô hình của đơn vị khác; bản ghi bị loại để không tính hai nơi.",
      "The file of one ward registers a model of another; the record is rejected, lest it count in both."
    ),
    example: BilingualText(
      "“Hiệp An” trong an-luu.csv",
      "“Hiệp An” in an-luu.csv"),
    advice: BilingualText(
      "Sửa ô, hoặc chuyển dòng sang tệp của đơn vị kia.",
      "Correct the cell, or move the record to the file of that ward."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    guard let sender = submission.file.submitter.ward, let ward = record.ward.value,
      ward != sender
    else { return nil }
    let wards = submission.run.registers.wards
    return finding(
      at: submission.place(of: record, column: .ward), value: submission.text(.ward, of: record),
      submission.language(
        "ghi \(wards[ward].fullName) trong tệp của \(wards[sender].fullName)"
          + "\(submission.modelHint(record)); hãy sửa ô này, hoặc chuyển dòng sang tệp của "
          + wards[ward].name,
        "names \(wards[ward].fullName) in the file of \(wards[sender].fullName)"
          + "\(submission.modelHint(record)); correct the cell, or move the record to the file of "
          + wards[ward].name))
  }
}
