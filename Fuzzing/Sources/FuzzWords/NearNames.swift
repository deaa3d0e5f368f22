import FuzzSupport
import Vietnamese

/// Two names, of which the second may be the first with slips of typing: whether they are near does
/// not depend on who asks, and no near pair is overlooked by its signatures.
func checkNearNames(_ text: String, mistypedBy choices: [UInt8]) {
  let scalars = Array(text.unicodeScalars.prefix(200))
  let half = scalars.count / 2
  checkPair(string(scalars[..<half]), string(scalars[half...]))
  var mistyped = scalars
  for start in stride(from: 0, to: choices.count - 2, by: 3) {
    mistype(&mistyped, choices[start], at: Int(choices[start + 1]), with: choices[start + 2])
    checkPair(string(scalars), string(mistyped))
  }
}

private func checkPair(_ left: String, _ right: String) {
  let (first, second) = (ComparedName(left), ComparedName(right))
  require(first.isNear(second) == second.isNear(first), "to be near has two ends")
  require(!first.isNear(first), "a name is not near itself")
  checkSlips(first.loose, second.loose)
  let (a, b) = (signature(left, first.loose), signature(right, second.loose))
  guard first.isNear(second) else { return }
  // What the search for near names goes by.
  let lengths = (NameSignature.length(a), NameSignature.length(b))
  let slips = ComparedName.slipLimit(min(lengths.0, lengths.1))
  require(slips > 0, "names that are near are long enough")
  require(abs(lengths.0 - lengths.1) <= slips, "their lengths are near")
  let numbersShift = NameSignature.letterBits + 6
  require(a >> numbersShift == b >> numbersShift, "their numbers are the same")
  let bits = (a ^ b) & NameSignature.letterMask
  require(bits.nonzeroBitCount <= 2 * slips, "their letters are near")
}

private func signature(_ name: String, _ expected: [UInt32]) -> UInt64 {
  var keys = KeyMaker()
  keys.makeMatchKey(of: name)
  var loose: [UInt32] = []
  keys.looseKey(of: keys.nameKey, into: &loose)
  require(loose == expected, "a name has one loose key")
  return NameSignature.of(keys.nameKey, loose: loose)
}

private func checkSlips(_ left: [UInt32], _ right: [UInt32]) {
  let (left, right) = (Array(left.prefix(40)), Array(right.prefix(40)))
  let slips = obviousSlipCount(left, right)
  for limit in 0...3 {
    let expected = slips <= limit ? slips : nil
    require(slipCount(left.span, right.span, limit: limit) == expected, "slips are counted")
    require(slipCount(right.span, left.span, limit: limit) == expected, "slips have two ends")
  }
}

/// Optimal string alignment by its whole table.
private func obviousSlipCount(_ a: [UInt32], _ b: [UInt32]) -> Int {
  var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count {
    for j in 0...b.count {
      if i == 0 || j == 0 {
        table[i][j] = i + j
        continue
      }
      var best = min(table[i - 1][j], table[i][j - 1]) + 1
      best = min(best, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        best = min(best, table[i - 2][j - 2] + 1)
      }
      table[i][j] = best
    }
  }
  return table[a.count][b.count]
}

/// One slip: a scalar left out, doubled, changed, or two in each other's place.
private func mistype(
  _ scalars: inout [Unicode.Scalar], _ kind: UInt8, at place: Int, with byte: UInt8
) {
  if scalars.isEmpty { return }
  let index = place % scalars.count
  let letter = Unicode.Scalar(0x61 + byte % 26)
  switch kind % 4 {
  case 0: scalars.remove(at: index)
  case 1: scalars.insert(letter, at: index)
  case 2: scalars[index] = letter
  default: scalars.swapAt(index, (index + 1) % scalars.count)
  }
}

private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var string = ""
  string.unicodeScalars.append(contentsOf: scalars)
  return string
}
