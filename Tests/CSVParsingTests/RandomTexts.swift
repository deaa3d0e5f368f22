import TestSupport

/// Texts of records made by chance, alike in every run.
struct RandomTexts {
  private var dice: Dice
  /// One cell in so many has a quote out of place; nothing where all stand where they belong.
  private let cellsPerFault: Int?
  /// One record in so many has another number of cells than the others.
  private let recordsPerRagged: Int

  init(seed: UInt64, cellsPerFault: Int?, recordsPerRagged: Int = 20) {
    dice = Dice(seed: seed)
    self.cellsPerFault = cellsPerFault
    self.recordsPerRagged = recordsPerRagged
  }

  /// What bare cells are made of: letters, signs beside digits, and all that is odd or nearly so.
  static let pieces: [[UInt8]] =
    [
      "a", "ng", "Tổ", "đường", "hoa", "1", "23", "2023", " ", ".", "-", "+", "/", "1-2", "1/2/23",
      "Jun-5", "5-jul", "e+0", "1E-3", "#", "'", "?", "M?t", ",", ";", "\t", "|", "\0", "\u{1B}",
      "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "«", "é", "ñ", "Ð", "ð", "×", "ă", "ı", "ĩ", "Š", "ơ",
      "Ɖ", "Ư", "ǎ", "ɖ", "ˊ", "\u{300}", "\u{336}", "\u{34F}", "Ω", "Ж", "ա", "א", "ع", "क", "ᄀ",
      "\u{1680}", "ạ", "ổ", "ỹ", "ẗ", "\u{2003}", "\u{200B}", "\u{200F}", "–", "“", "”", "…",
      "\u{2028}", "\u{202E}", "\u{202F}", "\u{205F}", "\u{2060}", "₫", "\u{2800}", "\u{3000}",
      "\u{3164}", "中", "가", "\u{E000}", "ﬁ", "\u{FEFF}", "Ａ", "\u{FFFD}", "𝐀", "👍", "\u{10FFFF}",
    ].map { Array($0.utf8) }

  private static let innerPieces: [[UInt8]] = ["\"\"", "\"\"\"\"", "\n", "\r", "\r\n"].map {
    Array($0.utf8)
  }

  private static let faults: [[UInt8]] = [
    "\"", "a\"b", "\"a\"b", "\"a\nb", "\"\"a", "\"a\"\"", " \"a\"", "\"\"\"", "\"a\" ", "a\"\"",
    "\"\n\"b",
  ].map { Array($0.utf8) }

  private static let lineEnds: [[UInt8]] = ["\n", "\n", "\r\n", "\r"].map { Array($0.utf8) }

  /// A text of some records of `width` cells, the last one with a line feed behind it.
  mutating func text(records: Int, width: Int, delimiter: UInt8) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<records { appendRecord(width, delimiter, to: &text) }
    text.append(0x0A)
    return text
  }

  /// The first `size` bytes of such a text.
  mutating func text(size: Int, width: Int, delimiter: UInt8) -> [UInt8] {
    var text: [UInt8] = []
    while text.count < size { appendRecord(width, delimiter, to: &text) }
    return Array(text.prefix(size))
  }

  private mutating func appendRecord(_ width: Int, _ delimiter: UInt8, to text: inout [UInt8]) {
    let isRagged = dice.roll(recordsPerRagged - 1) == 0
    let count = isRagged ? max(1, width - 1 + 2 * dice.roll(1)) : width
    for index in 0..<count {
      if index > 0 { text.append(delimiter) }
      appendCell(delimiter, to: &text)
    }
    text += dice.pick(RandomTexts.lineEnds)
  }

  private mutating func appendCell(_ delimiter: UInt8, to text: inout [UInt8]) {
    if let cellsPerFault, dice.roll(cellsPerFault - 1) == 0 {
      text += dice.pick(RandomTexts.faults)
      return
    }
    switch dice.roll(7) {
    case 0: break
    case 1, 2:
      text.append(0x22)
      for _ in 0..<dice.roll(5) {
        text += dice.pick(dice.roll(3) == 0 ? RandomTexts.innerPieces : RandomTexts.pieces)
      }
      text.append(0x22)
    default:
      for _ in 0...dice.roll(3) {
        let piece = dice.pick(RandomTexts.pieces)
        if !piece.contains(delimiter) { text += piece }
      }
    }
  }
}
