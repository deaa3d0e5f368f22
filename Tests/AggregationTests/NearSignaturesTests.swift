import TestSupport
import Testing
import Vietnamese

@testable import Aggregation

/// The kernel that compares signatures against its definition.
struct NearSignaturesTests {
  @Test(arguments: UInt64(1)...12)
  func `kernel and definition find the same`(_ seed: UInt64) {
    var dice = SeededNumbers(seed: seed)
    let kernel = NearSignatures()
    let definition = NearSignatures(usesKernel: false)
    for count in [0, 1, 2, 3, 63, 64, 65, 500, 2047, 2048, 2049, 2100] {
      let signature = dice.next()
      let signatures = (0..<count).map { _ in
        // Near ones are rare among random words.
        (0..<dice.below(8)).reduce(signature) { word, _ in word ^ 1 << UInt64(dice.below(64)) }
      }
      for bits in [0, 1, 2, 4, 44] {
        signatures.withUnsafeBufferPointer { signatures in
          let found = Array(kernel.near(signature, bits: bits, in: signatures))
          #expect(found == Array(definition.near(signature, bits: bits, in: signatures)))
          #expect(
            found.map(Int.init)
              == signatures.prefix(NearSignatures.limit).indices.filter {
                ((signatures[$0] ^ signature) & NameSignature.letterMask).nonzeroBitCount <= bits
              })
        }
      }
    }
  }
}
