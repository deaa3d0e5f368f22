import Domain
import FuzzSupport
import Loaders

/// Any bytes: a decoded text is UTF-8 exactly when it says so, and no byte of it is made up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEncoding(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let raw = Array(UnsafeBufferPointer(start: bytes, count: count))
  let decoded = DecodedText(raw)
  let text = String(validating: decoded.bytes, as: UTF8.self)
  require(decoded.isWellFormed == (text != nil), "a text is well-formed when it says so")
  let again = DecodedText(raw)
  require(again.bytes == decoded.bytes, "the same bytes give the same text")
  require(again.encoding == decoded.encoding, "the same bytes give the same encoding")
  switch decoded.encoding {
  case .utf8: require(decoded.bytes == raw, "UTF-8 is left as it is")
  case .utf8WithMark:
    require([0xEF, 0xBB, 0xBF] + decoded.bytes == raw, "only the mark is taken from UTF-8")
  case .utf16LittleEndian:
    if let text { require(utf16(text, .little) == raw, "UTF-16LE comes back") }
  case .utf16BigEndian:
    if let text { require(utf16(text, .big) == raw, "UTF-16BE comes back") }
  }
  checkUTF16(String(decoding: raw, as: UTF8.self))
  return 0
}

/// Whatever the text, its UTF-16 is read as the text.
private func checkUTF16(_ text: String) {
  for order in [ByteOrder.little, .big] {
    let decoded = DecodedText(utf16(text, order))
    require(decoded.isWellFormed, "UTF-16 of a text is well-formed")
    require(decoded.bytes == Array(text.utf8), "UTF-16 of a text is read as the text")
  }
}

private enum ByteOrder {
  case little
  case big
}

/// The text in UTF-16 after its mark.
private func utf16(_ text: String, _ order: ByteOrder) -> [UInt8] {
  ([0xFEFF] + Array(text.utf16)).flatMap { unit in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return order == .big ? [high, low] : [low, high]
  }
}
