/// `text` as it may be shown in a terminal, a mail or a log.
///
/// Control characters (C0, DEL, C1: they would move the cursor or recolour the screen), line and
/// paragraph separators, and the invisible characters that reorder or hide text become
/// `\u{1B}` and the like. A line feed is one of them: data must not break a line of ours.
package func displayed(_ text: String) -> String { displayed(text, keeping: []) }

/// `text` as a cell of a report may hold it: the same, but tabs and line ends stay.
package func displayedInCell(_ text: String) -> String {
  displayed(text, keeping: ["\t", "\n", "\r"])
}

private func displayed(_ text: String, keeping kept: [Unicode.Scalar]) -> String {
  let isPlain = text.utf8.withContiguousStorageIfAvailable { isPlainText($0) } ?? false
  if isPlain || !text.unicodeScalars.contains(where: isHidden) { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if isHidden(scalar), !kept.contains(scalar) {
      shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isControl || scalar.isHiddenInText
}
