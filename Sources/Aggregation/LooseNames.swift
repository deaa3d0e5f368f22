import Domain

/// Counted records of one ward by loose key, to find the earliest that may be the same model.
///
/// Two fit unless both name hamlets and these differ. So the earliest that fits is the first of
/// all for a record without hamlet; else the first without hamlet or the first of the same
/// hamlet, whichever is earlier. No record is compared with more than two others.
struct LooseNames {
  private struct Entry {
    var position: Int
    var row: RowReference
  }

  private struct HamletKey: Hashable {
    var loose: UInt64
    var hamlet: UInt64
  }

  private var first: [UInt64: Entry] = [:]
  /// By loose key and hamlet; hamlet 0 stands for none.
  private var firstOfHamlet: [HamletKey: Entry] = [:]
  private var count = 0

  /// The earliest record that fits, if there is one; `row` is entered behind it.
  ///
  /// `hamlet` is 0 for a record that names none.
  mutating func earliest(
    likeKey loose: UInt64, hamlet: UInt64, adding row: RowReference
  ) -> RowReference? {
    let entry = Entry(position: count, row: row)
    count += 1
    let key = HamletKey(loose: loose, hamlet: hamlet)
    let candidates =
      hamlet == 0
      ? [first[loose]]
      : [firstOfHamlet[HamletKey(loose: loose, hamlet: 0)], firstOfHamlet[key]]
    if first[loose] == nil { first[loose] = entry }
    if firstOfHamlet[key] == nil { firstOfHamlet[key] = entry }
    return candidates.compactMap { $0 }.min { $0.position < $1.position }?.row
  }

  mutating func removeAll() {
    first.removeAll(keepingCapacity: true)
    firstOfHamlet.removeAll(keepingCapacity: true)
    count = 0
  }
}
