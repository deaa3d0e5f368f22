/// The numbers that a name says, in order: runs of digits, and words that are Roman numerals.
package enum NameNumbers {
  /// The numbers of a match key or name key.
  package static func of(_ key: ArraySlice<UInt32>) -> [ArraySlice<UInt32>] {
    var numbers: [ArraySlice<UInt32>] = []
    forEach(in: key) { numbers.append($0) }
    return numbers
  }

  /// Hands each number to `body`, in order.
  private static func forEach(in key: ArraySlice<UInt32>, _ body: (ArraySlice<UInt32>) -> Void) {
    var start = key.startIndex
    while start < key.endIndex {
      var end = start + 1
      if isDigit(key[start]) {
        while end < key.endIndex, isDigit(key[end]) { end += 1 }
        body(key[start..<end])
      } else if isRoman(key[start]), start == key.startIndex || key[start - 1] == 0x20 {
        while end < key.endIndex, isRoman(key[end]) { end += 1 }
        if end == key.endIndex || key[end] == 0x20 { body(key[start..<end]) }
      }
      start = end
    }
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
