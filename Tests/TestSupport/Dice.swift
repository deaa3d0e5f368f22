/// Chances that fall alike in every run (xorshift64*), so that a failure can be seen again.
package struct Dice {
  private var state: UInt64

  package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number from 0 to `limit`, both included.
  package mutating func roll(_ limit: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int(truncatingIfNeeded: (state &* 0x2545_F491_4F6C_DD1D) >> 33) % (limit + 1)
  }

  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[roll(elements.count - 1)]
  }
}
