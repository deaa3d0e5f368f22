/// Hands every text of `length` bytes of an alphabet, behind `head`, to `body`.
func forEachText(
  of alphabet: [UInt8], length: Int, behind head: [UInt8] = [],
  _ body: (UnsafeBufferPointer<UInt8>) -> Void
) {
  var text = head + [UInt8](repeating: alphabet[0], count: length)
  var digits = [Int](repeating: 0, count: length)
  while true {
    text.withUnsafeBufferPointer { body($0) }
    var place = length - 1
    while place >= 0 {
      digits[place] += 1
      if digits[place] < alphabet.count { break }
      digits[place] = 0
      text[head.count + place] = alphabet[0]
      place -= 1
    }
    if place < 0 { return }
    text[head.count + place] = alphabet[digits[place]]
  }
}
