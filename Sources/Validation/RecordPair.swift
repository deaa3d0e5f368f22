package import Domain

/// A record of the counting beside the record it is compared with.
package struct RecordPair: Sendable {
  package var rule: RuleID
  package var header: SubmissionHeader
  /// Where the record stands, without a column.
  package var place: Place
  /// Its cells, trimmed and in NFC; only those of the rule's `tellingColumns` are asked for.
  package var cells: [String]
  package var quantity: Int
  package var other: Place
  package var otherQuantity: Int
  package var otherField: Field
  /// The registration year of the other record.
  package var otherYear: Int
  /// The name of the other record; blank for rules that compare no names.
  package var otherName: String
  /// Whether a ward sent one of the two, and an organization the other.
  package var isAcrossSenders: Bool

  /// The columns by which a rule tells of a record.
  package static func tellingColumns(of rule: RuleID) -> [Column] {
    switch rule {
    case .fieldConflict: [.name, .field]
    case .yearChanged: [.name, .year]
    case .quantityChanged: [.name, .quantity]
    default: [.name]
    }
  }

  package init(
    rule: RuleID, header: SubmissionHeader, place: Place, cells: [String], quantity: Int,
    other: Place, otherQuantity: Int, otherField: Field, otherYear: Int, otherName: String = "",
    isAcrossSenders: Bool = false
  ) {
    self.rule = rule
    self.header = header
    self.place = place
    self.cells = cells
    self.quantity = quantity
    self.other = other
    self.otherQuantity = otherQuantity
    self.otherField = otherField
    self.otherYear = otherYear
    self.otherName = otherName
    self.isAcrossSenders = isAcrossSenders
  }

  /// The finding of the rule that the pair was made for; nothing for rules that compare nothing.
  package func finding(in language: Language) -> Finding? {
    switch rule {
    case .duplicateRecord: DuplicateRecord.check(self, in: language)
    case .fieldConflict: FieldConflict.check(self, in: language)
    case .yearChanged: YearChanged.check(self, in: language)
    case .quantityChanged: QuantityChanged.check(self, in: language)
    case .suspectedDuplicate: SuspectedDuplicate.check(self, in: language)
    case .nearDuplicate: NearDuplicate.check(self, in: language)
    default: nil
    }
  }

  func place(column: Column) -> Place {
    place.cell(in: header.heading(of: column), at: header.positions[column] ?? 0)
  }

  func text(_ column: Column) -> String {
    guard let position = header.positions[column], position < cells.count else { return "" }
    return cells[position]
  }

  private var isSameFile: Bool { place.path == other.path }

  var otherInVietnamese: String {
    isSameFile ? "dòng \(other.line ?? 0) cùng tệp" : other.reference
  }

  /// “; một do xã, phường gửi, một do tổ chức gửi” where that is so; what a clerk asks first.
  func senders(_ language: Language) -> String {
    isAcrossSenders
      ? language(
        "; một do xã, phường gửi, một do tổ chức gửi",
        "; one was sent by a ward, the other by an organization") : ""
  }

  var otherInEnglish: String {
    isSameFile ? "line \(other.line ?? 0) of this file" : other.reference
  }
}
