import CKernels
import Vietnamese

/// Finds the signatures of names that may be near one, among those that lie beside each other.
package final class NearSignatures {
  /// The most signatures that are looked at at a time.
  package static let limit = 2048

  private let found = UnsafeMutablePointer<UInt32>.allocate(capacity: limit)
  private let usesKernel: Bool

  package init(usesKernel: Bool = kheo_has_kernels()) { self.usesKernel = usesKernel }

  deinit { found.deallocate() }

  /// The places of those that differ from `signature` in no more than `bits` of its letters, in order;
  /// valid until the next search.
  package func near(
    _ signature: UInt64, bits: Int, in signatures: UnsafeBufferPointer<UInt64>
  ) -> UnsafeBufferPointer<UInt32> {
    guard let base = signatures.baseAddress, !signatures.isEmpty else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let number = min(signatures.count, NearSignatures.limit)
    let count =
      usesKernel
      ? kheo_find_near(
        base, number, signature, NameSignature.letterMask, UInt32(truncatingIfNeeded: bits), found)
      : find(signature, bits, base, number)
    return UnsafeBufferPointer(start: found, count: count)
  }

  /// The definition.
  private func find(
    _ signature: UInt64, _ bits: Int, _ signatures: UnsafePointer<UInt64>, _ number: Int
  ) -> Int {
    var count = 0
    for index in 0..<number
    where ((signatures[index] ^ signature) & NameSignature.letterMask).nonzeroBitCount <= bits {
      found[count] = UInt32(truncatingIfNeeded: index)
      count += 1
    }
    return count
  }
}
