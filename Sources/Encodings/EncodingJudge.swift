package import Domain
import Vietnamese

/// Chooses the encoding of a text by evidence: how many of its words each reading makes Vietnamese
/// syllables.
///
/// Unicode wins by default. Another reading must explain nearly all words, and far more of them than
/// every other one does; where one explains many words but is not that far ahead, nothing is chosen.
package struct EncodingJudge {
  /// What was chosen, and what spoke for each reading, best first; no evidence where the text is
  /// plainly Unicode.
  package struct Verdict: Sendable, Equatable {
    package var encoding: TextEncoding
    package var evidence: [EncodingEvidence]
  }

  /// Words below which nothing but Unicode is thought of: fewer may be legal by chance.
  static let fewestWords = 3
  /// Words after which a text that reads well is believed to go on so.
  private static let enoughWords = 32
  private static let shortWindow = 128
  private static let longWindow = 512

  /// The encoding of Unicode that the file has if it has no other.
  private let unicode: TextEncoding
  private let isWellFormed: Bool
  private let readings: [TextEncoding]

  /// Judges `bytes`, the file or the UTF-8 that its UTF-16 was made into.
  ///
  /// `unicode` is the encoding of Unicode they are in, if any; `stated` is what the settings say. That
  /// holds unless the text is plainly Unicode. `words` are those of the thread.
  package static func judge(
    _ bytes: UnsafeBufferPointer<UInt8>, unicode: TextEncoding, isWellFormed: Bool,
    stated: StatedEncoding? = nil, words: WordMemory = WordMemory()
  ) -> Verdict {
    if isWellFormed ? isPlain(bytes, words) : unicode != .utf8 {
      return Verdict(encoding: unicode, evidence: [])
    }
    let judge = EncodingJudge(unicode, isWellFormed: isWellFormed)
    let (evidence, westernWords) = judge.evidence(in: judge.words(of: bytes), words)
    if let stated {
      return Verdict(encoding: judge.encoding(stated, by: evidence), evidence: evidence)
    }
    let choice = judge.choice(by: evidence, westernWords: isWellFormed ? 0 : westernWords)
    return Verdict(encoding: choice, evidence: evidence)
  }

  private init(_ unicode: TextEncoding, isWellFormed: Bool) {
    self.unicode = unicode
    self.isWellFormed = isWellFormed
    readings =
      isWellFormed
      ? [
        .misreadUTF8, .misreadUTF8Twice, .misreadTCVN3, .misreadVNIWindows, .misreadVISCII,
        .misreadWindows1258,
      ] : [.tcvn3, .vniWindows, .viscii, .windows1258]
  }

  /// Whether well-formed text reads as Vietnamese, or has no word that could tell.
  private static func isPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ known: WordMemory
  ) -> Bool {
    var words = 0
    var legal = 0
    WordSample.forEachWord(of: bytes, windowLength: shortWindow) { word in
      words += 1
      if known.isLegal(word) { legal += 1 }
      return words < enoughWords || legal * 8 < words * 7
    }
    return legal * 4 >= words * 3
  }

  private func words(of bytes: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    var words: [[UInt8]] = []
    WordSample.forEachWord(of: bytes, windowLength: EncodingJudge.longWindow) { word in
      words.append(word)
      return true
    }
    return words
  }

  /// What speaks for each reading, and how many words windows-1252 makes syllables.
  ///
  /// The best reading comes first; among equals Unicode, then the order of `TextEncoding`.
  private func evidence(
    in words: [[UInt8]], _ known: WordMemory
  ) -> (evidence: [EncodingEvidence], westernWords: Int) {
    // All encodings of Unicode read the same.
    let encodings = [.utf8] + readings
    var legalWords = [Int](repeating: 0, count: encodings.count + 1)
    for word in words {
      let legal = known.legalReadings(of: word, among: encodings, isWellFormed: isWellFormed)
      for bit in legalWords.indices { legalWords[bit] += Int(legal >> UInt8(bit) & 1) }
    }
    let all = zip([unicode] + readings, legalWords).map {
      EncodingEvidence(encoding: $0, legalWords: $1, words: words.count)
    }
    let evidence = all.enumerated().sorted {
      ($1.element.legalWords, $0.offset) < ($0.element.legalWords, $1.offset)
    }.map(\.element)
    return (evidence, legalWords[encodings.count])
  }

  /// Chooses by the evidence, and by how many words windows-1252 makes syllables, too.
  ///
  /// Nobody writes Vietnamese in it, but a spreadsheet saves so what it can of Vietnamese; half of those
  /// letters are in VISCII where they are there.
  private func choice(
    by evidence: [EncodingEvidence], westernWords: Int
  ) -> TextEncoding {
    let inUnicode = evidence.first { $0.encoding == unicode }?.legalWords ?? 0
    guard let best = evidence.first, best.encoding != unicode,
      best.legalWords >= EncodingJudge.fewestWords,
      isAhead(best, of: inUnicode)
    else { return unicode }
    let isClear =
      best.legalWords * 20 >= best.words * 17 && isAhead(best, of: westernWords)
      && evidence.dropFirst().allSatisfy { isAhead(best, of: $0.legalWords) }
    if isClear { return best.encoding }
    return best.legalWords * 5 >= best.words * 2 ? .unclear : unicode
  }

  /// Whether a reading has two words, and a fifth of all, more than another one.
  private func isAhead(_ best: EncodingEvidence, of legalWords: Int) -> Bool {
    let lead = best.legalWords - legalWords
    return lead >= 2 && lead * 5 >= best.words
  }

  /// What the settings state, as it comes in this file: behind characters if the bytes are Unicode.
  private func encoding(
    _ stated: StatedEncoding, by evidence: [EncodingEvidence]
  ) -> TextEncoding {
    let (bare, misread): (TextEncoding, TextEncoding) =
      switch stated {
      case .utf8, .utf16LittleEndian, .utf16BigEndian: (unicode, unicode)
      case .tcvn3: (.tcvn3, .misreadTCVN3)
      case .vniWindows: (.vniWindows, .misreadVNIWindows)
      case .viscii: (.viscii, .misreadVISCII)
      case .windows1258: (.windows1258, .misreadWindows1258)
      }
    let inUnicode = evidence.first { $0.encoding == unicode }?.legalWords ?? 0
    let found = evidence.first {
      $0.encoding == bare && $0.legalWords >= inUnicode
        || $0.encoding == misread && $0.legalWords > inUnicode
    }
    return found?.encoding ?? unicode
  }

  // MARK: Words

  /// Whether a word is a Vietnamese syllable in `encoding`, or several with punctuation.
  static func isLegal(_ word: [UInt8], as encoding: TextEncoding) -> Bool {
    TextReading.scalars(of: word, as: encoding).map { isLegal($0) } ?? false
  }

  /// Whether a word is one in windows-1252.
  static func isWestern(_ word: [UInt8]) -> Bool {
    isLegal(
      word.map { byte in
        switch byte {
        // Dots, quotation marks, bullet and dashes.
        case 0x85: 0x2026
        case 0x91...0x94: [0x2018, 0x2019, 0x201C, 0x201D][Int(byte) - 0x91]
        case 0x95: 0x2022
        case 0x96, 0x97: 0x2013
        default: UInt32(byte)
        }
      })
  }

  private static func isLegal(_ scalars: [UInt32]) -> Bool {
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex(where: isPunctuation) ?? scalars.count
      let part = scalars[start..<end]
      let isASCII = part.allSatisfy { $0 < 0x80 }
      guard isASCII || (isCased(part) && Syllable.isLegal(part)) else { return false }
      start = end + 1
    }
    return true
  }

  /// No-break space, dashes, quotation marks, bullet and ellipsis.
  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x2010...0x2014, 0x2018...0x201E, 0x2022, 0x2026: true
    default: false
    }
  }

  /// Whether no capital stands after a small ASCII letter.
  private static func isCased(_ part: ArraySlice<UInt32>) -> Bool {
    var last: UInt32 = 0
    for scalar in part {
      if (0x61...0x7A).contains(last), isCapital(scalar) { return false }
      last = scalar
    }
    return true
  }

  private static func isCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xDE, 0x102, 0x110, 0x128, 0x168, 0x1A0, 0x1AF: true
    case 0x1EA0...0x1EF9: scalar.isMultiple(of: 2)
    default: false
    }
  }
}
