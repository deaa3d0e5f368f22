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

  private struct HamletKey: Hashable {
    var loose: UInt64
    var hamlet: UInt64
  }

  /// In the order of counting; the tables below hold positions in it.
  private var entries: [Entry] = []
  private var first: [UInt64: Int] = [:]
  /// By loose key and hamlet; hamlet 0 stands for none.
  private var firstOfHamlet: [HamletKey: Int] = [:]
  /// What stands behind a first one that a decision keeps apart from others.
  private var further: [UInt64: [Int]] = [:]
  private var furtherOfHamlet: [HamletKey: [Int]] = [:]

  /// The earliest record that fits and that no decision keeps apart from it, if there is one; `entry`
  /// is entered behind it.
  mutating func earliest(like entry: Entry, _ settled: SettledModels) -> RowReference? {
    let key = HamletKey(loose: entry.loose, hamlet: entry.hamlet)
    let found: Int?
    if entry.hamlet == 0 {
      found = fitting(entry, first[entry.loose], further[entry.loose], settled)
    } else {
      let bare = HamletKey(loose: entry.loose, hamlet: 0)
      let candidates = [
        fitting(entry, firstOfHamlet[bare], furtherOfHamlet[bare], settled),
        fitting(entry, firstOfHamlet[key], furtherOfHamlet[key], settled),
      ]
      found = candidates.compactMap { $0 }.min()
    }
    entries.append(entry)
    LooseNames.note(entry.loose, of: entries, in: &first, &further, settled)
    LooseNames.note(key, of: entries, in: &firstOfHamlet, &furtherOfHamlet, settled)
    return found.map { entries[$0].row }
  }

  private func fitting(
    _ entry: Entry, _ first: Int?, _ further: [Int]?, _ settled: SettledModels
  ) -> Int? {
    guard let first else { return nil }
    if !settled.areApart(entries[first].identity, entry.identity) { return first }
    return further?.first { !settled.areApart(entries[$0].identity, entry.identity) }
  }

  /// Enters the last entry under `key`, unless one stands there that fits whatever it would fit.
  private static func note<Key: Hashable>(
    _ key: Key, of entries: [Entry], in first: inout [Key: Int],
    _ further: inout [Key: [Int]], _ settled: SettledModels
  ) {
    guard let earlier = first[key] else {
      first[key] = entries.count - 1
      return
    }
    let last = further.isEmpty ? earlier : further[key]?.last ?? earlier
    guard settled.isContested(entries[last].identity) else { return }
    further[key, default: []].append(entries.count - 1)
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    first.removeAll(keepingCapacity: true)
    firstOfHamlet.removeAll(keepingCapacity: true)
    further.removeAll()
    furtherOfHamlet.removeAll()
  }
}
