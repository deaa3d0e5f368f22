/// SipHash-1-3 with 128 bits of output over 64-bit words and a fixed key: the same on every
/// machine and in every run, unlike `Hasher`.
///
/// Source: Aumasson and Bernstein, “SipHash: a fast short-input PRF”, 2012, and its 128-bit
/// variant. The length is mixed in last, so that no input is a prefix of another.
package struct SipHash {
  private var v0: UInt64 = 0x736F_6D65_7073_6575
  private var v1: UInt64 = 0x646F_7261_6E64_6F6D ^ 0xEE
  private var v2: UInt64 = 0x6C79_6765_6E65_7261
  private var v3: UInt64 = 0x7465_6462_7974_6573
  private var length: UInt64 = 0

  package init() {}

  package mutating func combine(_ word: UInt64) {
    v3 ^= word
    round()
    v0 ^= word
    length &+= 8
  }

  /// Combines a key of scalars with its length, two scalars a word.
  package mutating func combine(_ key: ArraySlice<UInt32>) {
    combine(UInt64(key.count))
    var index = key.startIndex
    while index + 1 < key.endIndex {
      combine(UInt64(key[index]) << 32 | UInt64(key[index + 1]))
      index += 2
    }
    if index < key.endIndex { combine(UInt64(key[index])) }
  }

  package consuming func finish() -> (high: UInt64, low: UInt64) {
    combine(length << 56)
    v2 ^= 0xEE
    for _ in 0..<3 { round() }
    let low = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xDD
    for _ in 0..<3 { round() }
    return (v0 ^ v1 ^ v2 ^ v3, low)
  }

  private mutating func round() {
    v0 = v0 &+ v1
    v1 = rotated(v1, 13) ^ v0
    v0 = rotated(v0, 32)
    v2 = v2 &+ v3
    v3 = rotated(v3, 16) ^ v2
    v0 = v0 &+ v3
    v3 = rotated(v3, 21) ^ v0
    v2 = v2 &+ v1
    v1 = rotated(v1, 17) ^ v2
    v2 = rotated(v2, 32)
  }

  private func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    word << bits | word >> (64 - bits)
  }
}
