import FuzzSupport

@testable import Spreadsheet

/// Any bytes as the rows of a sheet, or as its shared texts: the fast way through plain items and
/// expat read the same, or both refuse.
///
/// A first item that declares a namespace keeps the fast way shut.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSheet(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzedBytes(bytes, count)
  let choice = input.choice(of: 6)
  // Byte for byte takes quadratic time, which nobody takes: zip files are read in large pieces.
  let isStretched = input.content.count >= FuzzedBytes.stretchedSize
  let pieceSize = isStretched ? 1 << 14 : [97, 1, 1 << 20][choice % 3]
  let read = choice < 3 ? sheet : texts
  let fast = read("", input.content, pieceSize)
  let exact = read(" xmlns:q=\"q\"", input.content, pieceSize)
  switch (fast, exact) {
  case (.success(let fast), .success(let exact)): require(fast == exact, "both ways read the same")
  case (.failure, .failure): break
  default: require(false, "both ways refuse the same")
  }
  return 0
}

private typealias Outcome = Result<SheetText, SpreadsheetError>

/// What was read.
private struct SheetText: Equatable {
  var bytes: [UInt8]
  var merges: [String] = []
  var valueless: [CellAddress] = []
}

private let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
private let office = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"

private func sheet(_ declaration: String, _ content: [UInt8], pieceSize: Int) -> Outcome {
  let listener = SheetRecordsListener(
    part: "s",
    cells: SheetCells(
      part: "s", strings: strings, forms: [.plain, .day],
      numbers: NumberSpelling(countsFrom1904: false), limits: limits), rowLimit: .max)
  let head =
    "<worksheet xmlns=\"\(main)\" xmlns:x14ac=\"\(office)\"><sheetData>"
    + "<row r=\"1\" x14ac:dyDescent=\"1\"\(declaration)><c r=\"A1\"><v>1</v></c></row>"
  let bytes = Array(head.utf8) + content + Array("</sheetData></worksheet>".utf8)
  return scan(bytes, pieceSize, listener) {
    let records = listener.finish()
    return SheetText(
      bytes: records.bytes, merges: records.merges.map { "\($0)" },
      valueless: records.valuelessFormulas)
  }
}

private func texts(_ declaration: String, _ content: [UInt8], pieceSize: Int) -> Outcome {
  let listener = SharedTextsListener(sizeLimit: limits.textSize)
  let head = "<sst xmlns=\"\(main)\"><si\(declaration)><t>a</t></si>"
  let bytes = Array(head.utf8) + content + Array("</sst>".utf8)
  return scan(bytes, pieceSize, listener) { SheetText(bytes: allTexts(listener.texts)) }
}

private func scan(
  _ bytes: [UInt8], _ pieceSize: Int, _ listener: any ElementListener, _ finish: () -> SheetText
) -> Outcome {
  do throws(SpreadsheetError) {
    let scanner = try ElementScanner(part: "s", listener: listener)
    for start in stride(from: 0, to: bytes.count, by: pieceSize) {
      let end = min(start + pieceSize, bytes.count)
      try bytes[start..<end].withUnsafeBytes { piece in
        Result { () throws(SpreadsheetError) in
          try scanner.parse(piece, isLast: end == bytes.count)
        }
      }.get()
    }
  } catch {
    return .failure(error)
  }
  return .success(finish())
}

/// The shared texts, each on a line of its own.
private func allTexts(_ texts: SharedTexts) -> [UInt8] {
  var bytes: [UInt8] = []
  var index = 0
  do throws(SpreadsheetError) {
    while try texts.withText(index, { bytes.append(contentsOf: $0) }) {
      bytes.append(0x0A)
      index += 1
    }
  } catch {
    require(false, "a shared text is there or not")
  }
  return bytes
}

/// Small enough that what takes up to the limits is still quick.
private let limits: ArchiveLimits = {
  var limits = ArchiveLimits.ofSubmission
  limits.cellCount = 10_000
  limits.textSize = 1 << 20
  return limits
}()

private let strings: SharedTexts = {
  var strings = SharedTexts()
  for text in ["An Lưu", "", "a,b"] {
    Array(text.utf8).withUnsafeBytes { strings.append($0) }
  }
  return strings
}()
