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
    for scalar in loose where !(0x30...0x39).contains(scalar) {
      let lane = lane(of: scalar)
      let count = (counts >> lane &+ 1) & 3
      counts = counts & ~(3 << lane) | count << lane
    }
    let gray = counts ^ (counts >> 1 & 0x5555_5555_5555_5555)
    return numberHash(nameKey) << (letterBits + 6)
      | UInt64(min(loose.count, lengthLimit)) << letterBits | gray & letterMask
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

  /// A hash of the numbers, made in one pass: a million names pass through here, and most say none.
  private static func numberHash(_ nameKey: ArraySlice<UInt32>) -> UInt64 {
    var hash: UInt64 = 0
    var isInNumber = false
    // The word as a Roman numeral: nothing once it cannot be one.
    var numeral: UInt64? = 0
    func endWord() {
      if let numeral, numeral != 0 { mix(numeral, into: &hash) }
      (isInNumber, numeral) = (false, 0)
    }
    for scalar in nameKey {
      if scalar == 0x20 {
        endWord()
      } else if NameNumbers.isDigit(scalar) {
        if !isInNumber { mix(1, into: &hash) }
        mix(UInt64(scalar), into: &hash)
        (isInNumber, numeral) = (true, nil)
      } else {
        isInNumber = false
        if numeral != nil {
          numeral = NameNumbers.isRoman(scalar) ? numeral.map { $0 << 7 | UInt64(scalar) } : nil
        }
      }
    }
    endWord()
    return hash >> 50
  }

  private static func mix(_ word: UInt64, into hash: inout UInt64) {
    hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
  }
}
