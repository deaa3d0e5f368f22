import TestSupport
import Testing

@testable import Vietnamese

struct NameSignatureTests {
  private func signature(_ name: String) -> UInt64 {
    var keys = KeyMaker()
    keys.makeMatchKey(of: name)
    var loose: [UInt32] = []
    keys.looseKey(of: keys.nameKey, into: &loose)
    return NameSignature.of(keys.nameKey, loose: loose)
  }

  private func numbers(_ name: String) -> UInt64 {
    signature(name) >> (NameSignature.letterBits + 6)
  }

  @Test(arguments: UInt64(1)...20)
  func `no slip flips more than two bits of the letters`(_ seed: UInt64) {
    var dice = SeededNumbers(seed: seed)
    let letters = Array("abcdeghiklmnopqrstuvxfjwz")
    for _ in 0..<300 {
      let name = (0..<6 + dice.below(30)).map { _ in dice.element(of: letters) }
      var other = name
      let place = dice.below(name.count - 1)
      switch dice.below(4) {
      case 0: other.remove(at: place)
      case 1: other.insert(dice.element(of: letters), at: place)
      case 2: other[place] = dice.element(of: letters)
      default: other.swapAt(place, place + 1)
      }
      let bits = (signature(String(name)) ^ signature(String(other))) & NameSignature.letterMask
      #expect(bits.nonzeroBitCount <= 2, "\(String(name)) \(String(other))")
    }
  }

  @Test func `every pair that is near passes the signatures`() throws {
    for pair in try LabelledPairsTests.pairs() where pair.isNear {
      let (a, b) = (signature(pair.first), signature(pair.second))
      let lengths = (NameSignature.length(a), NameSignature.length(b))
      let slips = ComparedName.slipLimit(min(lengths.0, lengths.1))
      #expect(numbers(pair.first) == numbers(pair.second))
      #expect(abs(lengths.0 - lengths.1) <= slips)
      #expect(((a ^ b) & NameSignature.letterMask).nonzeroBitCount <= 2 * slips)
    }
  }

  @Test(arguments: [
    ("Tổ 1", "Tổ 2"), ("Tổ 1", "Tổ 10"), ("Tổ 1 2", "Tổ 12"), ("khu I", "khu V"),
    ("khu II", "khu III"), ("khu 1", "khu I"), ("tổ 4a5", "tổ 45"), ("Tổ", "Tổ 1"),
    ("Tổ ٣", "Tổ ٤"),
  ])
  func `other numbers are other signatures`(_ left: String, _ right: String) {
    #expect(numbers(left) != numbers(right))
    #expect(
      !ComparedName(left + " liên gia an toàn").isNear(ComparedName(right + " liên gia an toàn")))
  }

  @Test(arguments: [
    ("Tổ 1 an toàn", "số 1"), ("khu II", "phố II"), ("vi vu", "vi"), ("x2", "2"), ("ivan", "an"),
    ("x", "tổ x"), ("", "tổ"),
  ])
  func `the words around numbers do not matter`(_ left: String, _ right: String) {
    #expect(numbers(left) == numbers(right))
  }
}
