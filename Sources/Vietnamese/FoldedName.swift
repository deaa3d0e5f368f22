/// The folded form by which a file name finds its submitter (SPEC §2): no diacritics, `đ` as `d`,
/// lower case, each run of characters other than a–z and 0–9 as one `-`, none at the ends.
package func foldedName(_ text: String) -> String {
  var folded = ""
  for scalar in text.withoutDiacritics.lowercased().unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9": folded.unicodeScalars.append(scalar)
    default: if !folded.isEmpty, !folded.hasSuffix("-") { folded.append("-") }
    }
  }
  return folded.hasSuffix("-") ? String(folded.dropLast()) : folded
}
