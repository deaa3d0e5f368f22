import Vietnamese

/// Finds the row of a register that a text means, by match key (SPEC §3, §5).
package struct SpellingTable: Sendable, Equatable {
  private var rows: [String: Int] = [:]

  package init() {}

  /// The row that `key`, a match key, means; nothing for an empty key.
  package func row(matching key: String) -> Int? { rows[key] }

  /// Adds the spellings of a row; the first one that another row has already, if there is one.
  package mutating func add(_ spellings: [String], row: Int) -> (spelling: String, other: Int)? {
    for spelling in spellings {
      let key = MatchKey.of(spelling)
      if key.isEmpty { continue }
      if let other = rows[key], other != row { return (spelling, other) }
      rows[key] = row
    }
    return nil
  }
}
