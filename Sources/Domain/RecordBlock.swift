/// The identity of a model (SPEC §5, §6) as 128 bits of SipHash over
/// (ward, hamlet key, owner key, name key).
///
/// Ten million keys as text would take a gigabyte; as two words they take 160 MB, and two
/// different models fall together with a probability of about 10⁻²⁵.
package struct ModelIdentity: Hashable, Sendable {
  package var high: UInt64
  package var low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The words are already well mixed; one is enough for a table.
  package func hash(into hasher: inout Hasher) { hasher.combine(low) }
}

/// One admitted record as the counting sees it: codes and hashes, no text.
package struct RecordRow: Sendable, Equatable {
  /// 1-based number of the record in its file.
  package var recordNumber: UInt32
  /// 1-based physical line where it starts.
  package var line: UInt32
  /// Where it starts in the text of its submission, in bytes of UTF-8; all ones beyond 4 GiB.
  package var offset: UInt32
  /// Index into the register of wards.
  package var ward: UInt16
  /// Index into the register of fields.
  package var field: UInt8
  package var registrationYear: UInt16
  /// 1–4; 0 when unknown.
  package var registrationQuarter: UInt8
  /// 1–1,000,000.
  package var quantity: UInt32
  /// Whether its status says that the model is kept up no longer.
  package var isEnded: Bool
  /// Index into `RecordBlock.owners`.
  package var owner: UInt32
  package var identity: ModelIdentity
  /// Hash of the loose key.
  package var looseKey: UInt64
  /// Hash of the hamlet key; 0 when the record names no hamlet.
  package var hamletKey: UInt64
  /// What near names are found by: the signature of the name.
  package var nameSignature: UInt64
  /// Which of the names that decisions speak of is its own, counted from 1; 0 for none.
  package var decidedName: UInt32

  package init(
    recordNumber: UInt32, line: UInt32, offset: UInt32 = .max, ward: UInt16, field: UInt8,
    registrationYear: UInt16,
    registrationQuarter: UInt8, quantity: UInt32, isEnded: Bool, owner: UInt32,
    identity: ModelIdentity, looseKey: UInt64, hamletKey: UInt64, nameSignature: UInt64 = 0,
    decidedName: UInt32 = 0
  ) {
    self.recordNumber = recordNumber
    self.line = line
    self.offset = offset
    self.ward = ward
    self.field = field
    self.registrationYear = registrationYear
    self.registrationQuarter = registrationQuarter
    self.quantity = quantity
    self.isEnded = isEnded
    self.owner = owner
    self.identity = identity
    self.looseKey = looseKey
    self.hamletKey = hamletKey
    self.nameSignature = nameSignature
    self.decidedName = decidedName
  }
}

/// Who owns a model: an organization of the register, or a body by the key of its name.
package struct Owner: Hashable, Sendable {
  /// Index into the register of organizations, when it is one of them.
  package var organization: Int?
  /// Match key of the cell; blank for an organization, and for no owner.
  package var key: String
  /// The cell as first written in the file; not part of what makes owners equal.
  package var spelling: String

  package init(organization: Int?, key: String, spelling: String) {
    self.organization = organization
    self.key = key
    self.spelling = spelling
  }

  package static func == (left: Owner, right: Owner) -> Bool {
    left.organization == right.organization && left.key == right.key
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(organization)
    hasher.combine(key)
  }
}

/// The admitted records of one submission, in the order of the file.
///
/// A block is made by one file and never merged with others, so that ten million records are
/// never copied; a record of the whole run is a `RowReference`.
package struct RecordBlock: Sendable {
  package private(set) var rows: [RecordRow] = []
  /// The owners that the records of this block name.
  package var owners: [Owner] = []

  package init() {}

  package var count: Int { rows.count }

  package mutating func append(_ row: RecordRow) { rows.append(row) }

  package subscript(index: Int) -> RecordRow { rows[index] }

  /// This block with each record under the identity of the model that it is taken for.
  package func settled(by models: SettledModels) -> RecordBlock {
    if models.joins.isEmpty { return self }
    var block = self
    for index in rows.indices {
      block.rows[index].identity = models.model(of: rows[index].identity)
    }
    return block
  }

  /// The row of a record, found by halving; nothing for one that is not in the block.
  package func row(ofRecord number: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle].recordNumber) < number { low = middle + 1 } else { high = middle }
    }
    return low < count && Int(rows[low].recordNumber) == number ? low : nil
  }

  /// This block with `admitted` put in, all in order of their record numbers.
  package func merging(_ admitted: [RecordRow]) -> RecordBlock {
    if admitted.isEmpty { return self }
    var merged = RecordBlock()
    merged.owners = owners
    merged.rows.reserveCapacity(count + admitted.count)
    let added = admitted.sorted { $0.recordNumber < $1.recordNumber }
    var next = 0
    for row in rows {
      while next < added.count, added[next].recordNumber < row.recordNumber {
        merged.append(added[next])
        next += 1
      }
      merged.append(row)
    }
    merged.rows += added[next...]
    return merged
  }
}

/// One record of the run: the block of its submission, and its row there.
package struct RowReference: Hashable, Comparable, Sendable {
  package var block: UInt32
  package var row: UInt32

  package init(block: UInt32, row: UInt32) {
    self.block = block
    self.row = row
  }

  /// The order of counting, where blocks stand in it.
  package static func < (left: RowReference, right: RowReference) -> Bool {
    (left.block, left.row) < (right.block, right.row)
  }

  /// Of a block and a row that are there: neither is more than 32 bits.
  package init(block: Int, row: Int) {
    self.init(
      block: UInt32(truncatingIfNeeded: block), row: UInt32(truncatingIfNeeded: row))
  }
}
