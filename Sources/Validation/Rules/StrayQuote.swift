import Domain

/// `stray-quote`: a quote inside a bare cell or after a closing quote (SPEC §3).
enum StrayQuote: RecordRule {
  static let description = RuleDescription(
    .strayQuote, .error, .record,
    meaning: BilingualText(
      "Dấu ngoặc kép đứng giữa ô không có ngoặc, hoặc sau dấu đóng; bản ghi bị loại vì ô có thể bị cắt sai.",
      "A quote stands inside a bare cell or after a closing quote; the record is rejected, since its cells may be cut wrongly."
    ),
    example: BilingualText(
      "Mô hình \"sạch\" ở thôn A",
      "Mô hình \"sạch\" ở thôn A"),
    advice: BilingualText(
      "Bao cả ô trong ngoặc kép và viết đôi dấu ngoặc bên trong, hoặc dùng “ ”.",
      "Quote the whole cell and double the quotes inside it, or use “ ”."))

  static func check(_ record: RecordReading, in submission: SubmissionContext) -> Finding? {
    guard record.anomalies.hasStrayQuote else { return nil }
    return finding(
      at: submission.place(of: record),
      submission.language(
        "có dấu ngoặc kép (\") đứng sai chỗ; hãy bao cả ô trong ngoặc kép và viết đôi dấu bên trong "
          + "(\"\"), hoặc thay bằng “ ”",
        "a quotation mark (\") stands in the wrong place; quote the whole cell and double the marks "
          + "inside (\"\"), or use “ ”"))
  }
}
