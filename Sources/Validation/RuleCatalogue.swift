import Domain

/// All rules, in the order in which `kheo rules` prints them: what is looked at, from the whole
/// to the single record.
package enum RuleCatalogue {
  package static let descriptions: [RuleDescription] = rules.map { $0.description }

  private static let rules: [any Rule.Type] = [
    UnknownSubmitter.self, UnreadFile.self, RepeatedFile.self, MissingSubmissionRule.self,
    ControlTotalMismatch.self,
    ForeignFile.self, DamagedWorkbook.self, UnreadSheet.self, LegacyEncoding.self,
    UnclearEncoding.self, EmptySubmission.self, NoHeader.self,
    MissingColumn.self, DuplicateColumn.self, UnknownColumn.self, TooManyColumns.self,
    FieldInferred.self, DeclaredTotalMismatch.self,
    InvalidEncoding.self, DamagedText.self, StrayQuote.self, UnclosedQuote.self,
    OversizedRecord.self,
    OversizedCellRule.self, RaggedRecord.self,
    MergedCell.self, FormulaWithoutValue.self, MissingValue.self, WardInferred.self,
    CarriedDown.self, WardMismatch.self, UnknownWard.self, UnknownField.self,
    InvalidYear.self, InvalidQuarter.self, InvalidQuantity.self, WardNotInForce.self,
    OutOfPeriod.self,
    HiddenCharacter.self, ControlCharacter.self, LookAlikeLetter.self, SpreadsheetErrorValue.self,
    ScientificNumber.self, DateDamage.self, LostLeadingZero.self, LeadingApostrophe.self,
    DuplicateRecord.self, FieldConflict.self, YearChanged.self, QuantityChanged.self,
    SuspectedDuplicate.self, NearDuplicate.self, LapsedDecision.self,
  ]
}
