/// What of a name is kept in one word to find names near it: 44 bits of its letters, 6 of its
/// length, 14 of its numbers.
///
/// A letter's count, modulo 4, stands in two bits as a Gray code, so that one letter more or less
/// flips one bit: a slip, which changes at most two counts, flips at most two. Two names that are
/// near have the same numbers, lengths that differ by no more than their slips, and letters that
/// differ in no more than twice as many bits; all others need never be looked at. As numbers and
/// length are the highest bits, sorted signatures lie in blocks of both.
package enum NameSignature {
  /// Of numbers and length: what is left of a signature when it is shifted by `letterBits`.
  package static let letterBits: UInt64 = 44
  package static let letterMask: UInt64 = 1 << letterBits - 1
  private static let lengthLimit = 63

  /// The signature of a name, of which `loose` is the loose key.
  package static func of(_ nameKey: ArraySlice<UInt32>, loose: [UInt32]) -> UInt64 {
    var counts: UInt64 = 0
    for scalar in loose { counts = counting(counter(of: scalar), in: counts) }
    var numbers = Numbers()
    for scalar in nameKey {
      if scalar == 0x20 { numbers.endWord() } else { numbers.add(scalar) }
    }
    numbers.endWord()
    return of(numbers: numbers, length: loose.count, counts: counts)
  }

  /// Puts a signature together.
  @inline(__always)
  static func of(numbers: Numbers, length: Int, counts: UInt64) -> UInt64 {
    let gray = counts ^ (counts &>> 1 & 0x5555_5555_5555_5555)
    return (numbers.hash &>> 50) &<< (letterBits + 6)
      | UInt64(truncatingIfNeeded: min(length, lengthLimit)) &<< letterBits | gray & letterMask
  }

  /// The bit by which the count of a letter grows; 0 for a digit, which is no letter.
  static func counter(of scalar: UInt32) -> UInt64 {
    (0x30...0x39).contains(scalar) ? 0 : 1 << lane(of: scalar)
  }

  /// The counts with one more in two bits, of which `counter` is the lower: 3 goes to 0.
  @inline(__always)
  static func counting(_ counter: UInt64, in counts: UInt64) -> UInt64 {
    counts ^ (counter | (counts & counter) &<< 1)
  }

  /// The length of the loose key that a signature tells; the longest one for all that are longer.
  package static func length(_ signature: UInt64) -> Int {
    Int(signature >> letterBits & 0x3F)
  }

  /// Where a letter is counted: the bit from which on.
  ///
  /// The letters that Vietnamese does not write share a place with all other scalars.
  private static func lane(of scalar: UInt32) -> UInt64 {
    switch scalar {
    case 0x61...0x65: UInt64(scalar - 0x61) * 2  // a to e
    case 0x67...0x69: UInt64(scalar - 0x62) * 2  // g to i
    case 0x6B...0x76: UInt64(scalar - 0x63) * 2  // k to v
    case 0x78: 40  // x
    default: 42
    }
  }

  /// A hash of the numbers of a name, made scalar by scalar: a million names pass through here, and
  /// most say none.
  struct Numbers {
    private(set) var hash: UInt64 = 0
    private var isInNumber = false
    /// The word as a Roman numeral, as far as it is one.
    private var numeral: UInt64 = 0
    private var isNumeral = true

    @inline(__always)
    mutating func endWord() {
      if isNumeral, numeral != 0 { mix(numeral) }
      isInNumber = false
      isNumeral = true
      numeral = 0
    }

    /// Adds the next scalar of a word.
    @inline(__always)
    mutating func add(_ scalar: UInt32) {
      if NameNumbers.isDigit(scalar) {
        if !isInNumber { mix(1) }
        mix(UInt64(scalar))
        isInNumber = true
        isNumeral = false
      } else {
        isInNumber = false
        if isNumeral {
          isNumeral = NameNumbers.isRoman(scalar)
          numeral = numeral &<< 7 | UInt64(scalar)
        }
      }
    }

    private mutating func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 29
    }
  }
}
