/// The kind of a ward of `wards.csv`; a row of no such kind is another body without territory.
package enum WardKind: String, Sendable, CaseIterable {
  case urbanWard = "phường"
  case commune = "xã"
  case township = "thị trấn"
  case specialZone = "đặc khu"
}

/// One row of `wards.csv`: a reporting unit, or another body whose records count under its code.
package struct Ward: Sendable, Equatable {
  package var code: String
  package var name: String
  /// As the register writes it, such as “Phường”; may be blank.
  package var kindText: String
  /// Nothing for a body without a territory of its own, which is never missing (SPEC §2).
  package var kind: WardKind?
  package var validFrom: CalendarDay?
  package var validTo: CalendarDay?
  package var aliases: [String]

  package init(
    code: String, name: String, kindText: String, kind: WardKind?,
    validFrom: CalendarDay? = nil, validTo: CalendarDay? = nil, aliases: [String] = []
  ) {
    self.code = code
    self.name = name
    self.kindText = kindText
    self.kind = kind
    self.validFrom = validFrom
    self.validTo = validTo
    self.aliases = aliases
  }

  /// Whether some day of `days` lies between `validFrom` and `validTo`.
  package func isInForce(during days: ClosedRange<CalendarDay>) -> Bool {
    max(validFrom ?? days.lowerBound, days.lowerBound)
      <= min(validTo ?? days.upperBound, days.upperBound)
  }

  /// “Phường An Lưu”: the kind as written, then the name.
  package var fullName: String { kindText.isEmpty ? name : "\(kindText) \(name)" }

  /// Every spelling that means this ward, in the order in which suggestions are made.
  package var spellings: [String] {
    [code, name] + (kindText.isEmpty ? [] : [fullName]) + aliases
  }
}

/// One row of `fields.csv`: a lĩnh vực.
package struct Field: Sendable, Equatable {
  package var code: String
  package var vietnameseName: String
  /// Blank when the register gives none.
  package var englishName: String
  package var aliases: [String]

  package init(code: String, vietnameseName: String, englishName: String, aliases: [String]) {
    self.code = code
    self.vietnameseName = vietnameseName
    self.englishName = englishName
    self.aliases = aliases
  }

  package func name(in language: Language) -> String {
    language(vietnameseName, englishName.isEmpty ? vietnameseName : englishName)
  }

  /// Every spelling that means this field, in the order in which suggestions are made.
  package var spellings: [String] {
    [code, vietnameseName] + (englishName.isEmpty ? [] : [englishName]) + aliases
  }
}

/// One row of `organizations.csv`: a body that submits or owns models.
package struct Organization: Sendable, Equatable {
  package var code: String
  package var name: String
  package var aliases: [String]

  package init(code: String, name: String, aliases: [String]) {
    self.code = code
    self.name = name
    self.aliases = aliases
  }

  package var spellings: [String] { [code, name] + aliases }
}

/// The three registers of a workspace.
///
/// Rows are referred to by their index.
package struct Registers: Sendable, Equatable {
  package var wards: [Ward]
  package var fields: [Field]
  package var organizations: [Organization]

  package init(wards: [Ward], fields: [Field], organizations: [Organization]) {
    self.wards = wards
    self.fields = fields
    self.organizations = organizations
  }

  /// The rows that must report, as indexes: wards, not other bodies.
  package var reportingWards: [Int] { wards.indices.filter { wards[$0].kind != nil } }
}
