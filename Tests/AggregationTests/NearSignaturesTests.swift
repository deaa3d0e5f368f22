import TestSupport
import Testing
import Vietnamese

@testable import Aggregation

/// The kernel that compares signatures against its definition.
struct NearSignaturesTests {
  @Test(arguments: UInt64(1)...12)
  func `every way of this machine finds what the definition does`(_ seed: UInt64) {
    var dice = SeededNumbers(seed: seed)
    let ways = NearSignatures.Way.allCases.filter(\.isPossible).map { NearSignatures($0) }
    for count in [0, 1, 2, 3, 63, 64, 65, 500, 2047, 2048, 2049, 2100] {
      let signature = dice.next()
      let signatures = (0..<count).map { _ in
        // Near ones are rare among random words.
        (0..<dice.below(8)).reduce(signature) { word, _ in word ^ 1 << UInt64(dice.below(64)) }
      }
      for bits in [0, 1, 2, 4, 44] {
        signatures.withUnsafeBufferPointer { signatures in
          let expected = signatures.prefix(NearSignatures.limit).indices.filter {
            ((signatures[$0] ^ signature) & NameSignature.letterMask).nonzeroBitCount <= bits
          }
          for way in ways {
            let found = way.near(signature, bits: bits, in: signatures)
            #expect(found.map(Int.init) == expected)
          }
        }
      }
    }
  }
}
