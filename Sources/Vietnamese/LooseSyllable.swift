/// The syllables that Vietnamese spelling allows, without diacritics and with `y` as `i`: the words
/// of loose keys.
///
/// A name is written syllable by syllable; a slip of typing mostly leaves none (`thoongs`, `trườg`),
/// while another word is one (`rau`, `cau`). The spelling is that of school: `k`, `gh`, `ngh` before
/// `e` and `i`, `c`, `g`, `ng` before the other vowels, `qu` with rimes of its own.
enum LooseSyllable {
  /// Whether `word`, a word of a loose key, is one.
  static func isSpelt(_ word: ArraySlice<UInt32>) -> Bool {
    guard let text = ascii(word) else { return false }
    return onsets.contains { onset in
      guard text.hasPrefix(onset.letters) else { return false }
      let rime = text.dropFirst(onset.letters.utf8.count)
      guard let vowel = rime.first, onset.vowels.contains(vowel) else { return false }
      return (onset.letters == "qu" ? rimesOfQu : rimes).contains(rime)
    }
  }

  /// Whether a word holds no vowel at all, as `pccc` and `htx` do.
  static func isVowelless(_ word: ArraySlice<UInt32>) -> Bool {
    !word.contains { scalar in "aeiou".unicodeScalars.contains { $0.value == scalar } }
  }

  /// The onset of a syllable in letters of the match key; the rest is its rime with its tone.
  static func onsetLength(_ word: ArraySlice<UInt32>) -> Int {
    onsets.map(\.letters).filter { onset in
      word.count > onset.utf8.count
        && onset.unicodeScalars.elementsEqual(
          word.prefix(onset.utf8.count).lazy.compactMap(Unicode.Scalar.init))
    }.map(\.utf8.count).max() ?? 0
  }

  private static func ascii(_ word: ArraySlice<UInt32>) -> Substring? {
    var text = ""
    for scalar in word {
      guard scalar < 0x80, let scalar = Unicode.Scalar(scalar) else { return nil }
      text.unicodeScalars.append(scalar)
    }
    return text[...]
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

  private static let rimes = Set(
    """
    a ac ach ai am an ang anh ao ap at au e ec ech em en eng enh eo ep et eu i ia ich iec iem ien \
    ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oc oe oen \
    oeo oet oi om on ong ooc oong op ot u ua uan uang uat uai uc ue uech uenh ui uia uich uien uiet \
    uinh uit uiu um un ung uo uoc uoi uom uon uong uop uot uou up ut uu
    """.split(separator: " "))

  private static let rimesOfQu = Set(
    "a ac ach ai an ang anh ao ap at au e ec ech en eng enh eo et i ich ien iet inh it o oc"
      .split(separator: " "))
}
