/// Sounds that are one in many mouths, and are mixed up in writing: `s` and `x`, `ch` and `tr`, `d`,
/// `gi` and `r`, `l` and `n`; at the end `n` and `ng`, `t` and `c`.
enum MixedSounds {
  /// Whether two words of a match key differ in one such sound only, marks and all.
  static func areMixed(_ left: Span<UInt32>, _ right: Span<UInt32>) -> Bool {
    let (a, b) = (LooseSyllable.onsetLength(left), LooseSyllable.onsetLength(right))
    let (leftOnset, rightOnset) = (left.extracting(first: a), right.extracting(first: b))
    let (leftRime, rightRime) = (
      left.extracting(droppingFirst: a), right.extracting(droppingFirst: b)
    )
    if areEqual(leftRime, rightRime) { return has(onsets, leftOnset, rightOnset) }
    guard areEqual(leftOnset, rightOnset) else { return false }
    let shorter = min(leftRime.count, rightRime.count)
    var common = 0
    while common < shorter, leftRime[common] == rightRime[common] { common += 1 }
    return common > 0
      && has(
        codas, leftRime.extracting(droppingFirst: common),
        rightRime.extracting(droppingFirst: common))
  }

  private static func has(
    _ groups: [[UInt64]], _ left: Span<UInt32>, _ right: Span<UInt32>
  ) -> Bool {
    guard let left = LooseSyllable.packed(left), let right = LooseSyllable.packed(right) else {
      return false
    }
    return groups.contains { $0.contains(left) && $0.contains(right) }
  }

  private static func groups(_ texts: [[String]]) -> [[UInt64]] {
    texts.map { $0.compactMap { LooseSyllable.packed($0) } }
  }

  private static let onsets = groups([["s", "x"], ["ch", "tr"], ["d", "gi", "r"], ["l", "n"]])
  /// What is left behind the letters that are the same: of `n` and `ng`, nothing and `g`.
  private static let codas = groups([["", "g"], ["t", "c"]])
}
