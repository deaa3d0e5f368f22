import Vietnamese

/// What the bytes of an eight-bit encoding mean, one by one and in pairs.
///
/// ASCII bytes mean themselves, but for six controls of VISCII. A pair is a letter with the byte
/// after it: the second half of a letter of VNI, or a combining tone; pairs make composed letters.
struct LetterTable: Sendable {
  /// By byte; nothing where a byte alone means nothing.
  private var scalars: [UInt32?] = (0..<256).map { $0 < 0x80 ? UInt32($0) : nil }
  /// Whether a byte is one of ASCII that means itself.
  private var isItself = (0..<256).map { $0 < 0x80 }
  /// By scalar, shifted by eight, and the byte after it.
  private var pairs: [UInt32: UInt32] = [:]
  /// Whether a byte may be the second of a pair.
  private var isSecond = [Bool](repeating: false, count: 256)

  /// The scalar that begins at `index`, with all the bytes that make it; nothing for a byte without a
  /// meaning.
  @inline(__always)
  func scalar(
    at index: Int, of bytes: UnsafeBufferPointer<UInt8>
  ) -> (scalar: UInt32?, length: Int) {
    guard var scalar = scalars[Int(bytes[index])] else { return (nil, 1) }
    var length = 1
    while index + length < bytes.count, isSecond[Int(bytes[index + length])],
      let whole = pairs[scalar << 8 | UInt32(bytes[index + length])]
    {
      scalar = whole
      length += 1
    }
    return (scalar, length)
  }

  /// Whether the byte at `index` is one of ASCII that means itself, and nothing behind it changes that.
  @inline(__always)
  func isPlain(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isItself[Int(bytes[index])] && (index + 1 == bytes.count || !isSecond[Int(bytes[index + 1])])
  }

  /// The bytes by scalar, where one byte means one scalar.
  var bytesByScalar: [UInt32: UInt8] {
    var bytes: [UInt32: UInt8] = [:]
    for (byte, scalar) in scalars.enumerated() {
      if let scalar { bytes[scalar] = UInt8(truncatingIfNeeded: byte) }
    }
    return bytes
  }

  /// Enters the scalars of `letters` from byte `first` on; U+FFFF holds the place of none.
  private mutating func enter(_ letters: String, from first: Int) {
    for (offset, scalar) in letters.unicodeScalars.enumerated() where first + offset < 256 {
      scalars[first + offset] = scalar.value == 0xFFFF ? nil : scalar.value
      isItself[first + offset] = false
    }
  }

  private mutating func enterPair(_ first: UInt32, _ second: UInt8, _ whole: UInt32) {
    pairs[first << 8 | UInt32(second)] = whole
    isSecond[Int(second)] = true
  }

  /// Lets each byte that is a combining mark make one letter with the letter before it.
  private mutating func composeTones() {
    for byte in UInt8(0x80)...0xFF {
      guard let mark = scalars[Int(byte)].flatMap(Unicode.Scalar.init),
        mark.properties.generalCategory == .nonspacingMark
      else { continue }
      for vowel in (LetterTable.vowels + LetterTable.vowels.uppercased()).unicodeScalars {
        let whole = (String(vowel) + String(mark)).composed.unicodeScalars
        if whole.count == 1, let scalar = whole.first {
          enterPair(vowel.value, byte, scalar.value)
        }
      }
    }
  }

  private static let vowels = "aăâeêioôơuưy"
}

// MARK: The tables

extension LetterTable {
  /// Bytes that Windows leaves undefined mean the controls of the same number: programs write them so.
  static let windows1252: LetterTable = {
    var table = LetterTable()
    table.enter(
      "€\u{FFFF}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFF}Ž\u{FFFF}"
        + "\u{FFFF}‘’“”•–—˜™š›œ\u{FFFF}žŸ"
        + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯"
        + "°±²³´µ¶·¸¹º»¼½¾¿"
        + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
        + "ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
        + "àáâãäåæçèéêëìíîï"
        + "ðñòóôõö÷øùúûüýþÿ", from: 0x80)
    for byte in [0x81, 0x8D, 0x8F, 0x90, 0x9D] { table.scalars[byte] = UInt32(byte) }
    return table
  }()

  /// From A0 on as TCVN 5712:1993 has it, with the capitals and tones that the fonts mostly lack;
  /// below A0 the punctuation of Windows, as the fonts have it.
  static let tcvn3: LetterTable = {
    var table = LetterTable.windows1252
    for byte in 0x80..<0xA0 where table.scalars[byte] == UInt32(byte) { table.scalars[byte] = nil }
    table.enter(
      "\u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ"
        + "\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴ"
        + "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
        + "éẹềểễếệìỉỄẾỒĩíịò"
        + "Ổỏõóọồổỗốộờởỡớợù"
        + "ỖủũúụừửữứựỳỷỹýỵỐ", from: 0xA0)
    table.composeTones()
    return table
  }()

  /// RFC 1456.
  static let viscii: LetterTable = {
    var table = LetterTable()
    for (byte, letter) in [
      (0x02, "Ẳ"), (0x05, "Ẵ"), (0x06, "Ẫ"), (0x14, "Ỷ"), (0x19, "Ỹ"), (0x1E, "Ỵ"),
    ] {
      table.enter(letter, from: byte)
    }
    table.enter(
      "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
        + "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
        + "Õắằặấầẩậẽẹếềểễệố"
        + "ồổỗỠƠộờởịỰỨỪỬơớƯ"
        + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
        + "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
        + "àáâãảăữẫèéêẻìíĩỉ"
        + "đựòóôõỏọụùúũủýợỮ", from: 0x80)
    return table
  }()

  static let windows1258: LetterTable = {
    var table = LetterTable()
    table.enter(
      "€\u{FFFF}‚ƒ„…†‡ˆ‰\u{FFFF}‹Œ\u{FFFF}\u{FFFF}\u{FFFF}"
        + "\u{FFFF}‘’“”•–—˜™\u{FFFF}›œ\u{FFFF}\u{FFFF}Ÿ"
        + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯"
        + "°±²³´µ¶·¸¹º»¼½¾¿"
        + "ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏ"
        + "ĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ß"
        + "àáâăäåæçèéêë\u{301}íîï"
        + "đñ\u{323}óôơö÷øùúûüư₫ÿ", from: 0x80)
    table.composeTones()
    return table
  }()

  /// Up to BF, and for × and ÷, as Windows has it; then letters of one byte, and the bytes that mark
  /// the letter before them.
  static let vniWindows: LetterTable = {
    var table = LetterTable()
    let windows = LetterTable.windows1252
    for byte in 0x80..<0xC0 where windows.scalars[byte] != UInt32(byte) || byte >= 0xA0 {
      table.scalars[byte] = windows.scalars[byte]
    }
    for (byte, letter) in [
      (0xC6, "Ỉ"), (0xCC, "Ì"), (0xCD, "Í"), (0xCE, "Ỵ"), (0xD1, "Đ"), (0xD2, "Ị"), (0xD3, "Ĩ"),
      (0xD4, "Ơ"), (0xD6, "Ư"),
    ] {
      table.enter(letter, from: byte)
      table.enter(letter.lowercased(), from: byte + 0x20)
    }
    table.enter("×", from: 0xD7)
    table.enter("÷", from: 0xF7)
    let toned = [
      (0xD9, "á|é|ó|ớ|ú|ứ|ý"), (0xD8, "à|è|ò|ờ|ù|ừ|ỳ"), (0xDB, "ả|ẻ|ỏ|ở|ủ|ử|ỷ"),
      (0xD5, "ã|ẽ|õ|ỡ|ũ|ữ|ỹ"), (0xCF, "ạ|ẹ|ọ|ợ|ụ|ự|"),
    ]
    for (byte, letters) in toned { table.enterMarked("a|e|o|ơ|u|ư|y", letters, by: byte) }
    let circumflexes = [
      (0xC2, "â|ê|ô"), (0xC1, "ấ|ế|ố"), (0xC0, "ầ|ề|ồ"), (0xC5, "ẩ|ể|ổ"), (0xC3, "ẫ|ễ|ỗ"),
      (0xC4, "ậ|ệ|ộ"),
    ]
    for (byte, letters) in circumflexes { table.enterMarked("a|e|o", letters, by: byte) }
    let breves = [
      (0xCA, "ă"), (0xC9, "ắ"), (0xC8, "ằ"), (0xDA, "ẳ"), (0xDC, "ẵ"), (0xCB, "ặ"),
    ]
    for (byte, letters) in breves { table.enterMarked("a", letters, by: byte) }
    return table
  }()

  /// Enters the letters that byte `mark`, the capital or the small one, makes of the base letters.
  private mutating func enterMarked(_ bases: String, _ letters: String, by mark: Int) {
    let pairs = zip(
      bases.split(separator: "|", omittingEmptySubsequences: false),
      letters.split(separator: "|", omittingEmptySubsequences: false))
    for (base, letter) in pairs {
      for (base, letter) in [
        (String(base), String(letter)), (base.uppercased(), letter.uppercased()),
      ] {
        guard let base = base.unicodeScalars.first, let letter = letter.unicodeScalars.first else {
          continue
        }
        for byte in [mark, mark + 0x20] {
          enterPair(base.value, UInt8(truncatingIfNeeded: byte), letter.value)
        }
      }
    }
  }
}
