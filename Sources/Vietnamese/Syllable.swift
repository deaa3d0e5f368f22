/// Tells whether a word is spelled as a Vietnamese syllable can be.
///
/// It is evidence for encodings: a text read in the right one is made of such words, in a wrong one
/// hardly any word is. Onsets and rimes are those of the orthography; `c`, `g`, `ng` stand before
/// other vowels than `k`, `gh`, `ngh`; a syllable that ends in `c`, `ch`, `p` or `t` has the acute
/// tone or the dot below; the tone stands on one vowel, by the old or the new habit (`hòa`, `hoà`).
package enum Syllable {
  /// Whether `word` is one syllable, in any letter case, composed or decomposed.
  package static func isLegal(_ word: ArraySlice<UInt32>) -> Bool {
    guard let letters = SpelledLetters(word) else { return false }
    // What may be the onset, the longest first: `gi` may be `g` before `i`, too.
    return (0...min(3, letters.count - 1)).reversed().contains { length in
      (length == 0 || onsets.contains(letters.packed(0..<length)))
        && isRime(letters, from: length)
    }
  }

  private static func isRime(_ letters: SpelledLetters, from start: Int) -> Bool {
    let rime = letters.packed(start..<letters.count)
    guard rimes.contains(rime), fits(letters, rimeFrom: start) else { return false }
    if stoppedRimes.contains(rime), letters.tone != Tone.acute, letters.tone != Tone.dot {
      return false
    }
    guard let position = letters.tonePosition else { return true }
    return holdsTone(letters, at: position, rimeFrom: start)
  }

  /// Whether onset and first vowel go together.
  private static func fits(_ letters: SpelledLetters, rimeFrom start: Int) -> Bool {
    let onset = letters.packed(0..<start)
    let isFront = frontVowels.contains(letters[start])
    if frontOnsets.contains(onset) { return isFront }
    if backOnsets.contains(onset) { return !isFront }
    if onset == packed("g") { return !isFront || letters[start] == code("i") }
    return true
  }

  /// Whether the tone may stand there: on the last vowel with a shape of its own, else on the one
  /// that carries the syllable; on either vowel of `oa`, `oe` and `uy`, and on the `u` of `qu`.
  private static func holdsTone(
    _ letters: SpelledLetters, at position: Int, rimeFrom start: Int
  ) -> Bool {
    if position < start { return position == start - 1 && letters[position] == code("u") }
    var end = start
    while end < letters.count, vowels.contains(letters[end]) { end += 1 }
    guard position < end else { return false }
    if let shaped = (start..<end).last(where: { shapedVowels.contains(letters[$0]) }) {
      return position == shaped
    }
    if glides.contains(letters.packed(start..<min(start + 2, end))) { return position <= start + 1 }
    return end < letters.count ? position == end - 1 : position == start
  }

  // MARK: The orthography

  private static let onsets = packedSet(
    "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
  private static let frontOnsets = packedSet("k gh ngh")
  private static let backOnsets = packedSet("c ng")
  private static let openRimesText =
    """
    a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên ênh êng êu
    i ia im in inh iu iêm iên iêng iêu o oa oai oam oan oang oanh oao oay oăm oăn oăng oe oen oem
    oeo oi om on ong oong ô ôi ôm ôn ông ơ ơi ơm ơn u ua uân uâng uây uê uênh uêu ui um un ung uơ
    uôi uôm uôn uông uy uya uyên uyn uynh uyu ư ưa ưi ưm ưn ưng ưu ươi ươm ươn ương ươu
    y yêm yên yêng yêu ynh
    """
  private static let stoppedRimesText =
    """
    ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt oac oach oap oat oăc
    oăt oet oc ooc op ot ôc ôp ôt ơp ơt uât uêch uc up ut uôc uôt uych uyêt uyt uyp ưc ưt ươc ươp
    ươt yêt yt ych
    """
  private static let stoppedRimes = packedSet(stoppedRimesText)
  private static let rimes = packedSet(openRimesText + " " + stoppedRimesText)
  private static let glides = packedSet("oa oe uy")
  private static let vowels = codes("aăâeêioôơuưy")
  private static let shapedVowels = codes("ăâêôơư")
  private static let frontVowels = codes("eêiy")

  private static func packedSet(_ words: String) -> SpellingSet {
    SpellingSet(words.split { $0 == " " || $0 == "\n" }.map { packed(String($0)) })
  }

  private static func packed(_ word: String) -> UInt64 {
    word.unicodeScalars.reduce(0) { $0 << 5 | UInt64(SpellingTables.shared.letter(of: $1.value)) }
  }

  private static func codes(_ letters: String) -> LetterSet {
    LetterSet(letters.unicodeScalars.map { SpellingTables.shared.letter(of: $0.value) })
  }

  private static func code(_ letter: Unicode.Scalar) -> UInt8 {
    SpellingTables.shared.letter(of: letter.value)
  }
}

/// Parts of syllables, five bits a letter, in slots by hash: asked for every word of a sample.
private struct SpellingSet {
  private static let slotCount = 1024

  /// 0 for a free slot: no part is without letters.
  private var slots = [UInt64](repeating: 0, count: slotCount)

  init(_ parts: [UInt64]) { for part in parts { slots[slot(of: part)] = part } }

  func contains(_ part: UInt64) -> Bool { part != 0 && slots[slot(of: part)] == part }

  /// The slot in which a part is, or would be.
  private func slot(of part: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (part &* 0x9E37_79B9_7F4A_7C15) >> 54)
    while slots[slot] != 0, slots[slot] != part { slot = (slot + 1) & (SpellingSet.slotCount - 1) }
    return slot
  }
}

/// Letters by their codes, a bit each.
private struct LetterSet {
  private var bits: UInt32 = 0

  init(_ codes: [UInt8]) { for code in codes { bits |= 1 << UInt32(code) } }

  func contains(_ code: UInt8) -> Bool { bits >> UInt32(code) & 1 != 0 }
}

/// The letters of a word without its tone, and where that stood.
private struct SpelledLetters {
  /// More letters than any syllable has (`nghiêng`).
  private static let limit = 7

  /// Five bits a letter, the first one highest.
  private var letters: UInt64 = 0
  private(set) var count = 0
  private(set) var tone: UInt8 = 0
  private(set) var tonePosition: Int?

  /// Nothing for what is no Vietnamese letter, two tones, or a word too long for one syllable.
  init?(_ word: ArraySlice<UInt32>) {
    let tables = SpellingTables.shared
    for scalar in word {
      let letter = tables.letter(of: scalar)
      if letter != 0 {
        guard count < SpelledLetters.limit else { return nil }
        letters = letters << 5 | UInt64(letter)
        count += 1
        let tone = tables.tone(of: scalar)
        if tone != 0, !take(tone: tone) { return nil }
      } else {
        guard let mark = tables.mark(of: scalar), count > 0 else { return nil }
        if let tone = mark.tone {
          guard take(tone: tone) else { return nil }
        } else {
          guard let shaped = mark.shapes[self[count - 1]] else { return nil }
          letters = letters & ~0x1F | UInt64(shaped)
        }
      }
    }
    if count == 0 { return nil }
  }

  subscript(index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: letters >> UInt64(5 * (count - 1 - index)) & 0x1F)
  }

  /// Five bits a letter.
  func packed(_ range: Range<Int>) -> UInt64 {
    letters >> UInt64(5 * (count - range.upperBound)) & (1 << UInt64(5 * range.count) - 1)
  }

  private mutating func take(tone: UInt8) -> Bool {
    if tonePosition != nil { return false }
    self.tone = tone
    tonePosition = count - 1
    return true
  }
}

/// The five tones that are written, as `SpelledLetters` numbers them; 0 is the level one.
private enum Tone {
  static let acute: UInt8 = 2
  static let dot: UInt8 = 5
  /// In the order of their numbers, from 1: grave, acute, hook above, tilde, dot below.
  static let marks: [UInt32] = [0x300, 0x301, 0x309, 0x303, 0x323]
}

/// Letter and tone of each Vietnamese scalar.
private struct SpellingTables {
  /// What a combining mark does.
  struct Mark {
    /// Nothing for a mark that shapes a vowel.
    var tone: UInt8?
    var shapes: [UInt8: UInt8] = [:]
  }

  static let shared = SpellingTables()
  private static let limit = 0x1F00
  /// In the order of their numbers, from 1.
  private static let letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy"

  /// Letter in the low five bits, tone above them; 0 for anything else.
  private var codes = [UInt8](repeating: 0, count: SpellingTables.limit)
  private var marks: [UInt32: Mark] = [:]

  func letter(of scalar: UInt32) -> UInt8 {
    scalar < SpellingTables.limit ? codes[Int(scalar)] & 0x1F : 0
  }

  func tone(of scalar: UInt32) -> UInt8 {
    scalar < SpellingTables.limit ? codes[Int(scalar)] >> 5 : 0
  }

  /// What a combining mark does; nothing for what is none of Vietnamese.
  func mark(of scalar: UInt32) -> Mark? {
    (0x300..<0x370).contains(scalar) ? marks[scalar] : nil
  }

  private init() {
    for (index, letter) in SpellingTables.letters.unicodeScalars.enumerated() {
      let number = UInt8(index + 1)
      enter(String(letter), number)
      for (tone, mark) in Tone.marks.enumerated()
      where "aăâeêioôơuưy".unicodeScalars.contains(letter) {
        guard let mark = Unicode.Scalar(mark) else { continue }
        enter((String(letter) + String(mark)).composed, UInt8(tone + 1) << 5 | number)
      }
    }
    for (tone, mark) in Tone.marks.enumerated() { marks[mark] = Mark(tone: UInt8(tone + 1)) }
    marks[0x302] = shapes("aâeêoô")
    marks[0x306] = shapes("aă")
    marks[0x31B] = shapes("oơuư")
  }

  private mutating func enter(_ letter: String, _ code: UInt8) {
    for form in [letter, letter.uppercased().composed] {
      if let scalar = form.unicodeScalars.first { codes[Int(scalar.value)] = code }
    }
  }

  /// A mark that makes the second of each pair of letters of the first.
  private func shapes(_ pairs: String) -> Mark {
    let letters = pairs.unicodeScalars.map { letter(of: $0.value) }
    var mark = Mark()
    for index in stride(from: 0, to: letters.count - 1, by: 2) {
      mark.shapes[letters[index]] = letters[index + 1]
    }
    return mark
  }
}
