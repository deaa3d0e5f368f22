import Domain

/// The models of one ward by identity.
///
/// A table of open addressing: the words of an identity are already well mixed, so the low one says
/// where to look, and a slot holds no more than the number of the model. It is made large enough
/// before the first record, and never grows.
struct ModelTable {
  /// What is known of one model while its records pass.
  struct Model {
    let identity: ModelIdentity
    let counted: RowReference
    /// The first record of `period`.
    var firstOfPeriod: RowReference
    /// The submission period of its latest record.
    var period: Period?
    /// The last reporting year of which a carried-over record was taken.
    var maintainedYear: Int?
    // Of the counted record.
    let quantity: UInt32
    let registrationYear: UInt16
    let field: UInt8
  }

  private var slots = SlotTable()
  private var models: [Model] = []

  mutating func reset(rowCount: Int) {
    slots.reset(capacity: rowCount)
    models.removeAll(keepingCapacity: true)
  }

  subscript(index: Int) -> Model {
    get { models[index] }
    _modify { yield &models[index] }
  }

  /// The model of an identity, and whether it was not there: then `row` is its counted record.
  mutating func enter(
    _ identity: ModelIdentity, _ row: RecordRow, at reference: RowReference, _ period: Period?
  ) -> (index: Int, isNew: Bool) {
    var slot = slots.first(identity.low)
    while let index = slots[slot] {
      if models[index].identity == identity { return (index, false) }
      slot = slots.next(slot)
    }
    slots.fill(slot, with: models.count)
    models.append(
      Model(
        identity: identity, counted: reference, firstOfPeriod: reference, period: period,
        maintainedYear: nil, quantity: row.quantity, registrationYear: row.registrationYear,
        field: row.field))
    return (models.count - 1, true)
  }
}

/// The slots of a table of open addressing: numbers, or nothing.
struct SlotTable {
  /// Numbers counted from 1; 0 where there is none.
  private var numbers: [UInt32] = []
  private var mask = 0

  /// Empties it, and makes room for `capacity` numbers at least.
  mutating func reset(capacity: Int) {
    var size = 64
    while size < 2 * capacity { size *= 2 }
    mask = size - 1
    if numbers.count < size {
      numbers = Array(repeating: 0, count: size)
    } else {
      for slot in 0..<size { numbers[slot] = 0 }
    }
  }

  /// Where to look first for what has this hash.
  func first(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & mask }

  /// Where to look after `slot`.
  func next(_ slot: Int) -> Int { (slot + 1) & mask }

  /// What is in a slot.
  subscript(slot: Int) -> Int? {
    let number = numbers[slot]
    return number == 0 ? nil : Int(number) - 1
  }

  mutating func fill(_ slot: Int, with number: Int) {
    numbers[slot] = UInt32(truncatingIfNeeded: number + 1)
  }
}
