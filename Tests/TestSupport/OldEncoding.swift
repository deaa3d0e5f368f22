/// Writes texts in the encodings of before, letter by letter: the opposite of what kheo does, from
/// tables that were not made from its own.
package struct OldEncoding: Sendable {
  private var bytes: [Unicode.Scalar: [UInt8]] = [:]

  /// The letters that have a code of their own, in the order of the table.
  package private(set) var letters: [Unicode.Scalar] = []

  /// Rows of letters with their bytes in hexadecimal.
  private init(_ table: String) {
    for cell in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = cell.split(separator: ":")
      guard let letter = parts.first?.unicodeScalars.first, let code = parts.last else { continue }
      let digits = Array(code.utf8)
      letters.append(letter)
      bytes[letter] = stride(from: 0, to: digits.count - 1, by: 2).map { index in
        UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16) ?? 0
      }
    }
  }

  /// A letter's bytes.
  package func bytes(of letter: Unicode.Scalar) -> [UInt8] { bytes[letter] ?? [] }

  /// A text in NFC; a capital without a code becomes the small letter, dashes and the ellipsis
  /// their like in ASCII, the byte-order mark nothing, and anything else a space.
  package func encoded(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      if scalar.isASCII { return [UInt8(scalar.value)] }
      if let code = bytes[scalar] { return code }
      if let small = String(scalar).lowercased().unicodeScalars.first, let code = bytes[small] {
        return code
      }
      return OldEncoding.plain(scalar)
    }
  }

  private static func plain(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar {
    case "\u{FEFF}": []
    case "\u{A0}", "\u{202F}": [0x20]
    case "–", "—": [0x2D]
    case "…": [0x2E, 0x2E, 0x2E]
    default: [0x20]
    }
  }
}

extension OldEncoding {
  /// The capitals that TCVN3 has; the others are typed as small letters in a font of capitals.
  package static let tcvn3 = OldEncoding(
    """
    á:B8 à:B5 ả:B6 ã:B7 ạ:B9
    ă:A8 ắ:BE ằ:BB ẳ:BC ẵ:BD ặ:C6
    Ă:A1
    â:A9 ấ:CA ầ:C7 ẩ:C8 ẫ:C9 ậ:CB
    Â:A2
    é:D0 è:CC ẻ:CE ẽ:CF ẹ:D1
    ê:AA ế:D5 ề:D2 ể:D3 ễ:D4 ệ:D6
    Ê:A3
    í:DD ì:D7 ỉ:D8 ĩ:DC ị:DE
    ó:E3 ò:DF ỏ:E1 õ:E2 ọ:E4
    ô:AB ố:E8 ồ:E5 ổ:E6 ỗ:E7 ộ:E9
    Ô:A4
    ơ:AC ớ:ED ờ:EA ở:EB ỡ:EC ợ:EE
    Ơ:A5
    ú:F3 ù:EF ủ:F1 ũ:F2 ụ:F4
    ư:AD ứ:F8 ừ:F5 ử:F6 ữ:F7 ự:F9
    Ư:A6
    ý:FD ỳ:FA ỷ:FB ỹ:FC ỵ:FE
    đ:AE
    Đ:A7
    """)

  /// Bases, and the bytes that mark them.
  package static let vniWindows = OldEncoding(
    """
    á:61F9 à:61F8 ả:61FB ã:61F5 ạ:61EF
    Á:41D9 À:41D8 Ả:41DB Ã:41D5 Ạ:41CF
    ă:61EA ắ:61E9 ằ:61E8 ẳ:61FA ẵ:61FC ặ:61EB
    Ă:41CA Ắ:41C9 Ằ:41C8 Ẳ:41DA Ẵ:41DC Ặ:41CB
    â:61E2 ấ:61E1 ầ:61E0 ẩ:61E5 ẫ:61E3 ậ:61E4
    Â:41C2 Ấ:41C1 Ầ:41C0 Ẩ:41C5 Ẫ:41C3 Ậ:41C4
    é:65F9 è:65F8 ẻ:65FB ẽ:65F5 ẹ:65EF
    É:45D9 È:45D8 Ẻ:45DB Ẽ:45D5 Ẹ:45CF
    ê:65E2 ế:65E1 ề:65E0 ể:65E5 ễ:65E3 ệ:65E4
    Ê:45C2 Ế:45C1 Ề:45C0 Ể:45C5 Ễ:45C3 Ệ:45C4
    í:ED ì:EC ỉ:E6 ĩ:F3 ị:F2
    Í:CD Ì:CC Ỉ:C6 Ĩ:D3 Ị:D2
    ó:6FF9 ò:6FF8 ỏ:6FFB õ:6FF5 ọ:6FEF
    Ó:4FD9 Ò:4FD8 Ỏ:4FDB Õ:4FD5 Ọ:4FCF
    ô:6FE2 ố:6FE1 ồ:6FE0 ổ:6FE5 ỗ:6FE3 ộ:6FE4
    Ô:4FC2 Ố:4FC1 Ồ:4FC0 Ổ:4FC5 Ỗ:4FC3 Ộ:4FC4
    ơ:F4 ớ:F4F9 ờ:F4F8 ở:F4FB ỡ:F4F5 ợ:F4EF
    Ơ:D4 Ớ:D4D9 Ờ:D4D8 Ở:D4DB Ỡ:D4D5 Ợ:D4CF
    ú:75F9 ù:75F8 ủ:75FB ũ:75F5 ụ:75EF
    Ú:55D9 Ù:55D8 Ủ:55DB Ũ:55D5 Ụ:55CF
    ư:F6 ứ:F6F9 ừ:F6F8 ử:F6FB ữ:F6F5 ự:F6EF
    Ư:D6 Ứ:D6D9 Ừ:D6D8 Ử:D6DB Ữ:D6D5 Ự:D6CF
    ý:79F9 ỳ:79F8 ỷ:79FB ỹ:79F5 ỵ:EE
    Ý:59D9 Ỳ:59D8 Ỷ:59DB Ỹ:59D5 Ỵ:CE
    đ:F1
    Đ:D1
    """)

  /// RFC 1456.
  package static let viscii = OldEncoding(
    """
    á:E1 à:E0 ả:E4 ã:E3 ạ:D5
    Á:C1 À:C0 Ả:C4 Ã:C3 Ạ:80
    ă:E5 ắ:A1 ằ:A2 ẳ:C6 ẵ:C7 ặ:A3
    Ă:C5 Ắ:81 Ằ:82 Ẳ:02 Ẵ:05 Ặ:83
    â:E2 ấ:A4 ầ:A5 ẩ:A6 ẫ:E7 ậ:A7
    Â:C2 Ấ:84 Ầ:85 Ẩ:86 Ẫ:06 Ậ:87
    é:E9 è:E8 ẻ:EB ẽ:A8 ẹ:A9
    É:C9 È:C8 Ẻ:CB Ẽ:88 Ẹ:89
    ê:EA ế:AA ề:AB ể:AC ễ:AD ệ:AE
    Ê:CA Ế:8A Ề:8B Ể:8C Ễ:8D Ệ:8E
    í:ED ì:EC ỉ:EF ĩ:EE ị:B8
    Í:CD Ì:CC Ỉ:9B Ĩ:CE Ị:98
    ó:F3 ò:F2 ỏ:F6 õ:F5 ọ:F7
    Ó:D3 Ò:D2 Ỏ:99 Õ:A0 Ọ:9A
    ô:F4 ố:AF ồ:B0 ổ:B1 ỗ:B2 ộ:B5
    Ô:D4 Ố:8F Ồ:90 Ổ:91 Ỗ:92 Ộ:93
    ơ:BD ớ:BE ờ:B6 ở:B7 ỡ:DE ợ:FE
    Ơ:B4 Ớ:95 Ờ:96 Ở:97 Ỡ:B3 Ợ:94
    ú:FA ù:F9 ủ:FC ũ:FB ụ:F8
    Ú:DA Ù:D9 Ủ:9C Ũ:9D Ụ:9E
    ư:DF ứ:D1 ừ:D7 ử:D8 ữ:E6 ự:F1
    Ư:BF Ứ:BA Ừ:BB Ử:BC Ữ:FF Ự:B9
    ý:FD ỳ:CF ỷ:D6 ỹ:DB ỵ:DC
    Ý:DD Ỳ:9F Ỷ:14 Ỹ:19 Ỵ:1E
    đ:F0
    Đ:D0
    """)

  /// Letters and combining tones.
  package static let windows1258 = OldEncoding(
    """
    á:E1 à:E0 ả:61D2 ã:61DE ạ:61F2
    Á:C1 À:C0 Ả:41D2 Ã:41DE Ạ:41F2
    ă:E3 ắ:E3EC ằ:E3CC ẳ:E3D2 ẵ:E3DE ặ:E3F2
    Ă:C3 Ắ:C3EC Ằ:C3CC Ẳ:C3D2 Ẵ:C3DE Ặ:C3F2
    â:E2 ấ:E2EC ầ:E2CC ẩ:E2D2 ẫ:E2DE ậ:E2F2
    Â:C2 Ấ:C2EC Ầ:C2CC Ẩ:C2D2 Ẫ:C2DE Ậ:C2F2
    é:E9 è:E8 ẻ:65D2 ẽ:65DE ẹ:65F2
    É:C9 È:C8 Ẻ:45D2 Ẽ:45DE Ẹ:45F2
    ê:EA ế:EAEC ề:EACC ể:EAD2 ễ:EADE ệ:EAF2
    Ê:CA Ế:CAEC Ề:CACC Ể:CAD2 Ễ:CADE Ệ:CAF2
    í:ED ì:69CC ỉ:69D2 ĩ:69DE ị:69F2
    Í:CD Ì:49CC Ỉ:49D2 Ĩ:49DE Ị:49F2
    ó:F3 ò:6FCC ỏ:6FD2 õ:6FDE ọ:6FF2
    Ó:D3 Ò:4FCC Ỏ:4FD2 Õ:4FDE Ọ:4FF2
    ô:F4 ố:F4EC ồ:F4CC ổ:F4D2 ỗ:F4DE ộ:F4F2
    Ô:D4 Ố:D4EC Ồ:D4CC Ổ:D4D2 Ỗ:D4DE Ộ:D4F2
    ơ:F5 ớ:F5EC ờ:F5CC ở:F5D2 ỡ:F5DE ợ:F5F2
    Ơ:D5 Ớ:D5EC Ờ:D5CC Ở:D5D2 Ỡ:D5DE Ợ:D5F2
    ú:FA ù:F9 ủ:75D2 ũ:75DE ụ:75F2
    Ú:DA Ù:D9 Ủ:55D2 Ũ:55DE Ụ:55F2
    ư:FD ứ:FDEC ừ:FDCC ử:FDD2 ữ:FDDE ự:FDF2
    Ư:DD Ứ:DDEC Ừ:DDCC Ử:DDD2 Ữ:DDDE Ự:DDF2
    ý:79EC ỳ:79CC ỷ:79D2 ỹ:79DE ỵ:79F2
    Ý:59EC Ỳ:59CC Ỷ:59D2 Ỹ:59DE Ỵ:59F2
    đ:F0
    Đ:D0
    """)
}

/// What a program makes of some bytes that it takes for windows-1252: the characters, in UTF-8.
package func misread(_ bytes: [UInt8]) -> [UInt8] {
  bytes.flatMap { byte -> [UInt8] in
    let scalar =
      (0x80..<0xA0).contains(byte)
      ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
    return Array(String(scalar).utf8)
  }
}

/// The characters of windows-1252 from 80 to 9F; what it leaves undefined stays as it is.
private let upperControls = Array(
  "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
