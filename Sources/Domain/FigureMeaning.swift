/// What a figure counts: its family and dimensions, as its id spells them (SPEC §7).
///
/// Wards and fields are indexes into the registers.
package enum FigureMeaning: Sendable, Equatable {
  /// Which wards' records are counted.
  package enum WardScope: Sendable, Equatable {
    case all
    case ward(Int)
    /// Records whose ward cannot be told.
    case unknown
  }

  /// `quarter` is 1–4, or 0 for unknown.
  case registered(ward: Int?, field: Int?, year: Int?, quarter: Int?)
  case maintained(field: Int?, year: Int)
  /// Records of a disposition; of `nil`, all that were read.
  case records(Disposition?, WardScope)
  case coverage(field: Int?)
  case submissionsExpected(Period)
  case submissionsReceived(Period)
  case findings(Severity)

  /// Reads an id that is spelled like a published one; nothing for any other text.
  package init?(_ id: String, registers: Registers) {
    let parts = id.split(separator: ".", omittingEmptySubsequences: false)
    let family = parts.prefix { !$0.contains("=") }.joined(separator: ".")
    var dimensions: [Substring: String] = [:]
    for part in parts.drop(while: { !$0.contains("=") }) {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, dimensions.updateValue(String(pair[1]), forKey: pair[0]) == nil else {
        return nil
      }
    }
    let field = dimensions["field"].map { code in
      registers.fields.firstIndex { $0.code == code }
    }
    let ward = dimensions["ward"].map { code in registers.wards.firstIndex { $0.code == code } }
    let year = dimensions["year"].map { Int($0) }
    let isUnknownWard = dimensions["ward"] == "unknown"
    // A dimension that is given must be known.
    if case .some(nil) = field { return nil }
    if case .some(nil) = ward, !isUnknownWard { return nil }
    if case .some(nil) = year { return nil }
    let scope: WardScope =
      isUnknownWard ? .unknown : (ward ?? nil).map { .ward($0) } ?? .all
    let period = dimensions["period"].flatMap { Period($0) }
    switch (family, period) {
    case ("registered", _):
      let quarter = dimensions["quarter"].map { $0 == "unknown" ? 0 : Int($0) }
      if case .some(nil) = quarter { return nil }
      self = .registered(
        ward: ward ?? nil, field: field ?? nil, year: year ?? nil, quarter: quarter ?? nil)
    case ("maintained", _):
      guard let year = year ?? nil else { return nil }
      self = .maintained(field: field ?? nil, year: year)
    case ("coverage", _): self = .coverage(field: field ?? nil)
    case ("records.read", _): self = .records(nil, scope)
    case ("submissions.expected", let period?): self = .submissionsExpected(period)
    case ("submissions.received", let period?): self = .submissionsReceived(period)
    default:
      let name = family.split(separator: ".", maxSplits: 1).last.map(String.init) ?? ""
      if family.hasPrefix("records."), let disposition = Disposition(rawValue: name) {
        self = .records(disposition, scope)
      } else if family.hasPrefix("findings."), let severity = Severity(rawValue: name) {
        self = .findings(severity)
      } else {
        return nil
      }
    }
  }
}
