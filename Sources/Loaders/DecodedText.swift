import CSVParsing
package import Domain
package import Encodings

/// The bytes of a file as UTF-8 without byte-order mark, and how they were encoded.
package struct DecodedText: Sendable {
  /// UTF-8.
  ///
  /// What was ill-formed in the file is ill-formed here, too, so that one check finds it: an
  /// unpaired surrogate, an odd last byte, and what has no meaning in an old encoding become the
  /// byte FF. In a file of unclear encoding it is the reading for which most speaks: good enough to
  /// tell headers from data, and never shown.
  package private(set) var bytes: [UInt8]
  package private(set) var encoding: TextEncoding
  /// True when no byte of the file is ill-formed; then no record needs to be checked.
  package private(set) var isWellFormed: Bool
  /// What spoke for each encoding, best first; nothing where the text is plainly Unicode.
  package private(set) var evidence: [EncodingEvidence] = []

  /// Reads a file in the encoding that its marks, its words and the settings tell.
  ///
  /// A mark, and text that plainly is Unicode, hold against what is stated. `words` are those of the
  /// thread.
  package init(
    _ raw: [UInt8], stated: StatedEncoding? = nil, words: WordMemory = WordMemory()
  ) {
    self.init(raw, unicode: DecodedText.unicodeEncoding(of: raw, stated: stated))
    if stated == .utf8 { return }
    let verdict = bytes.withUnsafeBufferPointer {
      EncodingJudge.judge(
        $0, unicode: encoding, isWellFormed: isWellFormed, stated: stated,
        words: words)
    }
    evidence = verdict.evidence
    read(as: verdict.encoding)
  }

  /// Reads a file in the encoding that was found before.
  init(_ raw: [UInt8], as encoding: TextEncoding) {
    let unicode =
      encoding.isUnicode ? encoding : DecodedText.unicodeEncoding(of: raw, stated: nil)
    self.init(raw, unicode: unicode)
    if encoding == .unclear { self = masked }
    read(as: encoding)
  }

  private init(_ raw: [UInt8], unicode: TextEncoding) {
    encoding = unicode
    switch unicode {
    case .utf16LittleEndian: bytes = DecodedText.transcoded(raw, from: 2, low: 0, high: 1)
    case .utf16BigEndian: bytes = DecodedText.transcoded(raw, from: 2, low: 1, high: 0)
    case .unmarkedUTF16LittleEndian: bytes = DecodedText.transcoded(raw, from: 0, low: 0, high: 1)
    case .unmarkedUTF16BigEndian: bytes = DecodedText.transcoded(raw, from: 0, low: 1, high: 0)
    case .utf8WithMark: bytes = Array(raw.dropFirst(3))
    default: bytes = raw
    }
    isWellFormed = bytes.withUnsafeBufferPointer { isWellFormedUTF8($0) }
  }

  /// Goes on from Unicode to what is behind it.
  private mutating func read(as found: TextEncoding) {
    if found == encoding { return }
    encoding = found
    guard let reading = found == .unclear ? evidence.first?.encoding : found else { return }
    bytes = bytes.withUnsafeBufferPointer { TextReading.decoded($0, as: reading) }
    isWellFormed = bytes.withUnsafeBufferPointer { isWellFormedUTF8($0) }
  }

  /// The same with U+FFFD in the place of all that is not ASCII: what is unclear is not shown.
  var masked: DecodedText {
    var text = self
    text.bytes = []
    text.bytes.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte < 0x80 {
        text.bytes.append(byte)
      } else if byte & 0xC0 != 0x80 || text.bytes.last != 0xBD {
        text.bytes += [0xEF, 0xBF, 0xBD]
      }
    }
    text.isWellFormed = true
    return text
  }

  /// The encoding of Unicode that a file has if it has no old one.
  private static func unicodeEncoding(of raw: [UInt8], stated: StatedEncoding?) -> TextEncoding {
    switch (raw.first, raw.dropFirst().first) {
    case (0xFF, 0xFE): return .utf16LittleEndian
    case (0xFE, 0xFF): return .utf16BigEndian
    case (0xEF, 0xBB) where raw.count >= 3 && raw[2] == 0xBF: return .utf8WithMark
    default: break
    }
    if let unmarked = unmarkedUTF16(raw) { return unmarked }
    switch stated {
    case .utf16LittleEndian: return .unmarkedUTF16LittleEndian
    case .utf16BigEndian: return .unmarkedUTF16BigEndian
    default: return .utf8
    }
  }

  /// UTF-16 without a mark: of the first 2,048 units at least a third have a high byte of zero, as
  /// delimiters, digits and plain letters have, and hardly any a low one.
  private static func unmarkedUTF16(_ raw: [UInt8]) -> TextEncoding? {
    let count = min(raw.count, 4096) / 2
    guard count >= 8 else { return nil }
    var zeros = (even: 0, odd: 0)
    for unit in 0..<count {
      if raw[2 * unit] == 0 { zeros.even += 1 }
      if raw[2 * unit + 1] == 0 { zeros.odd += 1 }
    }
    if zeros.odd * 3 >= count, zeros.even * 32 <= count { return .unmarkedUTF16LittleEndian }
    if zeros.even * 3 >= count, zeros.odd * 32 <= count { return .unmarkedUTF16BigEndian }
    return nil
  }

  /// UTF-8 of the UTF-16 that begins at `start`; `low` and `high` are the offsets of the bytes of a
  /// unit.
  private static func transcoded(
    _ raw: [UInt8], from start: Int, low: Int, high: Int
  ) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(raw.count)
    var index = start
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

extension TextEncoding {
  /// Whether the bytes are Unicode's own, with nothing behind them.
  fileprivate var isUnicode: Bool {
    switch self {
    case .utf8, .utf8WithMark, .utf16LittleEndian, .utf16BigEndian, .unmarkedUTF16LittleEndian,
      .unmarkedUTF16BigEndian:
      true
    default: false
    }
  }
}
