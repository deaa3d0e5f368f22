/// The beginning of a text that may be megabytes long.
package enum Excerpt {
  /// Most characters of what a difference says of a cell.
  package static let faultLimit = 200

  /// `text`, or its beginning and “…” when it has more than `limit` characters.
  ///
  /// Counts Unicode scalars, as one character can have any number of marks.
  package static func of(_ text: String, limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard text.utf8.count > limit, scalars.dropFirst(limit).first != nil else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(limit - 1))) + "…"
  }
}
