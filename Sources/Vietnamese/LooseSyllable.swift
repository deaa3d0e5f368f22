/// The syllables that Vietnamese spelling allows, without diacritics and with `y` as `i`: the words
/// of loose keys.
///
/// A name is written syllable by syllable; a slip of typing mostly leaves none (`thoongs`, `trườg`),
/// while another word is one (`rau`, `cau`). The spelling is that of school: `k`, `gh`, `ngh` before
/// `e` and `i`, `c`, `g`, `ng` before the other vowels, `qu` with rimes of its own.
enum LooseSyllable {
  /// Whether `word`, a word of a loose key, is one.
  static func isSpelt(_ word: Span<UInt32>) -> Bool {
    packed(word).map { syllables.contains($0) } ?? false
  }

  /// Whether a word holds no vowel at all, as `pccc` and `htx` do.
  static func isVowelless(_ word: Span<UInt32>) -> Bool {
    for index in word.indices {
      switch word[index] {
      case 0x61, 0x65, 0x69, 0x6F, 0x75: return false  // a e i o u
      default: continue
      }
    }
    return true
  }

  /// The onset of a syllable in letters of the match key; the rest is its rime with its tone.
  static func onsetLength(_ word: Span<UInt32>) -> Int {
    var length = min(longestOnset, word.count - 1)
    while length > 0 {
      if let letters = packed(word.extracting(first: length)), onsetLetters.contains(letters) {
        return length
      }
      length -= 1
    }
    return 0
  }

  /// Up to eight ASCII letters in one word, the last in its lowest bits; nothing for other texts.
  static func packed(_ word: Span<UInt32>) -> UInt64? {
    guard word.count <= 8 else { return nil }
    var letters: UInt64 = 0
    for index in word.indices {
      guard word[index] < 0x80 else { return nil }
      letters = letters << 8 | UInt64(word[index])
    }
    return letters
  }

  /// The same of a text.
  static func packed(_ text: some StringProtocol) -> UInt64? {
    // Named, since the compiler stumbles over the span of a temporary.
    let scalars = text.unicodeScalars.map(\.value)
    return packed(scalars.span)
  }

  private struct Onset {
    var letters: String
    var vowels: String
  }

  private static let onsets: [Onset] = {
    let (any, front, other) = ("aeiou", "ei", "aou")
    let free = ["", "b", "ch", "d", "h", "kh", "l", "m", "n", "nh", "p", "ph", "r", "s", "t"]
    return (free + ["th", "tr", "v", "x", "qu"]).map { Onset(letters: $0, vowels: any) }
      + ["k", "gh", "ngh"].map { Onset(letters: $0, vowels: front) }
      + ["c", "ng", "gi"].map { Onset(letters: $0, vowels: other) }
      + [Onset(letters: "g", vowels: "aoui"), Onset(letters: "gi", vowels: "e")]
  }()

  private static let longestOnset = 3
  private static let onsetLetters = Set(
    onsets.filter { !$0.letters.isEmpty }.compactMap { packed($0.letters) })

  /// All syllables there are.
  private static let syllables: Set<UInt64> = {
    var syllables: Set<UInt64> = []
    syllables.reserveCapacity(4096)
    for onset in onsets {
      guard let letters = packed(onset.letters) else { continue }
      for rime in onset.letters == "qu" ? rimesOfQu : rimes {
        // Onsets have three letters at most, and rimes four.
        guard let vowel = rime.letters.first, onset.vowels.contains(vowel) else { continue }
        syllables.insert(letters << (8 * UInt64(rime.letters.utf8.count)) | rime.packed)
      }
    }
    return syllables
  }()

  private struct Rime {
    var letters: Substring
    var packed: UInt64
  }

  private static func rimes(_ list: String) -> [Rime] {
    list.split(separator: " ").compactMap { letters in
      packed(letters).map { Rime(letters: letters, packed: $0) }
    }
  }

  private static let rimes = rimes(
    """
    a ac ach ai am an ang anh ao ap at au e ec ech em en eng enh eo ep et eu i ia ich iec iem ien \
    ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oc oe oen \
    oeo oet oi om on ong ooc oong op ot u ua uan uang uat uai uc ue uech uenh ui uia uich uien uiet \
    uinh uit uiu um un ung uo uoc uoi uom uon uong uop uot uou up ut uu
    """)

  private static let rimesOfQu = rimes(
    "a ac ach ai an ang anh ao ap at au e ec ech en eng enh eo et i ich ien iet inh it o oc")
}
