import Domain
import Testing
import Validation

struct RepeatedFileTests {
  private func outcome(_ path: String, sha256: String?, dataCount: Int = 1) -> SubmissionOutcome {
    var outcome = SubmissionOutcome(
      file: SubmissionFile(path: path, period: nil, submitter: .ward(0), isDue: sha256 != nil),
      sha256: sha256)
    outcome.records[.data] = dataCount
    return outcome
  }

  private func found(_ outcomes: SubmissionOutcome...) -> [Finding] {
    WorkspaceReview.repeatedFiles(outcomes, in: rules(for: .english))
  }

  @Test func `the same bytes sent twice are told with the first file`() {
    expect(
      .repeatedFile,
      Expected(
        severity: .error, place: Place(path: "submissions/2023-Q3/tan-dan.csv"),
        see: "submissions/2023-Q2/tan-dan.csv",
        vietnamese: "nội dung giống hệt tệp submissions/2023-Q2/tan-dan.csv; hãy xóa một trong "
          + "hai, hoặc xin đơn vị gửi lại tệp đúng của kỳ này",
        english: "the same bytes as submissions/2023-Q2/tan-dan.csv; remove one of the two, or "
          + "ask the sender for the right file of this period")
    ) {
      WorkspaceReview.repeatedFiles(
        [
          outcome("submissions/2023-Q2/tan-dan.csv", sha256: "aa"),
          outcome("submissions/2023-Q3/tan-dan.csv", sha256: "aa"),
        ], in: rules(for: $0))
    }
  }

  @Test func `every repetition points to the first`() {
    let found = found(
      outcome("1", sha256: "aa"), outcome("2", sha256: "bb"), outcome("3", sha256: "aa"),
      outcome("4", sha256: "aa"))
    #expect(found.map(\.place.path) == ["3", "4"])
    #expect(found.map(\.see) == ["1", "1"])
  }

  @Test func `other bytes, files without data and files not due are no repetition`() {
    #expect(found(outcome("1", sha256: "aa"), outcome("2", sha256: "bb")).isEmpty)
    #expect(
      found(outcome("1", sha256: "aa", dataCount: 0), outcome("2", sha256: "aa", dataCount: 0))
        .isEmpty)
    #expect(found(outcome("1", sha256: nil), outcome("2", sha256: nil)).isEmpty)
  }
}
