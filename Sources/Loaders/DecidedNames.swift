import Vietnamese

/// The names that decisions speak of, by their name keys: only records of these are remembered.
package struct DecidedNames: Sendable {
  private var numbers: [UInt64: UInt32] = [:]

  package init() {}

  /// Notes a name; its number, counted from 1, which is that of every name of one name key.
  package mutating func add(_ name: String) -> UInt32 {
    let hash = DecidedNames.hashes(of: name).low
    let number = numbers[hash, default: UInt32(truncatingIfNeeded: numbers.count + 1)]
    numbers[hash] = number
    return number
  }

  /// The number of a name; 0 for one that was not added.
  package func number(ofName name: String) -> UInt32 { number(of: DecidedNames.hashes(of: name)) }

  /// The number of a name key; 0 for one that no decision speaks of.
  func number(of name: NameHashes) -> UInt32 {
    numbers.isEmpty ? 0 : numbers[name.low, default: 0]
  }

  /// Whether two names have one name key, and so may be those of one model.
  package static func isOneName(_ name: String, _ other: String) -> Bool {
    hashes(of: name).low == hashes(of: other).low
  }

  private static func hashes(of name: String) -> NameHashes {
    var keys = KeyMaker()
    keys.makeMatchKey(of: name)
    return NameHashes(keys.nameKey, loose: [])
  }
}
