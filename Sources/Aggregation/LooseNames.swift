import Domain

/// Counted records of one ward by loose key, to find the earliest that may be the same model.
///
/// Two fit unless both name hamlets and these differ. So the earliest that fits is the first of
/// all for a record without hamlet; else the first without hamlet or the first of the same
/// hamlet, whichever is earlier. No record is compared with more than two others, unless decisions
/// keep some apart: behind a model of which a decision says so, further ones are kept, up to one of
/// which none does.
struct LooseNames {
  /// What is asked of a counted record.
  struct Entry {
    var row: RowReference
    /// As settled by decisions.
    var identity: ModelIdentity
    var loose: UInt64
    /// 0 for a record that names none.
    var hamlet: UInt64

    init(_ row: RecordRow, at reference: RowReference, as identity: ModelIdentity) {
      self.row = reference
      self.identity = identity
      loose = row.looseKey
      hamlet = row.hamletKey
    }
  }

  /// In the order of counting; the tables below hold positions in it.
  private var entries: [Entry] = []
  /// The first ones by loose key.
  private var first = SlotTable()
  /// The first ones by loose key and hamlet; hamlet 0 stands for none.
  private var firstOfHamlet = SlotTable()
  /// What stands behind a first one that a decision keeps apart from others, by its position.
  private var further: [Int: [Int]] = [:]
  private var furtherOfHamlet: [Int: [Int]] = [:]

  /// Empties it, and makes room for `rowCount` records.
  mutating func reset(rowCount: Int) {
    entries.removeAll(keepingCapacity: true)
    first.reset(capacity: rowCount)
    firstOfHamlet.reset(capacity: rowCount)
    further.removeAll()
    furtherOfHamlet.removeAll()
  }

  /// The earliest record that fits and that no decision keeps apart from it, if there is one; `entry`
  /// is entered behind it.
  mutating func earliest(like entry: Entry, _ settled: SettledModels) -> RowReference? {
    let place = slot(of: entry.loose)
    let placeOfHamlet = slot(of: entry.loose, hamlet: entry.hamlet)
    let found: Int?
    if entry.hamlet == 0 {
      found = fitting(entry, first[place], further, settled)
    } else {
      let bare = slot(of: entry.loose, hamlet: 0)
      let ofNone = fitting(entry, firstOfHamlet[bare], furtherOfHamlet, settled)
      let ofSame = fitting(entry, firstOfHamlet[placeOfHamlet], furtherOfHamlet, settled)
      found = ofNone.map { min($0, ofSame ?? $0) } ?? ofSame
    }
    entries.append(entry)
    LooseNames.note(entries, at: place, in: &first, &further, settled)
    LooseNames.note(entries, at: placeOfHamlet, in: &firstOfHamlet, &furtherOfHamlet, settled)
    return found.map { entries[$0].row }
  }

  private func slot(of loose: UInt64) -> Int {
    var slot = first.first(loose)
    while let index = first[slot], entries[index].loose != loose { slot = first.next(slot) }
    return slot
  }

  private func slot(of loose: UInt64, hamlet: UInt64) -> Int {
    var slot = firstOfHamlet.first(loose ^ hamlet)
    while let index = firstOfHamlet[slot],
      entries[index].loose != loose || entries[index].hamlet != hamlet
    {
      slot = firstOfHamlet.next(slot)
    }
    return slot
  }

  private func fitting(
    _ entry: Entry, _ first: Int?, _ further: [Int: [Int]], _ settled: SettledModels
  ) -> Int? {
    guard let first else { return nil }
    if !settled.areApart(entries[first].identity, entry.identity) { return first }
    return further[first]?.first { !settled.areApart(entries[$0].identity, entry.identity) }
  }

  /// Enters the last entry in a slot, unless one stands there that fits whatever it would fit.
  private static func note(
    _ entries: [Entry], at slot: Int, in first: inout SlotTable, _ further: inout [Int: [Int]],
    _ settled: SettledModels
  ) {
    guard let earlier = first[slot] else {
      first.fill(slot, with: entries.count - 1)
      return
    }
    let last = further.isEmpty ? earlier : further[earlier]?.last ?? earlier
    guard settled.isContested(entries[last].identity) else { return }
    further[earlier, default: []].append(entries.count - 1)
  }
}
