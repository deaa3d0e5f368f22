import Domain
import Vietnamese

/// Makes the identities of models (SPEC §6) from the cells of records, one submission at a time.
struct IdentityMaker {
  /// What of a record tells which model it is.
  struct Key {
    var identity: ModelIdentity
    /// Hash of the loose key.
    var loose: UInt64
    /// Hash of the hamlet key; 0 when the record names no hamlet.
    var hamlet: UInt64
    /// Index into `owners`.
    var owner: UInt32
    var nameSignature: UInt64
    /// As `RecordRow` has it.
    var decidedName: UInt32
  }

  private let submitter: Submitter
  private let organizations: SpellingTable
  /// What stands for each ward and organization: hashes of their codes, so that identities mean the
  /// same in every run, whatever the order of the registers.
  private let codes: CodeHashes
  private let decidedNames: DecidedNames
  private var keys = KeyMaker()
  private var loose: [UInt32] = []
  private var hamlets = CellMemo<Part>()
  private var ownerIndexes = CellMemo<UInt32>()
  private var ownerNumbers: [Owner: UInt32] = [:]
  private var ownerParts: [Part] = []
  /// The owners met so far.
  private(set) var owners: [Owner] = []

  /// Whether a text last read has a character that plain Vietnamese names lack.
  private(set) var hasMetOddText = false

  /// What a hamlet or an owner adds to an identity: a hash of its key.
  private struct Part {
    var high: UInt64
    var low: UInt64
    /// Whether there is no key.
    var isBlank: Bool
    var isOdd: Bool

    init(_ key: ArraySlice<UInt32>, isOdd: Bool) {
      var hash = SipHash()
      hash.combine(key)
      (high, low) = hash.finish()
      isBlank = key.isEmpty
      self.isOdd = isOdd
    }
  }

  private static let blank = Part([], isOdd: false)

  init(
    submitter: Submitter, organizations: SpellingTable, codes: CodeHashes,
    decidedNames: DecidedNames = DecidedNames()
  ) {
    self.submitter = submitter
    self.decidedNames = decidedNames
    self.organizations = organizations
    self.codes = codes
  }

  /// The key of a record; cells are trimmed, and nothing where there is no such column.
  mutating func key(
    ward: Int, hamlet: UnsafeBufferPointer<UInt8>?, owner: UnsafeBufferPointer<UInt8>?,
    name: UnsafeBufferPointer<UInt8>
  ) -> Key {
    let owner = ownerIndex(owner ?? UnsafeBufferPointer(start: nil, count: 0))
    let ownerPart = ownerParts[Int(owner)]
    let hamlet = hamlet.map { hamletPart(of: $0) } ?? IdentityMaker.blank
    let numbering = FormNumbering.lengthBeforeName(name)
    keys.makeMatchKey(of: UnsafeBufferPointer(rebasing: name[numbering...]))
    hasMetOddText = keys.isExact || ownerPart.isOdd || hamlet.isOdd
    let nameKey = keys.nameKey
    var identity = SipHash()
    identity.combine(codes.wards[ward])
    for part in [hamlet, ownerPart] {
      identity.combine(part.high)
      identity.combine(part.low)
    }
    identity.combine(nameKey)
    let (high, low) = identity.finish()
    keys.looseKey(of: nameKey, into: &loose)
    return Key(
      identity: ModelIdentity(high: high, low: low), loose: hash(loose[...]),
      hamlet: hamlet.isBlank ? 0 : hamlet.low | 1, owner: owner,
      nameSignature: NameSignature.of(nameKey, loose: loose),
      decidedName: decidedNames.number(of: nameKey))
  }

  private func hash(_ key: ArraySlice<UInt32>) -> UInt64 {
    var hash = SipHash()
    hash.combine(key)
    return hash.finish().low
  }

  private mutating func hamletPart(of cell: UnsafeBufferPointer<UInt8>) -> Part {
    if let known = hamlets.value(of: cell) { return known }
    keys.makeMatchKey(of: cell)
    return hamlets.remember(Part(keys.hamletKey, isOdd: keys.isExact), of: cell)
  }

  private mutating func ownerIndex(_ cell: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if let known = ownerIndexes.value(of: cell) { return known }
    return ownerIndexes.remember(number(of: owner(writtenAs: cell)), of: cell)
  }

  /// The owner that a cell names; blank in an organization's file, that organization.
  private mutating func owner(writtenAs cell: UnsafeBufferPointer<UInt8>) -> Owner {
    if cell.isEmpty, case .organization(let index) = submitter {
      return Owner(organization: index, key: "", spelling: "")
    }
    keys.makeMatchKey(of: cell)
    let key = keys.matchText
    if let organization = organizations.row(matching: key) {
      return Owner(organization: organization, key: "", spelling: "")
    }
    return Owner(
      organization: nil, key: key, spelling: String(decoding: cell, as: UTF8.self).composed)
  }

  private mutating func number(of owner: Owner) -> UInt32 {
    if let number = ownerNumbers[owner] { return number }
    let number = UInt32(truncatingIfNeeded: owners.count)
    owners.append(owner)
    ownerNumbers[owner] = number
    // An organization is known by its code, behind a mark that no text can begin with.
    let key: [UInt32] =
      owner.organization.map {
        let code = codes.organizations[$0]
        return [
          0xFFFF_FFFF, UInt32(truncatingIfNeeded: code), UInt32(truncatingIfNeeded: code >> 32),
        ]
      } ?? owner.key.unicodeScalars.map(\.value)
    ownerParts.append(Part(key[...], isOdd: owner.organization == nil && keys.isExact))
    return number
  }
}

/// Hashes of the codes of registers, by row.
struct CodeHashes: Sendable {
  let wards: [UInt64]
  let organizations: [UInt64]

  init(_ registers: Registers) {
    wards = registers.wards.map { CodeHashes.hash($0.code) }
    organizations = registers.organizations.map { CodeHashes.hash($0.code) }
  }

  private static func hash(_ code: String) -> UInt64 {
    var hash = SipHash()
    hash.combine(code.unicodeScalars.map(\.value)[...])
    return hash.finish().low
  }
}
