package import Domain

/// Whether a record is part of a figure.
package enum Membership: Sendable, Equatable {
  /// Its cells say that it has nothing to do with the figure.
  case outside
  /// It adds so much.
  case part(Int)
  /// Its cells speak of the figure, as far as they can be read, but it does not count there; its
  /// role says why.
  case leftOut
}

extension FigureMeaning {
  /// What a record is to this figure; `period` is that of its submission.
  ///
  /// Each record that speaks of a figure is either part of it or left out of it. A rejected record
  /// whose cell cannot be read may belong anywhere, and is left out of each figure it may belong to.
  /// Figures that do not add up records have none.
  package func membership(of record: TracedRecord, period: Period?) -> Membership {
    switch self {
    case .registered(let ward, let field, let year, let quarter):
      guard agrees(record.ward, ward), agrees(record.field, field), agrees(record.year, year),
        quarter.map({ isIn(quarter: $0, record) }) ?? true
      else { return .outside }
      return record.role == .counted ? .part(record.quantity ?? 0) : .leftOut
    case .maintained(let field, let year):
      guard period?.year == year, agrees(record.field, field) else { return .outside }
      return record.role == .maintained ? .part(record.quantity ?? 0) : .leftOut
    case .records(let disposition, let scope):
      switch scope {
      case .all: break
      case .ward(let ward): if record.ward != ward { return .outside }
      case .unknown: if record.ward != nil { return .outside }
      }
      return disposition.map { $0 == record.role.disposition } ?? true ? .part(1) : .leftOut
    case .coverage, .submissionsExpected, .submissionsReceived, .findings: return .outside
    }
  }

  /// Whether the figure adds up records; the others count wards or findings.
  package var addsRecords: Bool {
    switch self {
    case .registered, .maintained, .records: true
    case .coverage, .submissionsExpected, .submissionsReceived, .findings: false
    }
  }

  private func agrees(_ said: Int?, _ wanted: Int?) -> Bool {
    guard let said, let wanted else { return true }
    return said == wanted
  }

  /// Of a record that counts, the quarter is known or unknown for good; of another it may be what
  /// could not be read.
  private func isIn(quarter: Int, _ record: TracedRecord) -> Bool {
    if let said = record.quarter { return said == quarter }
    return quarter == 0 || record.identity == nil
  }
}
