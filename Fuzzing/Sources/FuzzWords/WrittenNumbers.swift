import FuzzSupport
import Vietnamese

/// The number reader against an obvious one, on any text.
func checkNumbers(_ text: String) {
  for limit in [3, 15, 18] {
    require(
      writtenNumber(text, digitLimit: limit) == obviousNumber(text, digitLimit: limit),
      "the reader of numbers and the obvious one agree")
  }
  if let number = writtenNumber(text, digitLimit: .max) {
    require(number >= 0, "a number is not negative")
  }
}

/// A number that we write is read as itself.
func checkNumber(_ number: Int) {
  let vietnamese = NumberText.vietnamese.count(number)
  let english = NumberText.english.count(number)
  require(vietnamese.filter { $0 != "." } == String(number), "a number has its digits")
  require(english.filter { $0 != "," } == String(number), "a number has its digits")
  if (0..<1_000_000_000_000_000_000).contains(number) {
    require(writtenNumber(vietnamese, digitLimit: 18) == number, "what we write, we can read")
  }
}

/// SPEC §3 word for word: digits, or groups of three after a first one of one to three that does
/// not begin with 0, split by one and the same of the four marks.
private func obviousNumber(_ text: String, digitLimit: Int) -> Int? {
  let marks: [Unicode.Scalar] = [".", " ", "\u{A0}", "\u{202F}"]
  var groups: [[Unicode.Scalar]] = [Array(text.unicodeScalars)]
  for mark in marks where text.unicodeScalars.contains(mark) {
    groups = text.unicodeScalars.split(separator: mark, omittingEmptySubsequences: false)
      .map(Array.init)
    guard groups[0].count <= 3, groups[0].first != "0",
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    break
  }
  let digits = Array(groups.joined())
  guard groups.allSatisfy({ !$0.isEmpty }), digits.allSatisfy({ ("0"..."9").contains($0) }),
    digits.count <= digitLimit
  else { return nil }
  return digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
}
