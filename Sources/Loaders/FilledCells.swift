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
    totalKey(cells).map { totalKeys.contains($0) } ?? false
  }

  /// Whether it says what it is the total of: “Cộng mục II”, “Tổng cộng (I + II)”, “Cộng lĩnh vực kinh
  /// tế”.
  ///
  /// Not “Tổng vệ sinh”, “Cộng đồng tự quản”, which are models.
  func isTotalOfPart(_ cells: RecordCells, fields: SpellingTable?) -> Bool {
    guard let key = totalKey(cells),
      let lead = totalKeys.first(where: { key.hasPrefix($0 + " ") })
    else { return false }
    let rest = key.dropFirst(lead.count + 1).split(separator: " ").drop { word in
      partWords.contains(word) || FormNumbering(word.uppercased()) != nil
    }
    return rest.isEmpty || fields?.row(matching: rest.joined(separator: " ")) != nil
  }

  /// The match key of the first filled cell, if it may be that of a total.
  private func totalKey(_ cells: RecordCells) -> String? {
    let cell = trimmedBytes(cells[first])
    // The common case, told by the first letter: such a match key cannot begin with t or c.
    if let byte = cell.first, (0x61...0x7A).contains(byte | 0x20),
      byte | 0x20 != UInt8(ascii: "t"), byte | 0x20 != UInt8(ascii: "c")
    {
      return nil
    }
    if cell.allSatisfy({ (0x30...0x39).contains($0) }) { return nil }
    return MatchKey.of(String(decoding: cell, as: UTF8.self))
  }

  /// How a record begins the breakdown of a total.
  enum BreakdownStart {
    /// `Trong đó`, `Trong đó: nuôi cá`: nothing else, whatever stands beside it.
    case certain
    /// `Trong đó có ta`, which may be a model.
    case likely
  }

  /// What the first filled cell says of a breakdown; nothing if it does not begin with “Trong đó”.
  func breakdownStart(_ cells: RecordCells) -> BreakdownStart? {
    let cell = trimmedBytes(cells[first])
    guard cell.count > 5, cell[0] | 0x20 == UInt8(ascii: "t"), cell[4] | 0x20 == UInt8(ascii: "g")
    else { return nil }
    let text = String(decoding: cell, as: UTF8.self)
    if MatchKey.of(String(text.prefix { $0 != ":" })) == FilledCells.breakdown { return .certain }
    return MatchKey.of(text).hasPrefix(FilledCells.breakdown + " ") ? .likely : nil
  }

  private static let breakdown = "trong đó"
}

/// The longer ones first, since one begins with another.
private let totalKeys = ["tổng cộng", "tổng số", "cộng", "tổng"]
private let partWords: Set<Substring> = [
  "mục", "phần", "nhóm", "lĩnh", "vực", "mô", "hình", "điển", "chung", "toàn", "bộ", "xã", "phường",
]
