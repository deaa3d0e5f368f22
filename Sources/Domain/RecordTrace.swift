/// What became of a data record, and what it adds to the figures (SPEC §6, §7).
///
/// Carried-over records are told apart by what they are worth in `maintained`.
package enum RecordRole: UInt8, Sendable, CaseIterable {
  /// Its quantity is registered.
  case counted
  /// Carried over, and its quantity is maintained in its reporting year.
  case maintained
  /// Carried over in a reporting year in which the model was carried over before.
  case carriedOverAgain
  /// Carried over, but its status says that the model is kept up no longer.
  case carriedOverEnded
  /// Carried over in a reporting year that is not after the counted record's registration year.
  case carriedOverEarly
  /// Carried over in a reporting year outside the period.
  case carriedOverOutside
  case duplicate
  case rejected
  case outOfPeriod

  package var disposition: Disposition {
    switch self {
    case .counted: .counted
    case .maintained, .carriedOverAgain, .carriedOverEnded, .carriedOverEarly,
      .carriedOverOutside:
      .carriedOver
    case .duplicate: .duplicate
    case .rejected: .rejected
    case .outOfPeriod: .outOfPeriod
    }
  }
}

/// One data record of a submission with what was read of it, and what became of it.
package struct TracedRecord: Sendable, Equatable {
  /// 1-based, among all records of the file.
  package var number: Int
  /// 1-based physical line where it starts.
  package var line: Int
  package var role: RecordRole
  /// What its cells say, as far as they can be read: indexes into the registers of wards and
  /// fields.
  ///
  /// The ward is the one for which the record counts (SPEC §7).
  package var ward: Int?
  package var field: Int?
  /// Of registration.
  package var year: Int?
  /// Of registration, 1–4; nothing when unknown.
  package var quarter: Int?
  package var quantity: Int?
  package var isEnded: Bool
  /// Nothing for records that were rejected or are out of period.
  package var identity: ModelIdentity?
  /// Of a carried-over record the counted one; of a duplicate the first of its period.
  package var origin: RowReference?
  /// The rules that rejected it, or that put it out of the period; empty for others.
  package var rules: [RuleID]

  package init(
    number: Int, line: Int, role: RecordRole, ward: Int?, field: Int?, year: Int?, quarter: Int?,
    quantity: Int?, isEnded: Bool = false, identity: ModelIdentity? = nil,
    origin: RowReference? = nil, rules: [RuleID] = []
  ) {
    self.number = number
    self.line = line
    self.role = role
    self.ward = ward
    self.field = field
    self.year = year
    self.quarter = quarter
    self.quantity = quantity
    self.isEnded = isEnded
    self.identity = identity
    self.origin = origin
    self.rules = rules
  }
}
