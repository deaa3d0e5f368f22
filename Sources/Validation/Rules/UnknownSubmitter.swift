import Domain
import Vietnamese

/// `unknown-submitter`: no ward or organization has the name of the file (SPEC §2).
enum UnknownSubmitter: Rule {
  static let description = RuleDescription(
    .unknownSubmitter, .error, .workspace,
    meaning: BilingualText(
      "Tên tệp không khớp với xã, phường hay tổ chức nào trong danh mục.",
      "The file name is that of no ward or organization in the registers."),
    example: BilingualText(
      "submissions/2023/an-luuu.csv",
      "submissions/2023/an-luuu.csv"),
    advice: BilingualText(
      "Đổi tên tệp theo tên đơn vị, hoặc thêm tên này vào cột aliases của danh mục.",
      "Rename the file after its sender, or add the name to the aliases of the register."))

  static func check(_ submission: SubmissionContext) -> Finding? {
    guard submission.file.submitter == .unknown else { return nil }
    let name = submission.file.path.split(separator: "/").last.map(String.init) ?? ""
    let shown = MisleadingScalar.escaped(name)
    let example = submission.run.nearestFileName(to: submission.file.path)
    return finding(
      at: Place(path: submission.file.path),
      submission.language(
        "không có xã, phường hay tổ chức nào mang tên tệp \(quoted(shown)); "
          + (example.map { "có phải “\($0).csv”? Hãy" } ?? "hãy")
          + " đổi tên tệp theo đơn vị gửi (như “an-luu.csv”), hoặc thêm tên này vào aliases trong "
          + "registers",
        "no ward or organization has the file name \(quoted(shown)); "
          + (example.map { "did you mean “\($0).csv”? Rename" } ?? "rename")
          + " the file after its sender (such as “an-luu.csv”), or add the name to the aliases "
          + "in registers"))
  }
}
