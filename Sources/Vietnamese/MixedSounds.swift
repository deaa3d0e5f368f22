/// Sounds that are one in many mouths, and are mixed up in writing: `s` and `x`, `ch` and `tr`, `d`,
/// `gi` and `r`, `l` and `n`; at the end `n` and `ng`, `t` and `c`.
enum MixedSounds {
  /// Whether two words of a match key differ in one such sound only, marks and all.
  static func areMixed(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Bool {
    let (a, b) = (LooseSyllable.onsetLength(left), LooseSyllable.onsetLength(right))
    if left.dropFirst(a) == right.dropFirst(b) {
      return has(onsets, left.prefix(a), right.prefix(b))
    }
    guard left.prefix(a) == right.prefix(b) else { return false }
    let (leftRime, rightRime) = (left.dropFirst(a), right.dropFirst(b))
    let common = zip(leftRime, rightRime).prefix { $0 == $1 }.count
    return common > 0 && has(codas, leftRime.dropFirst(common), rightRime.dropFirst(common))
  }

  private static func has(
    _ groups: [[[UInt32]]], _ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>
  ) -> Bool {
    groups.contains { $0.contains(Array(left)) && $0.contains(Array(right)) }
  }

  private static func groups(_ texts: [[String]]) -> [[[UInt32]]] {
    texts.map { $0.map { $0.unicodeScalars.map(\.value) } }
  }

  private static let onsets = groups([["s", "x"], ["ch", "tr"], ["d", "gi", "r"], ["l", "n"]])
  /// What is left behind the letters that are the same: of `n` and `ng`, nothing and `g`.
  private static let codas = groups([["", "g"], ["t", "c"]])
}
