/// How the bytes of a file were read; raw values are those of `submissions.csv`.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf8WithMark = "utf-8-bom"
  case utf16LittleEndian = "utf-16-le"
  case utf16BigEndian = "utf-16-be"
  // Old or unmarked ones: converted, and told.
  case unmarkedUTF16LittleEndian = "utf-16-le-unmarked"
  case unmarkedUTF16BigEndian = "utf-16-be-unmarked"
  case tcvn3
  case vniWindows = "vni-windows"
  case viscii
  case windows1258 = "windows-1258"
  // Unicode whose characters are what windows-1252 makes of other bytes.
  case misreadUTF8 = "utf-8-as-windows-1252"
  case misreadUTF8Twice = "utf-8-as-windows-1252-twice"
  case misreadTCVN3 = "tcvn3-as-windows-1252"
  case misreadVNIWindows = "vni-windows-as-windows-1252"
  case misreadVISCII = "viscii-as-windows-1252"
  case misreadWindows1258 = "windows-1258-as-windows-1252"
  /// A workbook; how its texts read is `SheetReading.encoding`.
  case workbook = "xlsx"
  /// No reading is clearly right: nothing of the file is used.
  case unclear

  /// Whether the file should be sent as Unicode, with a mark, the next time.
  package var isLegacy: Bool {
    switch self {
    case .utf8, .utf8WithMark, .utf16LittleEndian, .utf16BigEndian, .workbook, .unclear: false
    default: true
    }
  }

  /// Whether its letters are those of fonts from before Unicode.
  package var isOldFont: Bool {
    switch self {
    case .unmarkedUTF16LittleEndian, .unmarkedUTF16BigEndian, .misreadUTF8, .misreadUTF8Twice,
      .windows1258, .misreadWindows1258:
      false
    default: isLegacy
    }
  }

  /// What people call it.
  package func name(in language: Language) -> String {
    switch self {
    case .utf8: "UTF-8"
    case .utf8WithMark: language("UTF-8 có dấu BOM", "UTF-8 with a byte-order mark")
    case .utf16LittleEndian: language("UTF-16 LE có dấu BOM", "UTF-16 LE with a byte-order mark")
    case .utf16BigEndian: language("UTF-16 BE có dấu BOM", "UTF-16 BE with a byte-order mark")
    case .unmarkedUTF16LittleEndian:
      language("UTF-16 LE không có dấu BOM", "UTF-16 LE without a byte-order mark")
    case .unmarkedUTF16BigEndian:
      language("UTF-16 BE không có dấu BOM", "UTF-16 BE without a byte-order mark")
    case .tcvn3: language("TCVN3 (ABC, phông .VnTime)", "TCVN3 (ABC, .VnTime fonts)")
    case .vniWindows: language("VNI-Windows (phông VNI-Times)", "VNI-Windows (VNI-Times fonts)")
    case .viscii: "VISCII"
    case .windows1258: "windows-1258"
    case .misreadUTF8:
      language(
        "UTF-8 từng bị đọc nhầm là windows-1252", "UTF-8 once misread as windows-1252")
    case .misreadUTF8Twice:
      language(
        "UTF-8 hai lần bị đọc nhầm là windows-1252", "UTF-8 twice misread as windows-1252")
    case .misreadTCVN3, .misreadVNIWindows, .misreadVISCII, .misreadWindows1258:
      behindName(in: language)
    case .workbook: "xlsx"
    case .unclear: language("chưa rõ", "unclear")
    }
  }

  private func behindName(in language: Language) -> String {
    let old: TextEncoding =
      switch self {
      case .misreadTCVN3: .tcvn3
      case .misreadVNIWindows: .vniWindows
      case .misreadVISCII: .viscii
      default: .windows1258
      }
    return language(
      "chữ \(old.name(in: language)) lưu trong tệp Unicode",
      "\(old.name(in: language)) text saved in a Unicode file")
  }
}

/// What speaks for an encoding: how many of the words of a file that are not plain ASCII read as
/// Vietnamese syllables in it.
package struct EncodingEvidence: Sendable, Equatable {
  package var encoding: TextEncoding
  package var legalWords: Int
  /// How many were looked at, each spelling once.
  package var words: Int

  package init(encoding: TextEncoding, legalWords: Int, words: Int) {
    self.encoding = encoding
    self.legalWords = legalWords
    self.words = words
  }
}

/// An encoding that `kheo.yml` states for a submitter, by the id written there.
package enum StatedEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16-le"
  case utf16BigEndian = "utf-16-be"
  case tcvn3
  case vniWindows = "vni-windows"
  case viscii
  case windows1258 = "windows-1258"
}
