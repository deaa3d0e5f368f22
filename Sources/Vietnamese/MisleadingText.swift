/// A scalar that shows a person something other than what it is.
package struct MisleadingScalar: Sendable, Hashable {
  package enum Kind: Sendable {
    /// Nothing is seen of it, or it turns the text around it.
    case hidden
    /// It would move the cursor, ring the bell, or end a text of C.
    case control
    /// It looks like a letter of Vietnamese, and is another one.
    case lookAlike
  }

  package var kind: Kind
  package var scalar: Unicode.Scalar
  /// The letter that it looks like; nothing for the other kinds.
  package var likeness: Unicode.Scalar?

  /// `U+200B`.
  package var codePoint: String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The misleading scalars of a text, in order, each once.
  ///
  /// A letter that looks like another counts only in a word that could be taken for one of ours: in
  /// one with Latin letters, or with nothing but such letters. A single Greek letter may be meant:
  /// “vitamin α”.
  package static func all(in text: String) -> [MisleadingScalar] {
    guard text.unicodeScalars.contains(where: { !isPlain($0) }) else { return [] }
    var found: [MisleadingScalar] = []
    func add(_ scalar: MisleadingScalar) { if !found.contains(scalar) { found.append(scalar) } }
    var word: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar.isKeptInKeys || LookAlikeLetters.isNumeral(scalar), !scalar.isHiddenInText {
        word.append(scalar)
        continue
      }
      lookAlikes(in: word).forEach(add)
      word.removeAll(keepingCapacity: true)
      if scalar.isHiddenInText {
        add(MisleadingScalar(kind: .hidden, scalar: scalar))
      } else if scalar.isControl, scalar != "\t", scalar != "\n", scalar != "\r" {
        add(MisleadingScalar(kind: .control, scalar: scalar))
      }
    }
    lookAlikes(in: word).forEach(add)
    return found
  }

  /// Whether a scalar misleads nobody for certain, as nearly all of a Vietnamese text do not.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xD0, 0xF0, 0x131: false
    case 0x09, 0x0A, 0x0D, 0x20..<0x7F, 0xA0, 0xC0..<0x180, 0x1A0...0x1B0, 0x1EA0...0x1EF9,
      0x2010...0x2027:
      true
    default: false
    }
  }

  /// `text` with every misleading scalar escaped: `\u{430}`.
  package static func escaped(_ text: String) -> String {
    let misleading = Set(all(in: text).map(\.scalar))
    if misleading.isEmpty { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      let parts = String(scalar).decomposedScalars
      if misleading.contains(scalar) || parts.contains(where: misleading.contains) {
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func lookAlikes(in word: [Unicode.Scalar]) -> [MisleadingScalar] {
    let letters = String(String.UnicodeScalarView(word)).decomposedScalars.filter {
      $0.properties.generalCategory != .nonspacingMark || LookAlikeLetters.likeness(of: $0) != nil
    }
    let found = letters.compactMap { scalar in
      LookAlikeLetters.likeness(of: scalar).map {
        MisleadingScalar(kind: .lookAlike, scalar: scalar, likeness: $0)
      }
    }
    guard let first = found.first else { return [] }
    let isAmongLatin = letters.contains { $0.value < 0x250 && $0.isLetterOrDigit }
    let isGreek = (0x370...0x3FF).contains(first.scalar.value)
    return isAmongLatin || (found.count == letters.count && !(isGreek && found.count == 1))
      ? found : []
  }
}

extension Unicode.Scalar {
  /// C0, DEL and C1.
  package var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// Whether nothing is seen of it: format characters (Cf), fillers, variation selectors, and the
  /// separators of lines and paragraphs.
  package var isHiddenInText: Bool {
    switch value {
    // Nearly every scalar that is asked about: there is none up to the Arabic signs but two, and none
    // among the letters of Vietnamese and Greek.
    case 0..<0xAD, 0xAE..<0x34F, 0x350..<0x600, 0x1E00..<0x2000: false
    // The blank letters of Hangul and Braille, and joiners that are marks or letters for Unicode.
    case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x2028, 0x2029, 0x2800, 0x3164,
      0xFE00...0xFE0F, 0xFFA0, 0xE0000...0xE0FFF:
      true
    default: properties.generalCategory == .format
    }
  }
}

/// Letters that look like those of Vietnamese, as Unicode's lists of confusables have them.
enum LookAlikeLetters {
  /// The letter that a scalar looks like, if it is none of Vietnamese itself.
  static func likeness(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0xD0: nil
    // Fullwidth letters and digits.
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x1D400...0x1D6A3: mathematicalLetter(scalar.value - 0x1D400)
    case 0x1D7CE...0x1D7FF: Unicode.Scalar(0x30 + (scalar.value - 0x1D7CE) % 10)
    default: table[scalar]
    }
  }

  /// Whether a scalar is a Roman numeral of one character, which no key keeps.
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    (0x2160...0x217F).contains(scalar.value)
  }

  /// Thirteen alphabets of capitals and small letters, one after another.
  private static func mathematicalLetter(_ offset: UInt32) -> Unicode.Scalar? {
    let letter = offset % 52
    return Unicode.Scalar(letter < 26 ? 0x41 + letter : 0x61 + letter - 26)
  }

  /// Pairs of a look-alike and the letter: Eth and African D, dotless i, Latin alpha and script g and
  /// small capitals, Cyrillic, Greek, Armenian, Coptic, Cherokee, Lisu, Roman numerals and letters of
  /// formulas; strokes laid over letters.
  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs =
      "ÐĐðđƉĐɖđıiɑaɡgɩiȷj"
      + "ᴀAʙBᴄCᴅDᴇEɢGʜHɪIᴊJᴋKʟLᴍMɴNᴏOᴘPʀRꜱSᴛTᴜUᴠVᴡWʏYᴢZ"
      + "аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwӏlВBАAЕEЗ3КKкkМMНHОOРPСCТTУYХXІIЈJЅSԚQԜWҮYвbнhтtгr"
      + "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXαaοoρpνvιiκkυuχxγyηnτt"
      + "օoսuոnցgհhյjՕO"
      + "ⲀAⲂBⲈEⲎHⲒIⲔKⲘMⲚNⲞOⲢPⲤCⲦTⲨYⲬXⲁaⲃbⲉeⲓiⲕkⲟoⲣpⲥcⲧtⲩuⲭx"
      + "ᎪAᏴBᏟCᎠDᎬEᏀGᎻHᎫJᏦKᏞLᎷMᏢPᏒRᏚSᎢTᏙVᎳWᏃZ"
      + "ꓮAꓐBꓚCꓓDꓰEꓝFꓖGꓧHꓲIꓙJꓗKꓡLꓟMꓠNꓳOꓑPꓣRꓢSꓔTꓴUꓦVꓪWꓫXꓬYꓜZ"
      + "ⅠIⅡIⅢIⅣIⅤVⅥVⅦVⅧVⅨIⅩXⅪXⅫXⅬLⅭCⅮDⅯMⅰiⅱiⅲiⅳiⅴvⅵvⅶvⅷvⅸiⅹxⅺxⅻxⅼlⅽcⅾdⅿm"
      + "ℂCℊgℋHℌHℍHℎhℐIℑIℒLℓlℕNℙPℚQℛRℜRℝRℤZℨZℬBℭCℯeℰEℱFℳMℴoℹiⅅDⅆdⅇeⅈiⅉj"
    var table: [Unicode.Scalar: Unicode.Scalar] = [
      "\u{0335}": "-", "\u{0336}": "-", "\u{0337}": "/", "\u{0338}": "/",
    ]
    let scalars = Array(pairs.unicodeScalars)
    for index in stride(from: 0, to: scalars.count - 1, by: 2) {
      table[scalars[index]] = scalars[index + 1]
    }
    return table
  }()
}
