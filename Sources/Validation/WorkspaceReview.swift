package import Domain

/// What the rules say of the workspace as a whole.
package enum WorkspaceReview {
  package static func unreadFiles(_ entries: [UnreadEntry], in run: ValidationContext) -> [Finding]
  {
    entries.map { UnreadFile.check($0, in: run.language) }
  }

  /// Submissions with the bytes of an earlier one; `outcomes` are the due ones in the order of
  /// counting.
  package static func repeatedFiles(
    _ outcomes: [SubmissionOutcome], in run: ValidationContext
  ) -> [Finding] {
    var first: [String: String] = [:]
    return outcomes.compactMap { outcome in
      guard let hash = outcome.sha256, outcome.records[.data] > 0 else { return nil }
      if let earlier = first[hash] {
        return RepeatedFile.check(outcome.file.path, first: earlier, in: run.language)
      }
      first[hash] = outcome.file.path
      return nil
    }
  }

  package static func missingSubmissions(
    _ missing: [MissingSubmission], in run: ValidationContext
  ) -> [Finding] {
    missing.map { MissingSubmissionRule.check($0, in: run) }
  }

  package static func lapsedDecisions(
    _ outcomes: [DecisionOutcome], in run: ValidationContext
  ) -> [Finding] {
    outcomes.compactMap { LapsedDecision.check($0, in: run.language) }
  }

  package static func controlTotals(
    _ outcomes: [ControlTotalOutcome], in run: ValidationContext
  ) -> [Finding] {
    outcomes.compactMap { ControlTotalMismatch.check($0, in: run) }
  }
}
