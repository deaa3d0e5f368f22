import Domain
import Testing

struct CountingOrderTests {
  private func file(_ path: String, _ period: String?) -> SubmissionFile {
    SubmissionFile(
      path: path, period: period.flatMap { Period($0) }, submitter: .unknown, isDue: true)
  }

  @Test func `no period comes first, and a year after its four quarters`() {
    let periods = [
      nil, "2022", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2023", "2024-Q1", "2024",
    ]
    let files = periods.map { file("submissions/a.csv", $0) }
    #expect(files.reversed().sorted(by: SubmissionFile.inCountingOrder) == files)
  }

  @Test func `the period is looked at before the path`() {
    let files = [
      file("submissions/z.csv", nil), file("submissions/2022/z.csv", "2022"),
      file("submissions/2023/a.csv", "2023"),
    ]
    #expect(files.reversed().sorted(by: SubmissionFile.inCountingOrder) == files)
  }

  @Test func `a supplement comes after the file that it supplements`() {
    // With the extension, “-” (2D) would stand before “.” (2E).
    let files = [
      file("s/an-luu.csv", "2023"), file("s/an-luu-bo-sung.csv", "2023"),
      file("s/an-luu2.csv", "2023"),
    ]
    #expect(files.reversed().sorted(by: SubmissionFile.inCountingOrder) == files)
  }

  @Test func `paths are compared byte by byte`() {
    let files = [
      file("s/B.csv", "2023"), file("s/a.csv", "2023"), file("s/e\u{301}.csv", "2023"),
      file("s/z.csv", "2023"), file("s/\u{E9}.csv", "2023"), file("s/\u{FB01}.csv", "2023"),
      file("s/\u{1F600}.csv", "2023"),
    ]
    #expect(files.reversed().sorted(by: SubmissionFile.inCountingOrder) == files)
  }

  @Test func `ties of paths without extension are settled by the whole path`() {
    let files = [
      file("s/an-luu.CSV", "2023"), file("s/an-luu.Csv", "2023"), file("s/an-luu.csv", "2023"),
    ]
    #expect(files.reversed().sorted(by: SubmissionFile.inCountingOrder) == files)
    #expect(!SubmissionFile.inCountingOrder(files[0], files[0]))
  }
}
