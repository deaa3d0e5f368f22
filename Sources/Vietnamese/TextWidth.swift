/// How many columns of a terminal, or of a text in a fixed-width font, `text` takes.
///
/// Combining marks and format characters take none, East Asian wide and full-width characters
/// and emoji two (UAX #11), everything else one. Complexity: linear.
package func textWidth(_ text: String) -> Int {
  var count = 0
  for scalar in text.unicodeScalars {
    guard isNarrow(scalar) else { return text.reduce(0) { $0 + width(of: $1) } }
    count += 1
  }
  return count
}

/// Whether a character is one column by itself, as nearly all of a Vietnamese text are.
private func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x1E00...0x1EFF, 0x2010...0x2027: true
  default: false
  }
}

/// `text` with spaces behind it, up to `width` columns; longer texts stay whole.
package func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - textWidth(text)))
}

/// `text` with spaces before it, up to `width` columns; longer texts stay whole.
package func leftPadded(_ text: String, to width: Int) -> String {
  String(repeating: " ", count: max(0, width - textWidth(text))) + text
}

/// `text` broken at spaces into lines of at most `width` columns; a longer word has its own line.
package func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var lineWidth = 0
  for bytes in text.utf8.split(separator: 0x20) {
    let word = Substring(bytes)
    let wordWidth = textWidth(String(word))
    if !line.isEmpty, lineWidth + 1 + wordWidth > width {
      lines.append(line)
      line = ""
      lineWidth = 0
    }
    line += (line.isEmpty ? "" : " ") + word
    lineWidth += (lineWidth == 0 ? 0 : 1) + wordWidth
  }
  return line.isEmpty ? lines : lines + [line]
}

private func width(of character: Character) -> Int {
  var widest = 0
  for scalar in character.unicodeScalars {
    if scalar.value == 0xFE0F { return 2 }
    widest = max(widest, width(of: scalar))
  }
  return widest
}

private func width(of scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  switch scalar.value {
  case 0..<0x1100: return 1
  case 0x1160...0x11FF: return 0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF,
    0x1F200...0x1F2FF, 0x20000...0x3FFFD:
    return 2
  default: return scalar.properties.isEmojiPresentation ? 2 : 1
  }
}
