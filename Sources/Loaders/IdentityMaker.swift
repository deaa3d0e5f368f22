import Domain
import Vietnamese

/// Makes the identities of models (SPEC §6) from the cells of records, one submission at a time.
struct IdentityMaker {
  /// What of a record tells which model it is.
  struct Key {
    var identity: ModelIdentity
    /// Of the name.
    var name: NameHashes
    /// Hash of the hamlet key; 0 when the record names no hamlet.
    var hamlet: UInt64
    /// Index into `owners`.
    var owner: UInt32
    /// As `RecordRow` has it.
    var decidedName: UInt32
  }

  private let submitter: Submitter
  private let organizations: SpellingTable
  /// What stands for each ward and organization: hashes of their codes, so that identities mean the
  /// same in every run, whatever the order of the registers.
  private let codes: CodeHashes
  private let decidedNames: DecidedNames
  private let memory: ReadingMemory
  private var keys = KeyMaker()
  private var loose: [UInt32] = []
  private let ownerIndexes = CellMemo<UInt32>()
  private var ownerNumbers: [Owner: UInt32] = [:]
  private var ownerParts: [Part] = []
  /// The owners met so far.
  private(set) var owners: [Owner] = []

  /// Whether a text last read has a character that plain Vietnamese names lack.
  private(set) var hasMetOddText = false

  /// What a hamlet or an owner adds to an identity: a hash of its key.
  struct Part: BitwiseCopyable, Sendable {
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

    /// Of an organization, which is known by its code, behind a mark that no text can begin with.
    init(code: UInt64) {
      var hash = SipHash()
      hash.combine(.max)
      hash.combine(code)
      (high, low) = hash.finish()
      isBlank = false
      isOdd = false
    }
  }

  /// An owner, and what it adds to identities.
  struct MetOwner: Sendable {
    var owner: Owner
    var part: Part
  }

  /// What is remembered of a name.
  struct Name: BitwiseCopyable {
    var hashes: NameHashes
    var decided: UInt32
    var isOdd: Bool
  }

  private static let blank = Part([], isOdd: false)

  init(
    submitter: Submitter, organizations: SpellingTable, codes: CodeHashes,
    decidedNames: DecidedNames = DecidedNames(), memory: ReadingMemory = ReadingMemory()
  ) {
    self.submitter = submitter
    self.decidedNames = decidedNames
    self.organizations = organizations
    self.codes = codes
    self.memory = memory
  }

  /// The key of a record; cells are trimmed, and nothing where there is no such column.
  mutating func key(
    ward: Int, hamlet: UnsafeBufferPointer<UInt8>?, owner: UnsafeBufferPointer<UInt8>?,
    name: UnsafeBufferPointer<UInt8>
  ) -> Key {
    let owner = ownerIndex(owner ?? UnsafeBufferPointer(start: nil, count: 0))
    let ownerPart = ownerParts[Int(owner)]
    let hamlet = hamlet.map { hamletPart(of: $0) } ?? IdentityMaker.blank
    let name = memory.names.value(of: name) ?? self.name(of: name)
    hasMetOddText = name.isOdd || ownerPart.isOdd || hamlet.isOdd
    let (high, low) = SipHash.of(
      codes.wards[ward], hamlet.high, hamlet.low, ownerPart.high, ownerPart.low, name.hashes.high,
      name.hashes.low)
    return Key(
      identity: ModelIdentity(high: high, low: low), name: name.hashes,
      hamlet: hamlet.isBlank ? 0 : hamlet.low | 1, owner: owner, decidedName: name.decided)
  }

  private mutating func name(of cell: UnsafeBufferPointer<UInt8>) -> Name {
    let numbering = FormNumbering.lengthBeforeName(cell)
    let text = UnsafeBufferPointer(rebasing: cell[numbering...])
    let plain = memory.plainNames.read(text)
    let hashes = plain ?? exactHashes(of: text)
    return memory.names.remember(
      Name(
        hashes: hashes, decided: decidedNames.number(of: hashes),
        isOdd: plain == nil && keys.isExact),
      of: cell)
  }

  /// The definition of what `PlainNames` makes.
  private mutating func exactHashes(of name: UnsafeBufferPointer<UInt8>) -> NameHashes {
    keys.makeMatchKey(of: name)
    keys.looseKey(of: keys.nameKey, into: &loose)
    return NameHashes(keys.nameKey, loose: loose)
  }

  private mutating func hamletPart(of cell: UnsafeBufferPointer<UInt8>) -> Part {
    if let known = memory.hamlets.value(of: cell) { return known }
    keys.makeMatchKey(of: cell)
    return memory.hamlets.remember(Part(keys.hamletKey, isOdd: keys.isExact), of: cell)
  }

  private mutating func ownerIndex(_ cell: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if let known = ownerIndexes.value(of: cell) { return known }
    return ownerIndexes.remember(number(ofOwner: cell), of: cell)
  }

  /// The number of the owner that a cell names; blank in an organization's file, that organization.
  private mutating func number(ofOwner cell: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var reading = memory.owners.reading(of: cell, organizations, codes)
    if cell.isEmpty, case .organization(let index) = submitter {
      reading = OwnerMemory.Reading(organization: index, codes)
    }
    let spelling =
      reading.organization == nil ? String(decoding: cell, as: UTF8.self).composed : ""
    return number(
      of: MetOwner(
        owner: Owner(
          organization: reading.organization, key: reading.key, spelling: spelling),
        part: reading.part))
  }

  private mutating func number(of met: MetOwner) -> UInt32 {
    if let number = ownerNumbers[met.owner] {
      // A record with a hidden character is rejected, and must not lend its spelling to others.
      if isMisspelt(owners[Int(number)]), !isMisspelt(met.owner) {
        owners[Int(number)].spelling = met.owner.spelling
      }
      return number
    }
    let number = UInt32(truncatingIfNeeded: owners.count)
    owners.append(met.owner)
    ownerNumbers[met.owner] = number
    ownerParts.append(met.part)
    return number
  }

  private func isMisspelt(_ owner: Owner) -> Bool {
    owner.spelling != displayedInCell(owner.spelling)
  }

  /// The owners met so far with their parts.
  var metOwners: [MetOwner] {
    zip(owners, ownerParts).map { MetOwner(owner: $0, part: $1) }
  }

  /// Hands rows that another one made to `body` with the owners' numbers that they have here.
  mutating func adopt(
    _ rows: [RecordRow], of owners: [MetOwner], _ body: (RecordRow) -> Void
  ) {
    var numbers = [UInt32?](repeating: nil, count: owners.count)
    for var row in rows {
      let number = numbers[Int(row.owner)] ?? number(of: owners[Int(row.owner)])
      numbers[Int(row.owner)] = number
      row.owner = number
      body(row)
    }
  }
}

/// What owner cells name, whoever wrote them.
final class OwnerMemory {
  struct Reading {
    /// Index into the register, when it is an organization of it.
    var organization: Int?
    /// Match key of the cell; blank for an organization.
    var key: String
    var part: IdentityMaker.Part

    init(organization: Int, _ codes: CodeHashes) {
      self.organization = organization
      key = ""
      part = IdentityMaker.Part(code: codes.organizations[organization])
    }

    fileprivate init(_ keys: KeyMaker) {
      organization = nil
      key = keys.matchText
      part = IdentityMaker.Part(keys.match[...], isOdd: keys.isExact)
    }
  }

  /// How many readings are kept.
  private static let limit = 4096

  private let numbers = CellMemo<Int>(size: 256)
  private var readings: [Reading] = []
  private var keys = KeyMaker()

  func reading(
    of cell: UnsafeBufferPointer<UInt8>, _ organizations: SpellingTable, _ codes: CodeHashes
  ) -> Reading {
    if let number = numbers.value(of: cell) { return readings[number] }
    keys.makeMatchKey(of: cell)
    let reading =
      organizations.row(matching: keys.matchText).map { Reading(organization: $0, codes) }
      ?? Reading(keys)
    if readings.count < OwnerMemory.limit {
      readings.append(reading)
      _ = numbers.remember(readings.count - 1, of: cell)
    }
    return reading
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
