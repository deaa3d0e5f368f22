import Domain
import Testing
import Validation

struct LapsedDecisionTests {
  private func outcome(_ state: DecisionOutcome.State) -> DecisionOutcome {
    DecisionOutcome(
      decision: Decision(
        first: .place("submissions/2023/an-luu.csv:2"), second: .name("Nuôi dê"), verdict: .same,
        ward: nil, reason: "a", who: "b", date: "2024-01-01", line: 5), state: state)
  }

  private static let cases: [(DecisionOutcome.Lapse, String, String)] = [
    (
      .noRecord("submissions/2023/an-luu.csv:2"),
      "ở “submissions/2023/an-luu.csv:2” không có bản ghi nào được tính, duy trì hay trùng; hãy ghi lại "
        + "vị trí như cột see của findings.csv, hoặc ghi tên mô hình",
      "no record at “submissions/2023/an-luu.csv:2” is counted, carried over or duplicate; write the "
        + "place as the column see of findings.csv has it, or the name of the model"
    ),
    (
      .noModel("Nuôi dê"),
      "đơn vị không có mô hình nào tên “Nuôi dê”; hãy ghi tên như trong tệp nộp, hoặc bỏ dòng này",
      "the ward has no model named “Nuôi dê”; write the name as the submission has it, or remove the "
        + "line"
    ),
    (
      .otherModel(at: "submissions/2023/an-luu.csv:2", found: "Nuôi bò", meant: "Nuôi dê"),
      "ở “submissions/2023/an-luu.csv:2” nay là “Nuôi bò”, không phải “Nuôi dê”; hãy ghi lại vị trí, hoặc "
        + "bỏ dòng này",
      "at “submissions/2023/an-luu.csv:2” stands “Nuôi bò” by now, not “Nuôi dê”; correct the place, or "
        + "remove the line"
    ),
    (
      .sameModel, "hai bên đã là một mô hình; hãy bỏ dòng này",
      "both sides are one model already; remove the line"
    ),
    (
      .notSuspected,
      "hai bản ghi ở đó không phải là một cặp mà kheo nghi là trùng (dòng có thể đã dịch chuyển); hãy "
        + "ghi lại vị trí, hoặc ghi tên hai mô hình và đơn vị",
      "the two are no pair that kheo would suspect (lines may have moved); correct the places, or write "
        + "the names of both models and their ward"
    ),
    (
      .severalModels("Nuôi dê"),
      "trong đơn vị, “Nuôi dê” là nhiều mô hình (khác thôn hoặc tổ chức), không mô hình nào cùng thôn và "
        + "tổ chức với bên kia; hãy ghi vị trí của từng dòng",
      "in the ward, “Nuôi dê” is several models (of other hamlets or owners), none of the hamlet and "
        + "owner of the other side; write the places of the records"
    ),
    (
      .contradiction(line: 3),
      "trái với quyết định ở dòng 3; cả hai đều không có tác dụng cho đến khi bỏ một",
      "it contradicts the decision on line 3; neither has an effect until one is removed"
    ),
  ]

  @Test(arguments: cases.indices)
  func `a lapsed decision is told with the reason and what to do`(_ index: Int) {
    let (why, vietnamese, english) = Self.cases[index]
    expect(
      .lapsedDecision,
      Expected(
        severity: .warning, place: Place(path: "decisions.csv", line: 5),
        value: "submissions/2023/an-luu.csv:2 – Nuôi dê",
        vietnamese: "quyết định này không có tác dụng: \(vietnamese)",
        english: "this decision has no effect: \(english)")
    ) { WorkspaceReview.lapsedDecisions([outcome(.lapsed(why))], in: rules(for: $0)) }
  }

  @Test(arguments: [DecisionOutcome.State.applied(records: 1), .notDue])
  func `a decision that holds or waits is no finding`(_ state: DecisionOutcome.State) {
    #expect(
      WorkspaceReview.lapsedDecisions([outcome(state)], in: rules(for: .english)).isEmpty)
  }
}
