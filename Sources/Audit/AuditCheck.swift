package import Domain

/// One thing that an audit looks at, and what came of it.
package struct AuditCheck: Sendable, Equatable {
  /// The checks, in the order in which they are told; raw values are those of `audit --json`.
  package enum ID: String, Sendable, CaseIterable {
    case manifest, ledger, provenance, inputs, figures, workbook, summary, findings, submissions
    case secondOpinion = "second-opinion"

    package func title(in language: Language) -> String {
      switch self {
      case .manifest: language("Bảng niêm phong", "Manifest")
      case .ledger: language("Sổ phát hành", "Ledger")
      case .provenance: language("Xuất xứ", "Provenance")
      case .inputs: language("Đầu vào", "Inputs")
      case .figures: language("Con số", "Figures")
      case .workbook: language("Sổ tính", "Workbook")
      case .summary: language("Tóm tắt", "Summary")
      case .findings: language("Phát hiện", "Findings")
      case .submissions: language("Các tệp nộp", "Submissions")
      case .secondOpinion: language("Tính lại bằng SQL", "Second opinion")
      }
    }
  }

  package enum State: String, Sendable {
    case passed, failed
    /// It could not be looked at; the note says why.
    case notDone = "not-done"
  }

  package var id: ID
  package var state: State
  /// What was looked at, or why nothing was.
  package var note: String
  /// The first differences, one message each.
  package var faults: [AuditFault]
  /// All differences, kept or not.
  package var faultCount: Int
  /// What is worth knowing and no difference.
  package var remarks: [String]

  package init(
    _ id: ID, note: String, faults: [AuditFault] = [], faultCount: Int? = nil,
    remarks: [String] = []
  ) {
    self.id = id
    self.note = note
    self.faults = faults
    self.faultCount = faultCount ?? faults.count
    self.remarks = remarks
    state = self.faultCount == 0 ? .passed : .failed
  }

  /// A check that could not be done.
  package static func notDone(_ id: ID, _ why: String) -> AuditCheck {
    var check = AuditCheck(id, note: why)
    check.state = .notDone
    return check
  }
}

/// One difference between a release and what it should be.
package struct AuditFault: Sendable, Equatable {
  /// The most that a check keeps one by one.
  package static let limit = 20

  /// Where, what it should be, what it is.
  package var message: String
  /// `report.xlsx:Theo lĩnh vực!C7`, the id of a figure, or a path; nothing where no place is meant.
  package var place: String?
  package var shouldBe: String?
  package var found: String?

  package init(
    _ message: String, place: String? = nil, shouldBe: String? = nil, found: String? = nil
  ) {
    self.message = message
    self.place = place
    self.shouldBe = shouldBe
    self.found = found
  }
}

/// What an audit of a release came to.
package struct AuditOutcome: Sendable, Equatable {
  package var release: String
  /// In which messages are written.
  package var language: Language
  /// The cut-off and the version that the release records, when it can be read.
  package var cutoff: Quarter?
  package var version: String?
  package var checks: [AuditCheck]

  package init(
    release: String, language: Language, cutoff: Quarter?, version: String?, checks: [AuditCheck]
  ) {
    self.release = release
    self.language = language
    self.cutoff = cutoff
    self.version = version
    self.checks = checks
  }

  package var hasDifferences: Bool { checks.contains { $0.state == .failed } }

  /// Whether everything was looked at that the question turns on; a ledger may be missing, since a
  /// release can be audited away from home.
  package var isComplete: Bool {
    !checks.contains { $0.state == .notDone && $0.id != .ledger }
  }
}
