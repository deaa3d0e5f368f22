import CKernels
import Vietnamese

/// Finds the signatures of names that may be near one, among those that lie beside each other.
package final class NearSignatures {
  /// The most signatures that are looked at at a time.
  package static let limit = 2048

  private let found = UnsafeMutablePointer<UInt32>.allocate(capacity: limit)
  private let way: Way

  /// How they are found, all with the same outcome.
  package enum Way: CaseIterable, Sendable {
    /// Fours, and eights, by the kernels.
    case definition, fours, eights

    package var isPossible: Bool {
      switch self {
      case .definition: true
      case .fours: kheo_has_kernels()
      case .eights: kheo_counts_bits_of_words()
      }
    }

    /// The fastest one on this machine.
    package static let best: Way = allCases.last { $0.isPossible } ?? .definition
  }

  package init(_ way: Way = .best) { self.way = way }

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
    let limit = UInt32(truncatingIfNeeded: bits)
    let count =
      switch way {
      case .definition: find(signature, bits, base, number)
      case .fours:
        kheo_find_near(base, number, signature, NameSignature.letterMask, limit, found)
      case .eights:
        kheo_find_near_in_eights(base, number, signature, NameSignature.letterMask, limit, found)
      }
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
