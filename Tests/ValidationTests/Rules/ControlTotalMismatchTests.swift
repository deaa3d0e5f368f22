import Domain
import Testing
import Validation

struct ControlTotalMismatchTests {
  private func outcome(
    _ key: String, field: Int?, _ expected: Int, _ actual: Int
  )
    -> ControlTotalOutcome
  {
    ControlTotalOutcome(
      entry: ControlTotals.Entry(key: key, field: field, expected: expected, line: 12),
      actual: actual)
  }

  @Test func `a field total that is exceeded is told with both numbers`() {
    expect(
      .controlTotalMismatch,
      Expected(
        severity: .error, place: Place(path: "kheo.yml", line: 12), value: "KT",
        vietnamese: "số kiểm soát lĩnh vực Kinh tế là 60 nhưng đếm được 61 (lệch +1); hãy xem các "
          + "lỗi liên quan, hoặc sửa control_totals nếu số mới đúng",
        english: "the control total of Economy is 60 but 61 were counted (+1); go through the "
          + "findings, or correct control_totals if the new number is right")
    ) {
      WorkspaceReview.controlTotals([outcome("KT", field: 0, 60, 61)], in: rules(for: $0))
    }
  }

  @Test func `a total over all fields that is not reached is told with both numbers`() {
    expect(
      .controlTotalMismatch,
      Expected(
        severity: .error, place: Place(path: "kheo.yml", line: 12), value: "total",
        vietnamese: "số kiểm soát tổng số là 458 nhưng đếm được 450 (lệch -8); hãy xem các lỗi "
          + "liên quan, hoặc sửa control_totals nếu số mới đúng",
        english: "the control total of all fields is 458 but 450 were counted (-8); go through "
          + "the findings, or correct control_totals if the new number is right")
    ) {
      WorkspaceReview.controlTotals([outcome("total", field: nil, 458, 450)], in: rules(for: $0))
    }
  }

  @Test func `a control total that is met is no finding`() {
    #expect(
      WorkspaceReview.controlTotals([outcome("KT", field: 0, 0, 0)], in: rules(for: .english))
        .isEmpty)
  }
}
