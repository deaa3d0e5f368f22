package import Domain

/// What the rules say of one submission, and which of its records go on to be counted.
package struct SubmissionReview: Sendable {
  package var findings: [Finding] = []
  /// Flagged records that no rule rejects and that are reported: they join the block.
  package var admitted: [RecordRow] = []
  /// Records that go no further: their dispositions, by the ward where they count.
  package var excluded: [Exclusion: Int] = [:]
  /// The same one by one, in order; empty unless the records are traced.
  package var excludedRecords: [TracedRecord] = []
  private let tracesRecords: Bool

  /// A disposition and a ward; no ward when it is unknown.
  package struct Exclusion: Hashable, Sendable {
    package var disposition: Disposition
    package var ward: Int?
  }

  /// Looks at everything that the loader flagged.
  ///
  /// `tracesRecords` keeps what became of each record that goes no further.
  package init(
    _ reading: SubmissionReading, in run: ValidationContext, tracesRecords: Bool = false
  ) {
    self.tracesRecords = tracesRecords
    let submission = SubmissionContext(run: run, reading: reading)
    findings += SubmissionReview.columnFindings(reading, in: submission)
    findings += reading.totals.compactMap { DeclaredTotalMismatch.check($0, in: submission) }
    if reading.isRejectedAsWhole { excludeAll(of: reading) }
    // Most flagged records have one finding.
    findings.reserveCapacity(findings.count + reading.flagged.count)
    for record in reading.flagged { review(record, in: submission) }
  }

  private static func columnFindings(
    _ reading: SubmissionReading, in submission: SubmissionContext
  ) -> [Finding] {
    [
      UnknownSubmitter.check(submission), LegacyEncoding.check(reading, in: submission),
      UnclearEncoding.check(reading, in: submission), NoHeader.check(reading, in: submission),
      EmptySubmission.check(reading, in: submission), ForeignFile.check(reading, in: submission),
      DamagedWorkbook.check(reading, in: submission),
    ].compactMap { $0 } + UnreadSheet.check(reading, in: submission)
      + MissingColumn.check(reading, in: submission)
      + DuplicateColumn.check(submission) + TooManyColumns.check(submission)
      + UnknownColumn.check(submission)
      + FieldInferred.check(reading, in: submission)
  }

  /// What is looked at in every record that has an anomaly, whatever its kind.
  private static let textRules: [any RecordRule.Type] = [
    InvalidEncoding.self, StrayQuote.self, UnclosedQuote.self, OversizedRecord.self,
    OversizedCellRule.self,
  ]
  /// What is looked at in data records of files that are not rejected as a whole.
  private static let valueRules: [any RecordRule.Type] = [
    RaggedRecord.self, WardInferred.self, WardMismatch.self, UnknownWard.self, LostLeadingZero.self,
    UnknownField.self,
    InvalidYear.self, InvalidQuarter.self, InvalidQuantity.self, WardNotInForce.self,
  ]
  /// What is looked at in every filled cell of these records.
  private static let cellRules: [any CellRule.Type] = [
    HiddenCharacter.self, ControlCharacter.self, LookAlikeLetter.self, SpreadsheetErrorValue.self,
    ScientificNumber.self, DateDamage.self, LeadingApostrophe.self,
  ]

  private mutating func review(_ record: RecordReading, in submission: SubmissionContext) {
    var found: [Finding] = []
    defer { findings += found }
    if !record.anomalies.isEmpty {
      found += SubmissionReview.textRules.lazy.compactMap { $0.check(record, in: submission) }
    }
    guard record.kind == .data, record.isJudged else { return }
    found += DamagedText.check(record, in: submission)
    if record.damagedCells.isEmpty {
      found += SubmissionReview.valueRules.lazy.compactMap { $0.check(record, in: submission) }
      found += CarriedDown.check(record, in: submission)
      found += MergedCell.check(record, in: submission)
      found += FormulaWithoutValue.check(record, in: submission)
      found += MissingValue.check(record, in: submission)
      for cell in submission.filledCells(of: record) {
        found += SubmissionReview.cellRules.lazy.compactMap { $0.check(cell, in: submission) }
      }
    }
    let errors = found.filter { $0.severity == .error }.map(\.rule)
    if !errors.isEmpty {
      exclude(record, .rejected, for: errors)
    } else if let remark = OutOfPeriod.check(record, in: submission) {
      found.append(remark)
      exclude(record, .outOfPeriod, for: [remark.rule])
    } else if let row = record.row {
      admitted.append(row)
    }
  }

  private mutating func exclude(_ record: RecordReading, _ role: RecordRole, for rules: [RuleID]) {
    excluded[
      Exclusion(disposition: role.disposition, ward: record.countingWard), default: 0] += 1
    guard tracesRecords else { return }
    excludedRecords.append(
      TracedRecord(
        number: record.number, line: record.line, role: role, ward: record.countingWard,
        field: record.field.value, year: record.year.value, quarter: record.registrationQuarter,
        quantity: record.countableQuantity,
        rules: rules.enumerated().filter { !rules[..<$0.offset].contains($0.element) }
          .map(\.element)))
  }

  /// Rejects every data record of a file without a look into them.
  private mutating func excludeAll(of reading: SubmissionReading) {
    let ward = reading.file.submitter.ward
    let count = reading.records[.data]
    if count > 0 { excluded[Exclusion(disposition: .rejected, ward: ward)] = count }
    guard tracesRecords else { return }
    let whole: Set<RuleID> = [
      .unclearEncoding, .noHeader, .missingColumn, .duplicateColumn, .tooManyColumns,
    ]
    let rules = RuleID.allCases.filter { rule in
      whole.contains(rule) && findings.contains { $0.rule == rule }
    }
    excludedRecords = reading.unjudged.map {
      TracedRecord(
        number: $0.number, line: $0.line, role: .rejected, ward: ward, field: nil, year: nil,
        quarter: nil, quantity: nil, rules: rules)
    }
  }
}
