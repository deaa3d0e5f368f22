/// The numbers that a name says, in order: runs of digits, and words that are Roman numerals.
package enum NameNumbers {
  /// Whether two name keys say the same numbers.
  static func areSame(_ left: Span<UInt32>, _ right: Span<UInt32>) -> Bool {
    var (position, otherPosition) = (0, 0)
    while true {
      let number = next(in: left, from: &position)
      let other = next(in: right, from: &otherPosition)
      guard let number, let other else { return number == nil && other == nil }
      if !areEqual(left.extracting(number), right.extracting(other)) { return false }
    }
  }

  /// Where the next number of a key stands that begins at `position` or behind.
  private static func next(in key: Span<UInt32>, from position: inout Int) -> Range<Int>? {
    while position < key.count {
      let start = position
      position += 1
      if isDigit(key[start]) {
        while position < key.count, isDigit(key[position]) { position += 1 }
        return start..<position
      }
      if isRoman(key[start]), start == 0 || key[start - 1] == 0x20 {
        while position < key.count, isRoman(key[position]) { position += 1 }
        if position == key.count || key[position] == 0x20 { return start..<position }
      }
    }
    return nil
  }

  /// Whether a word of a loose key holds a digit of ASCII.
  static func holdsDigit(_ word: Span<UInt32>) -> Bool {
    for index in word.indices where (0x30...0x39).contains(word[index]) { return true }
    return false
  }

  @inline(__always)
  static func isDigit(_ scalar: UInt32) -> Bool {
    // There are none in between, and here are the letters of Vietnamese.
    if scalar < 0x660 || (0x1E00..<0x2000).contains(scalar) {
      return (0x30...0x39).contains(scalar)
    }
    return Unicode.Scalar(scalar)?.properties.generalCategory == .decimalNumber
  }

  /// `i`, `v`, `x`: a word of these only is taken for a numeral, since no other is worth telling
  /// apart from one.
  @inline(__always)
  static func isRoman(_ scalar: UInt32) -> Bool {
    scalar == 0x69 || scalar == 0x76 || scalar == 0x78
  }
}

/// Whether two runs of scalars are the same.
func areEqual(_ left: Span<UInt32>, _ right: Span<UInt32>) -> Bool {
  guard left.count == right.count else { return false }
  for index in left.indices where left[index] != right[index] { return false }
  return true
}
