/// `text` as it may be shown in a terminal, a mail or a log.
///
/// Control characters (C0, DEL, C1: they would move the cursor or recolour the screen), line and
/// paragraph separators, and the invisible characters that reorder or hide text become
/// `\u{1B}` and the like. A line feed is one of them: data must not break a line of ours.
package func displayed(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isHidden) else { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if isHidden(scalar) {
      shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F...0x9F: true
  case 0xAD, 0x061C, 0x180E, 0x200B, 0x200E...0x200F: true
  case 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0xE0000...0xE007F: true
  default: false
  }
}
