import Testing
import Vietnamese

/// The hash under the identities of models: stable for ever, and free of collisions in practice.
struct SipHashTests {
  private struct Digest: Hashable {
    var high: UInt64
    var low: UInt64
  }

  private func digest(_ keys: [[UInt32]]) -> Digest {
    var hash = SipHash()
    for key in keys { hash.combine(key[...]) }
    let (high, low) = hash.finish()
    return Digest(high: high, low: low)
  }

  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test func `a key has the same hash in every run and on every machine`() {
    // As OpenSSL 3 computes them: `openssl mac -macopt c-rounds:1 -macopt d-rounds:3
    // -macopt size:16 -macopt hexkey:00000000000000000000000000000000 -in FILE SIPHASH`.
    #expect(digest([]) == SipHashTests.nothing)
    #expect(digest([scalars("hoà bình")]) == SipHashTests.peace)
    #expect(digest([scalars("hoà"), scalars("bình")]) == SipHashTests.peaceInTwo)
  }

  private static let nothing = Digest(high: 0xB91C_5ED0_31FB_3303, low: 0x2134_935D_61D9_B40D)
  private static let peace = Digest(high: 0x2FA7_2679_D98F_5615, low: 0xE11D_C0BA_090E_0DAE)
  private static let peaceInTwo = Digest(
    high: 0xF844_0FE7_04B0_9411, low: 0xD56C_F518_BDC7_0E88)

  @Test func `where one part ends and the next begins changes the hash`() {
    #expect(digest([[1, 2], [3]]) != digest([[1], [2, 3]]))
    #expect(digest([[1, 2, 3], []]) != digest([[], [1, 2, 3]]))
    #expect(digest([[]]) != digest([]))
    #expect(digest([[0]]) != digest([[0, 0]]))
    #expect(digest([[1, 2]]) != digest([[2, 1]]))
  }

  @Test func `a slice hashes like the array it shows`() {
    let padded: [UInt32] = [7, 7, 1, 2, 3, 7]
    var hash = SipHash()
    hash.combine(padded[2..<5])
    let (high, low) = hash.finish()
    #expect(Digest(high: high, low: low) == digest([[1, 2, 3]]))
  }

  @Test func `a hundred thousand keys that differ by little have as many hashes, in each half`() {
    var highs: Set<UInt64> = []
    var lows: Set<UInt64> = []
    var count = 0
    for first in UInt32(0)..<100 {
      for second in UInt32(0)..<1_000 {
        let hash = digest([[first, second]])
        highs.insert(hash.high)
        lows.insert(hash.low)
        count += 1
      }
    }
    #expect(count == 100_000)
    #expect(highs.count == count)
    #expect(lows.count == count)
  }
}
