import Domain
import Vietnamese

/// `unknown-column`: a heading that is not recognised (SPEC §3).
enum UnknownColumn: Rule {
  static let description = RuleDescription(
    .unknownColumn, .info, .submission,
    meaning: BilingualText(
      "Tiêu đề không nhận ra; cột này không được dùng.",
      "A heading is not recognised; its column is not used."),
    example: BilingualText(
      "“Kinh phí (triệu đồng)”",
      "“Kinh phí (triệu đồng)”"),
    advice: BilingualText(
      "Không cần làm gì; nếu là cột kheo cần, khai tên này vào columns của kheo.yml.",
      "Nothing need be done; if kheo should use it, enter the heading under columns in kheo.yml."))

  static func check(_ submission: SubmissionContext) -> [Finding] {
    // A list of thousands would help nobody: `too-many-columns` says it.
    guard let header = submission.header, !header.isTooWide else { return [] }
    return header.headings.indices.filter { header.columns[$0] == nil }.map { position in
      let heading = header.headings[position]
      return finding(
        at: submission.place(of: header, position: position),
        heading.isEmpty
          ? submission.language(
            "cột thứ \(position + 1) không có tiêu đề nên không được dùng; hãy ghi tiêu đề nếu cần",
            "column \(position + 1) has no heading and is not used; give it one if it matters")
          : message(heading, submission))
    }
  }

  private static func message(_ heading: String, _ submission: SubmissionContext) -> String {
    let shown = MisleadingScalar.escaped(heading)
    if shown != heading {
      return submission.language(
        "không nhận ra cột \(quoted(shown)) nên không dùng, vì có ký tự lạ trông giống chữ Việt hoặc ký tự ẩn; "
          + "hãy gõ lại tiêu đề",
        "the column \(quoted(shown)) is not recognised and not used, for it holds characters that only look "
          + "Vietnamese or are hidden; type the heading anew")
    }
    if let nearest = submission.run.nearestHeading(to: heading) {
      return submission.language(
        "không nhận ra cột \(quoted(heading)) nên không dùng; có phải “\(nearest)”? Hãy sửa tiêu đề",
        "the column \(quoted(heading)) is not recognised and not used; did you mean “\(nearest)”? "
          + "Correct the heading")
    }
    return submission.language(
      "không nhận ra cột \(quoted(heading)) nên không dùng; nếu cần, hãy khai tên này vào columns của "
        + "kheo.yml",
      "the column \(quoted(heading)) is not recognised and not used; if it matters, enter the heading "
        + "under columns in kheo.yml")
  }
}
