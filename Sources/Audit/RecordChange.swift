package import Domain

/// A record that two releases do not treat alike.
package struct RecordChange: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// In both, but something else became of it, or it is read otherwise.
    case changed
    /// In the new release only.
    case added
    /// In the old release only.
    case removed
  }

  /// What one release makes of it.
  package struct Side: Sendable, Equatable {
    package var place: Place
    package var disposition: Disposition
    /// Codes; blank when the cell cannot be read.
    ///
    /// Of a workbook's list, the names.
    package var ward: String
    package var field: String
    package var year: Int?
    package var quantity: Int?
    /// Why, when it does not count.
    package var reason: String

    package init(
      place: Place, disposition: Disposition, ward: String, field: String, year: Int?,
      quantity: Int?, reason: String
    ) {
      self.place = place
      self.disposition = disposition
      self.ward = ward
      self.field = field
      self.year = year
      self.quantity = quantity
      self.reason = reason
    }
  }

  package var name: String
  package var old: Side?
  package var new: Side?

  package init(name: String, old: Side?, new: Side?) {
    self.name = name
    self.old = old
    self.new = new
  }

  package var kind: Kind {
    switch (old, new) {
    case (nil, _): .added
    case (_, nil): .removed
    default: .changed
    }
  }

  /// By place in the new release, or in the old one if it is not in the new.
  package static func inOrder(_ left: RecordChange, _ right: RecordChange) -> Bool {
    guard let first = (left.new ?? left.old)?.place, let second = (right.new ?? right.old)?.place
    else { return false }
    if first.path != second.path { return bytesPrecede(first.path, second.path) }
    if first.line != second.line { return (first.line ?? 0) < (second.line ?? 0) }
    return left.kind == .removed && right.kind != .removed
  }
}

/// The records that make the difference between two releases.
package struct RecordDifferences: Sendable, Equatable {
  package enum Source: Sendable, Equatable {
    /// Every record, from the inputs of both.
    case inputs
    /// The counted models that the workbooks list, since the inputs no longer give a release; why.
    case lists(String)
  }

  package var source: Source
  /// By place.
  package var changes: [RecordChange]
  /// The figures whose change the records do not add up to; of the families that add up records.
  package var unexplained: [String]

  package init(source: Source, changes: [RecordChange], unexplained: [String]) {
    self.source = source
    self.changes = changes
    self.unexplained = unexplained
  }
}
