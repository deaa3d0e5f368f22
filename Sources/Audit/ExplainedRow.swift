package import Domain

/// One line of the explanation of a figure: a record, ward, submission or finding that makes it up
/// or was left out of it.
package struct ExplainedRow: Sendable, Equatable {
  /// What it adds to the figure; nothing for what was left out.
  package var adds: Int?
  /// Where it stands; a ward stands nowhere.
  package var place: Place?
  /// The model's name, the ward's name, or the finding's message.
  package var name: String
  /// The quantity of a record, as far as it can be read.
  package var quantity: Int?
  /// What became of a record.
  package var disposition: Disposition?
  /// The rules that excluded it.
  package var rules: [RuleID]
  /// The record that it repeats: `path:line`; blank for none.
  package var see: String
  /// Why it was left out, or what it is; blank where that is plain.
  package var reason: String

  package init(
    adds: Int?, place: Place?, name: String, quantity: Int? = nil,
    disposition: Disposition? = nil, rules: [RuleID] = [], see: String = "", reason: String = ""
  ) {
    self.adds = adds
    self.place = place
    self.name = name
    self.quantity = quantity
    self.disposition = disposition
    self.rules = rules
    self.see = see
    self.reason = reason
  }
}
