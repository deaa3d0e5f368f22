import Domain
import TestSupport
import Testing

@testable import Audit

struct ReleaseDifferenceTests {
  private func finding(
    _ value: String, rule: String = "missing-value", path: String = "submissions/a.csv",
    severity: Severity = .error, line: Int = 1, message: String = "m"
  ) -> FindingKey {
    FindingKey(
      FindingRow(
        severity: severity, rule: rule, path: path, line: line, record: line, column: "Năm",
        value: value, message: message, see: ""))
  }

  private func submission(_ path: String, _ digit: Character?) -> SubmissionRow {
    SubmissionRow(
      path: path, period: "2024-Q3", submitter: "", isRead: digit != nil,
      bytes: digit.map { _ in 1 }, sha256: digit.map { hash($0) } ?? "", encoding: "",
      delimiter: "", records: [], dispositions: [])
  }

  private func contents(
    figures: [FigureValue] = [], findings: [FindingKey] = [], submissions: [SubmissionRow] = []
  ) -> ReleaseContents {
    ReleaseContents(figures: figures, findings: findings, submissions: submissions)
  }

  @Test func `figures that changed, came and went are told with the difference`() {
    let difference = ReleaseDifference(
      old: contents(figures: [
        FigureValue(id: "b", value: 5), FigureValue(id: "a", value: 1),
        FigureValue(id: "c", value: 7),
      ]),
      new: contents(figures: [
        FigureValue(id: "a", value: 4), FigureValue(id: "b", value: 5),
        FigureValue(id: "d", value: 2),
      ]))
    #expect(
      difference.figures == [
        FigureChange(id: "a", old: 1, new: 4), FigureChange(id: "c", old: 7, new: nil),
        FigureChange(id: "d", old: nil, new: 2),
      ])
    #expect(difference.figures.map(\.difference) == [3, nil, nil])
    #expect(FigureChange(id: "a", old: Int.min, new: 1).difference == nil)
  }

  @Test func `findings are told by what they say, however often, not by where rows stand`() {
    let old = [finding("1"), finding("1", line: 9), finding("2"), finding("3")]
    let new = [
      finding("3", line: 40, message: "khác"), finding("1"), finding("4"), finding("4"),
    ]
    let difference = ReleaseDifference(old: contents(findings: old), new: contents(findings: new))
    #expect(
      difference.findingsGone == [
        CountedFinding(key: finding("1"), count: 1), CountedFinding(key: finding("2"), count: 1),
      ])
    #expect(difference.findingsCome == [CountedFinding(key: finding("4"), count: 2)])
  }

  @Test func `submissions are told that came, went, were replaced, or are due now`() {
    let difference = ReleaseDifference(
      old: contents(submissions: [
        submission("same", "1"), submission("replaced", "1"), submission("removed", "1"),
        submission("later", nil), submission("due", nil), submission("undue", "1"),
      ]),
      new: contents(submissions: [
        submission("undue", nil), submission("added", "1"), submission("due", "1"),
        submission("later", nil), submission("replaced", "2"), submission("same", "1"),
      ]))
    #expect(
      difference.submissions == [
        SubmissionChange(path: "added", kind: .added),
        SubmissionChange(path: "due", kind: .nowDue),
        SubmissionChange(path: "removed", kind: .removed),
        SubmissionChange(path: "replaced", kind: .replaced),
        SubmissionChange(path: "undue", kind: .noLongerDue),
      ])
  }

  /// Texts that look alike in two spellings are among them: they are different texts.
  @Test func `order changes nothing, and turning the releases about turns the answer about`() {
    var numbers = SeededNumbers(seed: 5)
    for _ in 0..<200 {
      let (old, new) = (random(&numbers), random(&numbers))
      let difference = ReleaseDifference(old: old, new: new)
      #expect(
        ReleaseDifference(old: shuffled(old, &numbers), new: shuffled(new, &numbers))
          == difference)
      let back = ReleaseDifference(old: new, new: old)
      #expect(back.findingsCome == difference.findingsGone)
      #expect(back.findingsGone == difference.findingsCome)
      #expect(back.submissions.map(\.path) == difference.submissions.map(\.path))
      #expect(ReleaseDifference(old: old, new: shuffled(old, &numbers)).isEmpty)
    }
  }

  private func random(_ numbers: inout SeededNumbers) -> ReleaseContents {
    let words = ["a", "b", "\u{E1}", "a\u{301}", ""]
    return contents(
      figures: (0..<numbers.below(6)).map { _ in
        FigureValue(id: numbers.element(of: words), value: numbers.below(3))
      },
      findings: (0..<numbers.below(12)).map { _ in
        finding(
          numbers.element(of: words), rule: numbers.element(of: words),
          path: numbers.element(of: words),
          severity: numbers.element(of: Severity.allCases), line: numbers.below(9))
      },
      submissions: (0..<numbers.below(6)).map { _ in
        submission(numbers.element(of: words), numbers.element(of: ["1", "2", nil]))
      })
  }

  private func shuffled(
    _ release: ReleaseContents, _ numbers: inout SeededNumbers
  ) -> ReleaseContents {
    contents(
      figures: release.figures.shuffled(using: &numbers),
      findings: release.findings.shuffled(using: &numbers),
      submissions: release.submissions.shuffled(using: &numbers))
  }

  @Test func `a repeated figure or submission changes nothing`() {
    let once = contents(
      figures: [FigureValue(id: "a", value: 1)], submissions: [submission("a", "1")])
    let twice = contents(
      figures: once.figures + once.figures, submissions: once.submissions + once.submissions)
    #expect(ReleaseDifference(old: once, new: twice).isEmpty)
  }

  @Test func `messages are bilingual`() {
    let cases: [((Language) -> String, String, String)] = [
      (FigureChange(id: "a", old: 1, new: 4).message, "a: 1 → 4 (+3)", "a: 1 → 4 (+3)"),
      (FigureChange(id: "a", old: 4, new: 1).message, "a: 4 → 1 (-3)", "a: 4 → 1 (-3)"),
      (FigureChange(id: "a", old: 4, new: nil).message, "a: 4 → không còn", "a: 4 → gone"),
      (FigureChange(id: "a", old: nil, new: 1).message, "a: mới, 1", "a: new, 1"),
      (
        CountedFinding(key: finding("x\n"), count: 1).message,
        "submissions/a.csv: lỗi missing-value [Năm]: “x\\u{A}”",
        "submissions/a.csv: error missing-value [Năm]: “x\\u{A}”"
      ),
      (
        CountedFinding(key: finding(""), count: 3).message,
        "submissions/a.csv: lỗi missing-value [Năm] (3 lần)",
        "submissions/a.csv: error missing-value [Năm] (3 times)"
      ),
      (SubmissionChange(path: "a", kind: .added).message, "a: tệp mới", "a: new"),
      (SubmissionChange(path: "a", kind: .removed).message, "a: không còn", "a: gone"),
      (SubmissionChange(path: "a", kind: .replaced).message, "a: đã thay nội dung", "a: replaced"),
      (SubmissionChange(path: "a", kind: .nowDue).message, "a: nay đã đến kỳ", "a: now due"),
      (
        SubmissionChange(path: "a", kind: .noLongerDue).message, "a: nay chưa đến kỳ",
        "a: no longer due"
      ),
    ]
    for (message, vietnamese, english) in cases {
      #expect(message(.vietnamese) == vietnamese)
      #expect(message(.english) == english)
    }
  }
}
