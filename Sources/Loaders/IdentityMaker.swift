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
  private var hamlets = CellMemo<[UInt32]>()
  private var ownerIndexes = CellMemo<UInt32>()
  private var ownerNumbers: [Owner: UInt32] = [:]
  private var ownerKeys: [[UInt32]] = []
  /// The owners met so far.
  private(set) var owners: [Owner] = []

  /// Whether the name last read has a character that plain Vietnamese names lack.
  var hasMetOddName: Bool { keys.isExact }

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
    let hamlet = hamlet.map { hamletKey(of: $0) } ?? []
    let numbering = FormNumbering.lengthBeforeName(name)
    keys.makeMatchKey(of: UnsafeBufferPointer(rebasing: name[numbering...]))
    let nameKey = keys.nameKey
    var identity = SipHash()
    identity.combine(codes.wards[ward])
    identity.combine(hamlet[...])
    identity.combine(ownerKeys[Int(owner)][...])
    identity.combine(nameKey)
    let (high, low) = identity.finish()
    keys.looseKey(of: nameKey, into: &loose)
    return Key(
      identity: ModelIdentity(high: high, low: low), loose: hash(loose[...]),
      hamlet: hamlet.isEmpty ? 0 : hash(hamlet[...]) | 1, owner: owner,
      nameSignature: NameSignature.of(nameKey, loose: loose),
      decidedName: decidedNames.number(of: nameKey))
  }

  private func hash(_ key: ArraySlice<UInt32>) -> UInt64 {
    var hash = SipHash()
    hash.combine(key)
    return hash.finish().low
  }

  private mutating func hamletKey(of cell: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    if let known = hamlets.value(of: cell) { return known }
    keys.makeMatchKey(of: cell)
    return hamlets.remember(Array(keys.hamletKey), of: cell)
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
    ownerKeys.append(
      owner.organization.map {
        let code = codes.organizations[$0]
        return [
          0xFFFF_FFFF, UInt32(truncatingIfNeeded: code), UInt32(truncatingIfNeeded: code >> 32),
        ]
      } ?? owner.key.unicodeScalars.map(\.value))
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
