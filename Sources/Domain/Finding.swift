/// How grave a finding is.
package enum Severity: String, Sendable, CaseIterable {
  case error, warning, info

  /// The word for several of them; Vietnamese has one form for all numbers.
  package func pluralName(in language: Language) -> String {
    language(name(in: language), self == .info ? rawValue : "\(rawValue)s")
  }

  package func name(in language: Language) -> String {
    switch self {
    case .error: language("lỗi", "error")
    case .warning: language("cảnh báo", "warning")
    case .info: language("lưu ý", "info")
    }
  }
}

/// The permanent ids of the rules, as SPEC names them.
///
/// Never renamed, never reused.
package enum RuleID: String, Sendable, CaseIterable {
  // Workspace and files (§2)
  case unknownSubmitter = "unknown-submitter"
  case unreadFile = "unread-file"
  case repeatedFile = "repeated-file"
  case missingSubmission = "missing-submission"
  case controlTotalMismatch = "control-total-mismatch"
  // A whole submission and its columns (§3, §4)
  case foreignFormat = "foreign-format"
  case damagedWorkbook = "damaged-workbook"
  case unreadSheet = "unread-sheet"
  case legacyEncoding = "legacy-encoding"
  case unclearEncoding = "unclear-encoding"
  case emptySubmission = "empty-submission"
  case noHeader = "no-header"
  case missingColumn = "missing-column"
  case duplicateColumn = "duplicate-column"
  case unknownColumn = "unknown-column"
  case fieldInferred = "field-inferred"
  case tooManyColumns = "too-many-columns"
  case declaredTotalMismatch = "declared-total-mismatch"
  // One record (§3)
  case invalidEncoding = "invalid-encoding"
  case damagedText = "damaged-text"
  case strayQuote = "stray-quote"
  case unclosedQuote = "unclosed-quote"
  case oversizedRecord = "oversized-record"
  case oversizedCell = "oversized-cell"
  case raggedRecord = "ragged-record"
  case mergedCell = "merged-cell"
  case formulaWithoutValue = "formula-without-value"
  case missingValue = "missing-value"
  case wardInferred = "ward-inferred"
  case carriedDown = "carried-down"
  case wardMismatch = "ward-mismatch"
  case unknownWard = "unknown-ward"
  case unknownField = "unknown-field"
  case invalidYear = "invalid-year"
  case invalidQuarter = "invalid-quarter"
  case invalidQuantity = "invalid-quantity"
  case wardNotInForce = "ward-not-in-force"
  case outOfPeriod = "out-of-period"
  // What spreadsheets and keyboards do to the text of a cell
  case hiddenCharacter = "hidden-character"
  case controlCharacter = "control-character"
  case lookAlikeLetter = "look-alike-letter"
  case spreadsheetError = "spreadsheet-error"
  case scientificNumber = "scientific-number"
  case dateDamage = "date-damage"
  case lostLeadingZero = "lost-leading-zero"
  case leadingApostrophe = "leading-apostrophe"
  // Records against each other (§6)
  case duplicateRecord = "duplicate-record"
  case fieldConflict = "field-conflict"
  case yearChanged = "year-changed"
  case quantityChanged = "quantity-changed"
  case suspectedDuplicate = "suspected-duplicate"
  case nearDuplicate = "near-duplicate"
  case lapsedDecision = "lapsed-decision"
}

/// Something a person should look at.
package struct Finding: Sendable, Hashable {
  package var severity: Severity
  package var rule: RuleID
  package var place: Place
  /// What was found there, as written but for control and hidden characters, which are escaped; blank
  /// when nothing was.
  package var value: String
  /// Where, what, and what to do, in the language of the run.
  package var message: String
  /// The other place it refers to, `path:line`; blank for none.
  package var see: String

  package init(
    severity: Severity, rule: RuleID, place: Place, value: String, message: String,
    see: String = ""
  ) {
    self.severity = severity
    self.rule = rule
    self.place = place
    self.value = value
    self.message = message
    self.see = see
  }

  /// The message as a table shows it, which has no column for the cell of a workbook.
  package var tableMessage: String { place.cell.map { "\($0): \(message)" } ?? message }

  /// The order of `findings.csv`: path, line, record, rule, column, value (SPEC §8, §10).
  package static func inOrder(_ left: Finding, _ right: Finding) -> Bool {
    if left.place.path != right.place.path {
      return bytesPrecede(left.place.path, right.place.path)
    }
    if left.place.line != right.place.line {
      return (left.place.line ?? 0) < (right.place.line ?? 0)
    }
    if left.place.record != right.place.record {
      return (left.place.record ?? 0) < (right.place.record ?? 0)
    }
    if left.rule != right.rule { return bytesPrecede(left.rule.rawValue, right.rule.rawValue) }
    if left.place.column != right.place.column {
      return bytesPrecede(left.place.column, right.place.column)
    }
    if left.value != right.value { return bytesPrecede(left.value, right.value) }
    return bytesPrecede(left.message, right.message)
  }
}

/// Whether `left` comes before `right` when their UTF-8 is compared byte by byte.
///
/// Not `<`, which compares canonically equivalent texts as equal.
package func bytesPrecede(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
