/// The shared texts of a workbook, one after another in one buffer, as CSV writes them.
///
/// A workbook of a million rows has millions of them: neither a `String` nor an array each.
struct SharedTexts {
  private var bytes: [UInt8] = []
  /// Where each ends.
  private var ends: [Int] = []

  /// Bytes that they take.
  var size: Int { bytes.count + ends.count * MemoryLayout<Int>.size }

  @unsafe
  mutating func append(_ text: UnsafeRawBufferPointer) {
    unsafe CSVCell.append(text, to: &bytes)
    ends.append(bytes.count)
  }

  /// Hands the text of that number to `body`; false if there is none.
  func withText(
    _ index: Int, _ body: (UnsafeRawBufferPointer) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) -> Bool {
    guard ends.indices.contains(index) else { return false }
    let range = (index == 0 ? 0 : ends[index - 1])..<ends[index]
    let result = unsafe bytes.withUnsafeBytes { bytes -> Result<Void, SpreadsheetError> in
      do throws(SpreadsheetError) {
        return .success(try unsafe body(UnsafeRawBufferPointer(rebasing: bytes[range])))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    return true
  }
}

/// `sharedStrings.xml`, for a reader of records.
final class SharedTextsListener: ElementListener {
  private(set) var texts = SharedTexts()
  private let sizeLimit: Int
  private var text: [UInt8] = []
  private var isInPhonetic = false

  init(sizeLimit: Int) { self.sizeLimit = sizeLimit }

  var list: SheetElement { .sharedTexts }
  var item: SheetElement { .sharedText }
  var itemDepth: Int { 2 }
  var itemEnd: StaticString { "</si>" }

  func start(
    _ element: SheetElement, at depth: Int, _ attributes: XMLAttributes
  ) throws(SpreadsheetError) -> Bool {
    switch element {
    case .sharedText where depth == itemDepth: text.removeAll(keepingCapacity: true)
    case .phonetic: isInPhonetic = true
    case .text: return depth > itemDepth && !isInPhonetic
    default: break
    }
    return false
  }

  func end(
    _ element: SheetElement, at depth: Int, text piece: [UInt8]
  ) throws(SpreadsheetError) {
    switch element {
    case .text where depth > itemDepth && !isInPhonetic:
      SheetText.appendUnescaped(piece, to: &text)
    case .phonetic: isInPhonetic = false
    case .sharedText where depth == itemDepth:
      unsafe text.withUnsafeBytes { unsafe texts.append($0) }
      try checkSize()
    default: break
    }
  }

  func takePlainItems(_ bytes: UnsafeRawBufferPointer) throws(SpreadsheetError) -> Int {
    var cursor = unsafe PlainCursor(bytes)
    var taken = 0
    while unsafe cursor.skip("<si><t"),
      unsafe cursor.skip(">") || cursor.skip(PlainCursor.preserve),
      let range = unsafe cursor.text(), unsafe cursor.skip("</t></si>")
    {
      let piece = unsafe UnsafeRawBufferPointer(rebasing: bytes[range])
      if unsafe piece.contains(UInt8(ascii: "_")) {
        text.removeAll(keepingCapacity: true)
        SheetText.appendUnescaped(unsafe Array(piece), to: &text)
        unsafe text.withUnsafeBytes { unsafe texts.append($0) }
      } else {
        unsafe texts.append(piece)
      }
      taken = unsafe cursor.position
    }
    try checkSize()
    return taken
  }

  private func checkSize() throws(SpreadsheetError) {
    guard texts.size <= sizeLimit else {
      throw .unreadable(part: "xl/sharedStrings.xml", .tooMuchText(sizeLimit))
    }
  }
}
