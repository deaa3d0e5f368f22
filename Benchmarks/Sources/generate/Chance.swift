/// Numbers that fall alike for the same seed (SplitMix64).
struct Chance {
  private var state: UInt64

  init(_ seed: UInt64...) {
    state = 0
    for word in seed {
      state ^= word
      _ = next()
    }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  /// A number from 0 up to, and without, `limit`.
  mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % limit }

  /// True with a probability.
  mutating func falls(_ share: Double) -> Bool {
    Double(next() >> 11) < share * Double(1 << 53)
  }
}
