import Domain

/// `lapsed-decision`: a line of decisions.csv that no longer fits its rows, and has no effect.
enum LapsedDecision: Rule {
  static let description = RuleDescription(
    .lapsedDecision, .warning, .workspace,
    meaning: BilingualText(
      "Một quyết định trong decisions.csv không còn khớp với các dòng của nó; không có tác dụng.",
      "A decision in decisions.csv no longer fits its rows; it has no effect."),
    example: BilingualText(
      "submissions/2024-Q1/an-luu.csv:12, mà dòng 12 nay là mô hình khác",
      "submissions/2024-Q1/an-luu.csv:12, where line 12 is another model now"),
    advice: BilingualText(
      "Sửa lại vị trí hoặc tên trong decisions.csv, hoặc bỏ dòng ấy.",
      "Correct place or name in decisions.csv, or remove the line."))

  static func check(_ outcome: DecisionOutcome, in language: Language) -> Finding? {
    guard case .lapsed(let why) = outcome.state else { return nil }
    let decision = outcome.decision
    return finding(
      at: Place(path: Decision.path, line: decision.line),
      value: "\(decision.first.text) – \(decision.second.text)",
      language(
        "quyết định này không có tác dụng: \(reason(why, .vietnamese))",
        "this decision has no effect: \(reason(why, .english))"))
  }

  private static func reason(_ why: DecisionOutcome.Lapse, _ language: Language) -> String {
    switch why {
    case .noRecord(let place):
      language(
        "ở \(quoted(place)) không có bản ghi nào được tính, duy trì hay trùng; hãy ghi lại vị trí như cột "
          + "see của findings.csv, hoặc ghi tên mô hình",
        "no record at \(quoted(place)) is counted, carried over or duplicate; write the place as the "
          + "column see of findings.csv has it, or the name of the model")
    case .otherModel(let place, let found, let meant):
      language(
        "ở \(quoted(place)) nay là \(quoted(found)), không phải \(quoted(meant)); hãy ghi lại vị trí, hoặc bỏ dòng này",
        "at \(quoted(place)) stands \(quoted(found)) by now, not \(quoted(meant)); correct the place, or remove "
          + "the line")
    case .noModel(let name):
      language(
        "đơn vị không có mô hình nào tên \(quoted(name)); hãy ghi tên như trong tệp nộp, hoặc bỏ dòng này",
        "the ward has no model named \(quoted(name)); write the name as the submission has it, or remove "
          + "the line")
    case .sameModel:
      language(
        "hai bên đã là một mô hình; hãy bỏ dòng này",
        "both sides are one model already; remove the line")
    case .notSuspected:
      language(
        "hai bản ghi ở đó không phải là một cặp mà kheo nghi là trùng (dòng có thể đã dịch chuyển); hãy ghi "
          + "lại vị trí, hoặc ghi tên hai mô hình và đơn vị",
        "the two are no pair that kheo would suspect (lines may have moved); correct the places, or write "
          + "the names of both models and their ward")
    case .severalModels(let name):
      language(
        "trong đơn vị, \(quoted(name)) là nhiều mô hình (khác thôn hoặc tổ chức), không mô hình nào cùng thôn "
          + "và tổ chức với bên kia; hãy ghi vị trí của từng dòng",
        "in the ward, \(quoted(name)) is several models (of other hamlets or owners), none of the hamlet and "
          + "owner of the other side; write the places of the records")
    case .repeated(let line):
      language(
        "giống hệt quyết định ở dòng \(line); hãy bỏ một trong hai",
        "the same as the decision on line \(line); remove one of the two")
    case .contradiction(let line):
      language(
        "trái với quyết định ở dòng \(line); cả hai đều không có tác dụng cho đến khi bỏ một",
        "it contradicts the decision on line \(line); neither has an effect until one is removed")
    }
  }
}
