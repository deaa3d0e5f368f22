import Glibc

/// The elements of a sheet, and of the shared texts, that a reader of records must know.
enum SheetElement {
  case sheetData, row, cell, value, formula, inlineText, text, run, phonetic
  case sharedTexts, sharedText, mergedRange
  case other

  /// The element of that local name.
  ///
  /// Told by its first letter, so that the most frequent names cost one comparison.
  @unsafe
  init(_ name: UnsafePointer<CChar>) {
    func isRest(_ rest: StaticString) -> Bool {
      unsafe strcmp(name + 1, UnsafeRawPointer(rest.utf8Start).assumingMemoryBound(to: CChar.self))
        == 0
    }
    self =
      switch unsafe UInt8(bitPattern: name[0]) {
      case UInt8(ascii: "c"): isRest("") ? .cell : .other
      case UInt8(ascii: "v"): isRest("") ? .value : .other
      case UInt8(ascii: "t"): isRest("") ? .text : .other
      case UInt8(ascii: "f"): isRest("") ? .formula : .other
      case UInt8(ascii: "i"): isRest("s") ? .inlineText : .other
      case UInt8(ascii: "r"):
        isRest("ow") ? .row : isRest("") ? .run : isRest("Ph") ? .phonetic : .other
      case UInt8(ascii: "s"):
        isRest("i")
          ? .sharedText : isRest("heetData") ? .sheetData : isRest("st") ? .sharedTexts : .other
      case UInt8(ascii: "m"): isRest("ergeCell") ? .mergedRange : .other
      default: .other
      }
  }
}
