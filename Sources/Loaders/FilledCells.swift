import CSVParsing
import Vietnamese

/// The cells of a record that are not blank: what tells its kind (SPEC §4).
struct FilledCells {
  /// How many there are.
  private(set) var count = 0
  /// The position of the first one.
  private var first = 0

  init(_ cells: RecordCells) {
    for index in 0..<cells.count where !trimmedBytes(cells[index]).isEmpty {
      if count == 0 { first = index }
      count += 1
    }
  }

  /// Whether at least two filled cells read 1, 2, 3 … in order, bare or in parentheses.
  func isNumbering(_ cells: RecordCells) -> Bool {
    guard count >= 2 else { return false }
    var expected = 0
    for index in 0..<cells.count {
      let cell = trimmedBytes(cells[index])
      if cell.isEmpty { continue }
      expected += 1
      let number = String(expected)
      guard cell.elementsEqual(number.utf8) || cell.elementsEqual("(\(number))".utf8) else {
        return false
      }
    }
    return true
  }

  /// Whether the first filled cell says “Tổng cộng” or the like.
  func isTotal(_ cells: RecordCells) -> Bool {
    let cell = trimmedBytes(cells[first])
    // The common case, told by the first letter: such a match key cannot begin with t or c.
    if let byte = cell.first, (0x61...0x7A).contains(byte | 0x20),
      byte | 0x20 != UInt8(ascii: "t"), byte | 0x20 != UInt8(ascii: "c")
    {
      return false
    }
    if cell.allSatisfy({ (0x30...0x39).contains($0) }) { return false }
    return totalKeys.contains(MatchKey.of(String(decoding: cell, as: UTF8.self)))
  }
}

private let totalKeys: Set<String> = ["tổng cộng", "cộng", "tổng", "tổng số"]
