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
    return onsetLengths(letters).contains { isRime(letters, from: $0) }
  }

  /// The lengths of what may be the onset: `gi` may be `g` before `i`, too.
  private static func onsetLengths(_ letters: SpelledLetters) -> [Int] {
    (0...min(3, letters.count - 1)).reversed().filter { length in
      length == 0 || onsets.contains(letters.packed(0..<length))
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
  private static let openRimes = packedSet(
    """
    a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên ênh êng êu
    i ia im in inh iu iêm iên iêng iêu o oa oai oam oan oang oanh oao oay oăm oăn oăng oe oen oem
    oeo oi om on ong oong ô ôi ôm ôn ông ơ ơi ơm ơn u ua uân uâng uây uê uênh uêu ui um un ung uơ
    uôi uôm uôn uông uy uya uyên uyn uynh uyu ư ưa ưi ưm ưn ưng ưu ươi ươm ươn ương ươu
    y yêm yên yêng yêu ynh
    """)
  private static let stoppedRimes = packedSet(
    """
    ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt oac oach oap oat oăc
    oăt oet oc ooc op ot ôc ôp ôt ơp ơt uât uêch uc up ut uôc uôt uych uyêt uyt uyp ưc ưt ươc ươp
    ươt yêt yt ych
    """)
  private static let rimes = openRimes.union(stoppedRimes)
  private static let glides = packedSet("oa oe uy")
  private static let vowels = codes("aăâeêioôơuưy")
  private static let shapedVowels = codes("ăâêôơư")
  private static let frontVowels = codes("eêiy")

  private static func packedSet(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { packed(String($0)) })
  }

  private static func packed(_ word: String) -> UInt64 {
    word.unicodeScalars.reduce(0) { $0 << 5 | UInt64(SpellingTables.shared.letter(of: $1.value)) }
  }

  private static func codes(_ letters: String) -> Set<UInt8> {
    Set(letters.unicodeScalars.map { SpellingTables.shared.letter(of: $0.value) })
  }

  private static func code(_ letter: Unicode.Scalar) -> UInt8 {
    SpellingTables.shared.letter(of: letter.value)
  }
}

/// The letters of a word without its tone, and where that stood.
private struct SpelledLetters {
  /// More letters than any syllable has (`nghiêng`).
  private static let limit = 7

  private var letters: [UInt8] = []
  private(set) var tone: UInt8 = 0
  private(set) var tonePosition: Int?

  /// Nothing for what is no Vietnamese letter, two tones, or a word too long for one syllable.
  init?(_ word: ArraySlice<UInt32>) {
    let tables = SpellingTables.shared
    letters.reserveCapacity(SpelledLetters.limit)
    for scalar in word {
      if let mark = tables.marks[scalar] {
        guard let last = letters.last else { return nil }
        if let tone = mark.tone {
          guard take(tone: tone) else { return nil }
        } else {
          guard let shaped = mark.shapes[last] else { return nil }
          letters[letters.count - 1] = shaped
        }
        continue
      }
      let letter = tables.letter(of: scalar)
      guard letter != 0, letters.count < SpelledLetters.limit else { return nil }
      letters.append(letter)
      let tone = tables.tone(of: scalar)
      if tone != 0, !take(tone: tone) { return nil }
    }
    if letters.isEmpty { return nil }
  }

  var count: Int { letters.count }

  subscript(index: Int) -> UInt8 { letters[index] }

  /// Five bits a letter.
  func packed(_ range: Range<Int>) -> UInt64 {
    letters[range].reduce(0) { $0 << 5 | UInt64($1) }
  }

  private mutating func take(tone: UInt8) -> Bool {
    if tonePosition != nil { return false }
    self.tone = tone
    tonePosition = letters.count - 1
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
  private(set) var marks: [UInt32: Mark] = [:]

  func letter(of scalar: UInt32) -> UInt8 {
    scalar < SpellingTables.limit ? codes[Int(scalar)] & 0x1F : 0
  }

  func tone(of scalar: UInt32) -> UInt8 {
    scalar < SpellingTables.limit ? codes[Int(scalar)] >> 5 : 0
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
