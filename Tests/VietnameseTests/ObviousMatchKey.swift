import Foundation

/// The match key of SPEC §5 word by word, slow and plain: what `MatchKey` is held against.
func obviousMatchKey(_ text: String) -> String {
  var lowered = text.precomposedStringWithCanonicalMapping.lowercased()
  lowered = withoutNumbering(lowered)
  let formatless = String(
    String.UnicodeScalarView(lowered.unicodeScalars.filter { category($0) != .format }))
  let kept = formatless.precomposedStringWithCanonicalMapping.unicodeScalars
    .map { isKept($0) ? $0 : " " }
  let words = kept.split(separator: " ").map { word in
    withMovedTone(String(String.UnicodeScalarView(word)))
  }
  return words.joined(separator: " ")
}

private func category(_ scalar: Unicode.Scalar) -> Unicode.GeneralCategory {
  scalar.properties.generalCategory
}

private func isKept(_ scalar: Unicode.Scalar) -> Bool {
  switch category(scalar) {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber:
    true
  default: false
  }
}

/// Without one leading `[0-9]{1,3}[.)]` that white space follows.
private func withoutNumbering(_ text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  for count in 1...3 where scalars.count >= count + 2 {
    let isNumber = scalars[..<count].allSatisfy { ("0"..."9").contains($0) }
    let next = scalars[count + 1]
    let isSpace =
      next.properties.isWhitespace || next == "\u{200B}" || next == "\u{FEFF}"
    if isNumber, [".", ")"].contains(scalars[count]), isSpace {
      return String(String.UnicodeScalarView(scalars[(count + 1)...]))
    }
  }
  return text
}

private let movedTones: [(String, String)] = [
  ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"),
  ("òe", "oè"), ("óe", "oé"), ("ỏe", "oẻ"), ("õe", "oẽ"), ("ọe", "oẹ"),
  ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
]

private func withMovedTone(_ word: String) -> String {
  let scalars = Array(word.unicodeScalars)
  for (old, new) in movedTones where scalars.suffix(2).elementsEqual(old.unicodeScalars) {
    return String(String.UnicodeScalarView(scalars.dropLast(2) + Array(new.unicodeScalars)))
  }
  return word
}
