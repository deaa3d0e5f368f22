import Domain

/// `carried-down`: a ward or an owner that a form writes once, taken for the rows below it.
enum CarriedDown: Rule {
  static let description = RuleDescription(
    .carriedDown, .info, .record,
    meaning: BilingualText(
      "Ô xã, phường hoặc tổ chức để trống; lấy theo dòng trên, vì số thứ tự của biểu cho thấy cùng một nhóm.",
      "A ward or owner cell is blank and taken from above, since the form's numbering shows one group."
    ),
    example: BilingualText(
      "Dòng “1” ghi “An Lưu”, hai dòng sau không có số thứ tự và để trống",
      "Row “1” says “An Lưu”, the two rows below it have neither number nor ward"),
    advice: BilingualText(
      "Không cần làm gì nếu đúng; nên ghi đủ ở mỗi dòng.",
      "Nothing need be done if that is right; better write it in each row."))

  /// One finding for each cell.
  static func check(_ record: RecordReading, in submission: SubmissionContext) -> [Finding] {
    record.carriedDown.map { column in
      let text = submission.text(column, of: record)
      return finding(
        at: submission.place(of: record, column: column), value: text,
        submission.language(
          "cột \(submission.heading(column)) để trống nên lấy \(quoted(text)) của nhóm ở trên; hãy ghi rõ "
            + "nếu không phải",
          "the \(submission.heading(column)) cell is blank and taken as \(quoted(text)) of the group "
            + "above; write it if that is wrong"))
    }
  }
}
