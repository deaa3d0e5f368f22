import Domain
import Testing
import Validation

struct MissingSubmissionTests {
  @Test func `a ward that sent nothing for a quarter is told with what to do`() {
    expect(
      .missingSubmission,
      Expected(
        severity: .warning, place: Place(path: "submissions/2024-Q3"), value: "10735",
        vietnamese: "Phường Hiệp An (10735) chưa nộp báo cáo quý III/2024; hãy nhắc đơn vị nộp và "
          + "đặt tệp vào submissions/2024-Q3/",
        english: "Phường Hiệp An (10735) sent no submission for Q3 2024; ask for it and put the "
          + "file into submissions/2024-Q3/")
    ) {
      WorkspaceReview.missingSubmissions(
        [MissingSubmission(period: Period(year: 2024, quarter: 3), ward: 1)], in: rules(for: $0))
    }
  }

  @Test func `a year is named as a year`() {
    expect(
      .missingSubmission,
      Expected(
        severity: .warning, place: Place(path: "submissions/2022"), value: "10675",
        vietnamese: "Phường An Lưu (10675) chưa nộp báo cáo năm 2022; hãy nhắc đơn vị nộp và đặt "
          + "tệp vào submissions/2022/",
        english: "Phường An Lưu (10675) sent no submission for 2022; ask for it and put the file "
          + "into submissions/2022/")
    ) {
      WorkspaceReview.missingSubmissions(
        [MissingSubmission(period: Period(year: 2022), ward: 0)], in: rules(for: $0))
    }
  }
}
