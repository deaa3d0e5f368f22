/// SipHash-1-3 with 128 bits of output over 64-bit words and a fixed key: the same on every
/// machine and in every run, unlike `Hasher`.
///
/// Source: Aumasson and Bernstein, “SipHash: a fast short-input PRF”, 2012, and its 128-bit
/// variant. Every key is followed by its length, and the length of all is mixed in last, so that no
/// input is another one cut differently.
package struct SipHash {
  private var v0: UInt64 = 0x736F_6D65_7073_6575
  private var v1: UInt64 = 0x646F_7261_6E64_6F6D ^ 0xEE
  private var v2: UInt64 = 0x6C79_6765_6E65_7261
  private var v3: UInt64 = 0x7465_6462_7974_6573
  private var length: UInt64 = 0

  package init() {}

  @inline(__always)
  package mutating func combine(_ word: UInt64) {
    v3 ^= word
    round()
    v0 ^= word
    length &+= 8
  }

  /// Combines a key of scalars as UTF-16, four units a word, the first in its lowest bits, and then
  /// the number of units.
  package mutating func combine(_ key: ArraySlice<UInt32>) {
    var word: UInt64 = 0
    var count: UInt64 = 0
    func add(_ unit: UInt32, to hash: inout SipHash) {
      word |= UInt64(unit) << (count % 4 * 16)
      count += 1
      if count % 4 == 0 {
        hash.combine(word)
        word = 0
      }
    }
    for scalar in key {
      if scalar < 0x1_0000 {
        add(scalar, to: &self)
      } else {
        add(0xD800 + (scalar - 0x1_0000) >> 10, to: &self)
        add(0xDC00 + (scalar & 0x3FF), to: &self)
      }
    }
    if count % 4 != 0 { combine(word) }
    combine(count)
  }

  /// The same of units that lie in memory with three zeros behind them.
  @inline(__always)
  mutating func combine(_ units: UnsafePointer<UInt16>, count: Int) {
    let raw = UnsafeRawPointer(units)
    var index = 0
    while index < count {
      combine(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 2 * index, as: UInt64.self)))
      index += 4
    }
    combine(UInt64(truncatingIfNeeded: count))
  }

  @inline(__always)
  package consuming func finish() -> (high: UInt64, low: UInt64) {
    combine(length << 56)
    v2 ^= 0xEE
    for _ in 0..<3 { round() }
    let low = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xDD
    for _ in 0..<3 { round() }
    return (v0 ^ v1 ^ v2 ^ v3, low)
  }

  /// The hash of seven words.
  package static func of(
    _ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64, _ fifth: UInt64,
    _ sixth: UInt64, _ seventh: UInt64
  ) -> (high: UInt64, low: UInt64) {
    var hash = SipHash()
    hash.combine(first)
    hash.combine(second)
    hash.combine(third)
    hash.combine(fourth)
    hash.combine(fifth)
    hash.combine(sixth)
    hash.combine(seventh)
    return hash.finish()
  }

  @inline(__always)
  private mutating func round() {
    v0 = v0 &+ v1
    v1 = SipHash.rotated(v1, 13) ^ v0
    v0 = SipHash.rotated(v0, 32)
    v2 = v2 &+ v3
    v3 = SipHash.rotated(v3, 16) ^ v2
    v0 = v0 &+ v3
    v3 = SipHash.rotated(v3, 21) ^ v0
    v2 = v2 &+ v1
    v1 = SipHash.rotated(v1, 17) ^ v2
    v2 = SipHash.rotated(v2, 32)
  }

  @inline(__always)
  private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    word &<< bits | word &>> (64 - bits)
  }
}
