import Domain
import FuzzSupport

@testable import Loaders

/// Any bytes: whatever encoding is found or stated, the text is well-formed when it says so, reads
/// the same once more, and no byte of it is made up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEncoding(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let raw = Array(UnsafeBufferPointer(start: bytes, count: count))
  for stated in [nil] + StatedEncoding.allCases { check(raw, stated: stated) }
  for encoding in TextEncoding.allCases where encoding != .workbook {
    checkForm(DecodedText(raw, as: encoding))
  }
  checkUTF16(String(decoding: raw, as: UTF8.self))
  checkOldEncodings(String(decoding: raw, as: UTF8.self))
  return 0
}

/// What must hold of a file whose encoding is found out.
private func check(_ raw: [UInt8], stated: StatedEncoding?) {
  let decoded = DecodedText(raw, stated: stated)
  checkForm(decoded)
  let again = DecodedText(raw, stated: stated)
  require(again.bytes == decoded.bytes, "the same bytes give the same text")
  require(again.encoding == decoded.encoding, "the same bytes give the same encoding")
  require(again.evidence == decoded.evidence, "the same bytes give the same evidence")
  let reread = DecodedText(raw, as: decoded.encoding)
  require(reread.encoding == decoded.encoding, "a text keeps its encoding when it is read again")
  if decoded.encoding == .unclear {
    require(reread.bytes.allSatisfy { $0 < 0x80 || mask.contains($0) }, "what is unclear is hidden")
    require(structure(reread.bytes) == structure(decoded.bytes), "what is hidden has its records")
  } else {
    require(reread.bytes == decoded.bytes, "a text is the same when it is read again")
  }
  checkUnicode(raw, decoded)
}

private func checkForm(_ decoded: DecodedText) {
  let text = String(validating: decoded.bytes, as: UTF8.self)
  require(decoded.isWellFormed == (text != nil), "a text is well-formed when it says so")
  let masked = decoded.masked
  require(String(validating: masked.bytes, as: UTF8.self) != nil, "a hidden text is well-formed")
  require(masked.isWellFormed, "and says so")
  require(structure(masked.bytes) == structure(decoded.bytes), "a hidden text has its records")
}

/// U+FFFD.
private let mask: [UInt8] = [0xEF, 0xBF, 0xBD]

/// What makes records and cells.
private func structure(_ bytes: [UInt8]) -> [UInt8] {
  bytes.filter { ",;\t|\"\r\n".utf8.contains($0) }
}

/// Nothing is lost of what is Unicode.
private func checkUnicode(_ raw: [UInt8], _ decoded: DecodedText) {
  let text = String(validating: decoded.bytes, as: UTF8.self)
  switch decoded.encoding {
  case .utf8: require(decoded.bytes == raw, "UTF-8 is left as it is")
  case .utf8WithMark:
    require([0xEF, 0xBB, 0xBF] + decoded.bytes == raw, "only the mark is taken from UTF-8")
  case .utf16LittleEndian:
    if let text { require(utf16("\u{FEFF}" + text, .little) == raw, "UTF-16LE comes back") }
  case .utf16BigEndian:
    if let text { require(utf16("\u{FEFF}" + text, .big) == raw, "UTF-16BE comes back") }
  case .unmarkedUTF16LittleEndian:
    if let text { require(utf16(text, .little) == raw, "UTF-16LE without a mark comes back") }
  case .unmarkedUTF16BigEndian:
    if let text { require(utf16(text, .big) == raw, "UTF-16BE without a mark comes back") }
  default: break
  }
}

/// Whatever the text, its UTF-16 is read as the text, unless its words are those of an old encoding.
private func checkUTF16(_ text: String) {
  for order in [ByteOrder.little, .big] {
    let raw = utf16("\u{FEFF}" + text, order)
    let decoded = DecodedText(raw, stated: .utf8)
    require(decoded.isWellFormed, "UTF-16 of a text is well-formed")
    require(decoded.bytes == Array(text.utf8), "UTF-16 of a text is read as the text")
  }
}

private enum ByteOrder {
  case little
  case big
}

/// The text in UTF-16.
private func utf16(_ text: String, _ order: ByteOrder) -> [UInt8] {
  text.utf16.flatMap { unit in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return order == .big ? [high, low] : [low, high]
  }
}
