import Audit
import Domain
import FuzzSupport
import Vietnamese

/// Any text is a number, a year, a quarter, a period, a place, a figure, a name; or it is not.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWords(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let raw = Array(UnsafeBufferPointer(start: bytes, count: count))
  let text = text(raw)
  checkNumbers(text)
  checkNumber(raw.prefix(8).reduce(0) { $0 << 8 | Int($1) })
  checkPeriods(text)
  checkKeys(text)
  checkShown(text)
  checkOddities(text)
  checkOrder(text)
  // The end of the text says where the slips are.
  checkNearNames(text, mistypedBy: raw.suffix(6))
  _ = CellReference(text)
  _ = FigureMeaning(text, registers: registers)
  _ = nearestFigures(to: text, among: ["registered", "registered.field=KT.year=2023"])
  return 0
}

private let registers = Registers(
  wards: [Ward(code: "01", name: "An Lưu", kindText: "Phường", kind: .urbanWard)],
  fields: [Field(code: "KT", vietnameseName: "Kinh tế", englishName: "", aliases: [])],
  organizations: [])

private func checkPeriods(_ text: String) {
  if let period = Period(text) {
    require(period.description == text, "a period is written in one way")
    require(period.days.lowerBound < period.days.upperBound, "a period has days")
  }
  if let written = WrittenYear(text) {
    require((0...9999).contains(written.year), "a year has four digits")
    require((1...4).contains(written.quarter ?? 1), "a quarter is one of four")
    let period = Period(year: written.year, quarter: written.quarter).description
    require(WrittenYear(period) == written, "a year can be written as a period")
  }
  if let quarter = writtenQuarter(text) {
    require((1...4).contains(quarter), "a quarter is one of four")
  }
}

private func checkKeys(_ text: String) {
  let key = MatchKey.of(text)
  require(key.unicodeScalars.elementsEqual(obviousMatchKey(text).unicodeScalars), "keys agree")
  let composed = text.composed
  require(MatchKey.of(composed) == key, "a text in NFC has the key of the text")
  require(
    composed.composed.unicodeScalars.elementsEqual(composed.unicodeScalars), "NFC stays as it is")
  let folded = foldedName(text)
  require(foldedName(folded) == folded, "a folded name stays as it is")
  require(
    folded.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }, "a folded name is made of a–z, 0–9 and -")
}

private func checkShown(_ text: String) {
  let shown = displayed(text)
  require(displayed(shown) == shown, "what is shown can be shown")
  require(
    shown.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) },
    "no control character is shown")
  let cell = displayedInCell(text)
  require(displayed(cell) == shown, "a cell keeps tabs and line ends, and nothing else")
  require(textWidth(shown) >= 0, "a text has a width")
  let trimmed = text.trimmed
  var bytes = text
  let sliced = bytes.withUTF8 { Array(trimmedBytes($0)) }
  require(sliced == Array(trimmed.utf8), "bytes are trimmed as texts are")
}

/// The quick look at bytes misses nothing that the rules on cells find.
private func checkOddities(_ text: String) {
  let cell = text.trimmed.composed
  let scalars = MisleadingScalar.all(in: cell)
  require(Set(scalars).count == scalars.count, "a misleading scalar is told once")
  if scalars.isEmpty, CellDamage(cell) == nil { return }
  var bytes = text
  require(bytes.withUTF8 { holdsOddBytes($0) }, "no misleading or damaged text is overlooked")
}

private func checkOrder(_ text: String) {
  let scalars = Array(text.unicodeScalars)
  let half = scalars.count / 2
  var (left, right) = ("", "")
  left.unicodeScalars.append(contentsOf: scalars[..<half])
  right.unicodeScalars.append(contentsOf: scalars[half...])
  let (first, second) = (CollationKey(left), CollationKey(right))
  require(!(first < first), "nothing comes before itself")
  let isSame = left.utf8.elementsEqual(right.utf8)
  require((first < second) != (second < first) || isSame, "of two texts one comes first")
  if scalars.count <= 64 {
    require(editDistance(left, right) == editDistance(right, left), "a distance has two ends")
    let isNear = editDistance(left, right) <= 1
    require(MatchKey.isWithinOneEdit(left, right) == isNear, "one edit is a distance of one")
  }
}
