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
  var text = text
  text.withUTF8 { bytes in
    wrap(bytes, to: width) { word, _, startsLine in
      let word = String(decoding: word, as: UTF8.self)
      if startsLine { lines.append(word) } else { lines[lines.count - 1] += " " + word }
    }
  }
  return lines
}

/// How many lines `text` takes when it is broken at spaces to `width` columns, and words that are longer
/// than a line anywhere.
///
/// Complexity: linear; no line is made.
package func wrappedLineCount(_ text: String, to width: Int) -> Int {
  var count = 0
  var text = text
  text.withUTF8 { bytes in
    for part in bytes.split(separator: 0x0A) {
      // Of the line that is being filled.
      var lineWidth: Int?
      func endLine() { count += lineWidth.map { max(1, ($0 + width - 1) / width) } ?? 0 }
      wrap(UnsafeBufferPointer(rebasing: part), to: width) { _, wordWidth, startsLine in
        if startsLine { endLine() }
        lineWidth = startsLine ? wordWidth : (lineWidth ?? 0) + 1 + wordWidth
      }
      endLine()
    }
  }
  return max(count, 1)
}

/// Hands each word to `body`, with its width and whether a line begins with it.
private func wrap(
  _ text: UnsafeBufferPointer<UInt8>, to width: Int,
  _ body: (_ word: UnsafeBufferPointer<UInt8>, _ width: Int, _ startsLine: Bool) -> Void
) {
  var lineWidth: Int?
  var start = 0
  while start < text.count {
    let end = text[start...].firstIndex(of: 0x20) ?? text.count
    if start < end {
      let word = UnsafeBufferPointer(rebasing: text[start..<end])
      let wordWidth = textWidth(word)
      if let used = lineWidth, used + 1 + wordWidth <= width {
        lineWidth = used + 1 + wordWidth
        body(word, wordWidth, false)
      } else {
        lineWidth = wordWidth
        body(word, wordWidth, true)
      }
    }
    start = end + 1
  }
}

/// The same of some well-formed UTF-8.
private func textWidth(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  isPlainText(bytes)
    ? bytes.count { $0 & 0xC0 != 0x80 } : textWidth(String(decoding: bytes, as: UTF8.self))
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
