import Domain
import Testing

@testable import Audit

struct InputsComparisonTests {
  private let sources = [
    SourceFile(path: "registers/wards.csv", byteCount: 20, sha256: hash("b")),
    SourceFile(path: "kheo.yml", byteCount: 10, sha256: hash("a")),
  ]

  private func submission(
    _ path: String, _ period: Period?, isDue: Bool = true, bytes: Int? = 120,
    sha256: String? = hash("c")
  ) -> SubmissionOutcome {
    SubmissionOutcome(
      file: SubmissionFile(path: path, period: period, submitter: .unknown, isDue: isDue),
      byteCount: bytes, sha256: sha256)
  }

  private var submissions: [SubmissionOutcome] {
    [
      submission(
        "submissions/2024-Q4/an-luu.csv", Period(year: 2024, quarter: 4), isDue: false,
        bytes: nil, sha256: nil),
      submission("submissions/2024-Q3/an-luu.csv", Period(year: 2024, quarter: 3)),
    ]
  }

  private func differences(
    _ sources: [SourceFile], _ submissions: [SubmissionOutcome]
  ) throws -> [InputDifference] {
    let recorded = try ReleaseTables.provenance(Array(SmallRelease.provenance.utf8))
    return InputsComparison.differences(
      recorded: recorded, sources: sources, submissions: submissions)
  }

  @Test func `inputs as recorded have no differences, in any order`() throws {
    #expect(try differences(sources, submissions) == [])
    #expect(try differences(sources.reversed(), submissions.reversed()) == [])
  }

  @Test func `a later run has read what was not due, and that does not matter`() throws {
    let later = [
      submission("submissions/2024-Q4/an-luu.csv", Period(year: 2024, quarter: 4)), submissions[1],
    ]
    #expect(try differences(sources, later) == [])
  }

  @Test func `what changed, came or went is named, sorted by path`() throws {
    let changed = [sources[0], SourceFile(path: "kheo.yml", byteCount: 10, sha256: hash("e"))]
    let now = [
      submission("submissions/2024-Q2/a.csv", Period(year: 2024, quarter: 2)),
      submission("submissions/x.csv", nil),
      submission("submissions/2025-Q1/a.csv", Period(year: 2025, quarter: 1), isDue: false),
    ]
    #expect(
      try differences(changed, now) == [
        InputDifference(path: "kheo.yml", kind: .changed, matters: true),
        InputDifference(path: "submissions/2024-Q2/a.csv", kind: .new, matters: true),
        InputDifference(path: "submissions/2024-Q3/an-luu.csv", kind: .gone, matters: true),
        InputDifference(path: "submissions/2024-Q4/an-luu.csv", kind: .gone, matters: false),
        InputDifference(path: "submissions/2025-Q1/a.csv", kind: .new, matters: false),
        InputDifference(path: "submissions/x.csv", kind: .new, matters: true),
      ])
  }

  @Test func `another hash or another size is a change`() throws {
    for now in [
      submission("submissions/2024-Q3/an-luu.csv", Period(year: 2024, quarter: 3), bytes: 121),
      submission(
        "submissions/2024-Q3/an-luu.csv", Period(year: 2024, quarter: 3), sha256: hash("d")),
      submission(
        "submissions/2024-Q3/an-luu.csv", Period(year: 2024, quarter: 3), isDue: false, bytes: nil,
        sha256: nil),
    ] {
      #expect(
        try differences(sources, [submissions[0], now]) == [
          InputDifference(path: "submissions/2024-Q3/an-luu.csv", kind: .changed, matters: true)
        ])
    }
  }

  @Test func `each difference says where, what, and what to do`() {
    let cases: [(InputDifference.Kind, Bool, String, String)] = [
      (
        .changed, true,
        "a: đã thay đổi kể từ khi phát hành; hãy lấy lại tệp lúc phát hành để tính lại",
        "a: changed since the release; put the file of that time back to recount"
      ),
      (
        .new, true, "a: khi phát hành chưa có tệp này; hãy chuyển đi chỗ khác để tính lại",
        "a: was not there at the release; move it away to recount"
      ),
      (
        .new, false,
        "a: mới có sau khi phát hành, thuộc kỳ sau mốc số liệu nên không ảnh hưởng",
        "a: new since the release, of a period after its cut-off, so it does not matter"
      ),
      (
        .gone, true,
        "a: có khi phát hành, nay không còn; hãy lấy lại từ bản sao lưu để tính lại",
        "a: was there at the release and is gone; restore it from a backup to recount"
      ),
      (
        .gone, false,
        "a: có khi phát hành, nay không còn, thuộc kỳ sau mốc số liệu nên không ảnh hưởng",
        "a: was there at the release and is gone, of a period after its cut-off, so it does not "
          + "matter"
      ),
    ]
    for (kind, matters, vietnamese, english) in cases {
      let difference = InputDifference(path: "a", kind: kind, matters: matters)
      #expect(difference.message(in: .vietnamese) == vietnamese)
      #expect(difference.message(in: .english) == english)
    }
  }
}
