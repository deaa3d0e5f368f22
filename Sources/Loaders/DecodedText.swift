package import Domain

/// The bytes of a file as UTF-8 without byte-order mark, and how they were encoded.
package struct DecodedText: Sendable {
  /// UTF-8.
  ///
  /// What was ill-formed in the file is ill-formed here, too, so that one check finds it: an
  /// unpaired surrogate and an odd last byte become the byte FF.
  package let bytes: [UInt8]
  package let encoding: TextEncoding
  /// True when no byte of the file is ill-formed; then no record needs to be checked.
  package let isWellFormed: Bool

  package init(_ raw: [UInt8]) {
    switch (raw.first, raw.dropFirst().first) {
    case (0xFF, 0xFE):
      encoding = .utf16LittleEndian
      bytes = DecodedText.transcoded(raw, low: 0, high: 1)
    case (0xFE, 0xFF):
      encoding = .utf16BigEndian
      bytes = DecodedText.transcoded(raw, low: 1, high: 0)
    case (0xEF, 0xBB) where raw.count >= 3 && raw[2] == 0xBF:
      encoding = .utf8WithMark
      bytes = Array(raw[3...])
    default:
      encoding = .utf8
      bytes = raw
    }
    isWellFormed = bytes.withUnsafeBufferPointer { isWellFormedUTF8($0) }
  }

  /// UTF-8 of UTF-16 after its mark; `low` and `high` are the offsets of the bytes of a unit.
  private static func transcoded(_ raw: [UInt8], low: Int, high: Int) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(raw.count)
    var index = 2
    var lead: UInt16?
    func unit(at index: Int) -> UInt16 { UInt16(raw[index + high]) << 8 | UInt16(raw[index + low]) }
    while index + 1 < raw.count {
      let unit = unit(at: index)
      index += 2
      if let high = lead {
        lead = nil
        if UTF16.isTrailSurrogate(unit) {
          append(0x10000 + (UInt32(high - 0xD800) << 10) + UInt32(unit - 0xDC00), to: &output)
          continue
        }
        output.append(0xFF)
      }
      if UTF16.isLeadSurrogate(unit) {
        lead = unit
      } else if UTF16.isTrailSurrogate(unit) {
        output.append(0xFF)
      } else {
        append(UInt32(unit), to: &output)
      }
    }
    if lead != nil { output.append(0xFF) }
    if index < raw.count { output.append(0xFF) }
    return output
  }

  private static func append(_ value: UInt32, to output: inout [UInt8]) {
    if let scalar = Unicode.Scalar(value) {
      output.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }
}

/// Whether some bytes are UTF-8 in Unicode's sense.
func isWellFormedUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  (try? UTF8Span(validating: bytes.span)) != nil
}
