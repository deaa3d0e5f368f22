import Domain
import Encodings
import FuzzSupport
import TestSupport

/// What of a text an old encoding can say comes back from it, and from Unicode that was made of it.
func checkOldEncodings(_ text: String) {
  let old: [(table: OldEncoding, bare: TextEncoding, misread: TextEncoding)] = [
    (.tcvn3, .tcvn3, .misreadTCVN3), (.vniWindows, .vniWindows, .misreadVNIWindows),
    (.viscii, .viscii, .misreadVISCII), (.windows1258, .windows1258, .misreadWindows1258),
  ]
  for (table, bare, behind) in old {
    let known = sayable(text, in: table)
    let bytes = table.encoded(known)
    require(decoded(bytes, as: bare) == Array(known.utf8), "an old encoding gives its text back")
    require(
      decoded(misread(bytes), as: behind) == Array(known.utf8), "so does one behind windows-1252")
  }
  let bytes = Array(text.utf8)
  require(decoded(misread(bytes), as: .misreadUTF8) == bytes, "UTF-8 comes back from mojibake")
  require(
    decoded(misread(misread(bytes)), as: .misreadUTF8Twice) == bytes, "and from that of mojibake")
}

/// The text without what has no letter of its own.
private func sayable(_ text: String, in table: OldEncoding) -> String {
  var known = ""
  for scalar in text.unicodeScalars
  where (0x20..<0x7F).contains(scalar.value) || !table.bytes(of: scalar).isEmpty {
    known.unicodeScalars.append(scalar)
  }
  return known
}

private func decoded(_ bytes: [UInt8], as encoding: TextEncoding) -> [UInt8] {
  bytes.withUnsafeBufferPointer { TextReading.decoded($0, as: encoding) }
}
