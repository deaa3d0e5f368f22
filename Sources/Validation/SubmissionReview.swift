package import Domain

/// What the rules say of one submission, and which of its records go on to be counted.
package struct SubmissionReview: Sendable {
  package var findings: [Finding] = []
  /// Flagged records that no rule rejects and that are reported: they join the block.
  package var admitted: [RecordRow] = []
  /// Records that go no further: their dispositions, by the ward where they count.
  package var excluded: [Exclusion: Int] = [:]

  /// A disposition and a ward; no ward when it is unknown.
  package struct Exclusion: Hashable, Sendable {
    package var disposition: Disposition
    package var ward: Int?
  }

  /// Looks at everything that the loader flagged.
  package init(_ reading: SubmissionReading, in run: ValidationContext) {
    let submission = SubmissionContext(run: run, file: reading.file, header: reading.header)
    findings += SubmissionReview.columnFindings(reading, in: submission)
    findings += reading.totals.compactMap { DeclaredTotalMismatch.check($0, in: submission) }
    if reading.isRejectedAsWhole {
      exclude(reading.records[.data], .rejected, ward: reading.file.submitter.ward)
    }
    for record in reading.flagged { review(record, in: submission) }
  }

  private static func columnFindings(
    _ reading: SubmissionReading, in submission: SubmissionContext
  ) -> [Finding] {
    [
      UnknownSubmitter.check(submission), NoHeader.check(reading, in: submission),
      EmptySubmission.check(reading, in: submission),
    ].compactMap { $0 } + MissingColumn.check(reading, in: submission)
      + DuplicateColumn.check(submission) + UnknownColumn.check(submission)
  }

  /// What is looked at in every record, whatever its kind.
  private static let textRules: [any RecordRule.Type] = [
    InvalidEncoding.self, StrayQuote.self, UnclosedQuote.self,
  ]
  /// What is looked at in data records of files that are not rejected as a whole.
  private static let valueRules: [any RecordRule.Type] = [
    RaggedRecord.self, WardInferred.self, WardMismatch.self, UnknownWard.self, UnknownField.self,
    InvalidYear.self, InvalidQuarter.self, InvalidQuantity.self, WardNotInForce.self,
  ]

  private mutating func review(_ record: RecordReading, in submission: SubmissionContext) {
    var found = SubmissionReview.textRules.compactMap { $0.check(record, in: submission) }
    defer { findings += found }
    guard record.kind == .data, record.isJudged else { return }
    found += SubmissionReview.valueRules.compactMap { $0.check(record, in: submission) }
    found += MissingValue.check(record, in: submission)
    if found.contains(where: { $0.severity == .error }) {
      exclude(1, .rejected, ward: record.countingWard)
    } else if let remark = OutOfPeriod.check(record, in: submission) {
      found.append(remark)
      exclude(1, .outOfPeriod, ward: record.countingWard)
    } else if let row = record.row {
      admitted.append(row)
    }
  }

  private mutating func exclude(_ count: Int, _ disposition: Disposition, ward: Int?) {
    if count > 0 {
      excluded[Exclusion(disposition: disposition, ward: ward), default: 0] += count
    }
  }
}
