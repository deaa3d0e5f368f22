/// Turns the cells of a sheet, one after another, into lines of CSV.
struct SheetCells {
  private let part: String
  private let strings: SharedTexts
  private let forms: [NumberForm]
  private let numbers: NumberSpelling
  private let limits: ArchiveLimits
  private var cellBudget: Int
  private var lines: RecordLines
  private var text: [UInt8] = []
  private(set) var valuelessFormulas: [CellAddress] = []

  init(
    part: String, strings: SharedTexts, forms: [NumberForm], numbers: NumberSpelling,
    limits: ArchiveLimits
  ) {
    self.part = part
    self.strings = strings
    self.forms = forms
    self.numbers = numbers
    self.limits = limits
    cellBudget = limits.cellCount
    lines = RecordLines(sizeLimit: limits.textSize)
  }

  mutating func finish() -> [UInt8] { lines.finish() }

  /// Takes a cell whose formula was saved without a value.
  mutating func takeValueless(row: Int, column: Int) throws(SpreadsheetError) {
    try charge()
    try move(row, column)
    valuelessFormulas.append(CellAddress(row: row, column: column))
  }

  /// Takes a cell with its value as it is stored.
  ///
  /// Most cells are shared texts or plain whole numbers, which are copied as bytes.
  @unsafe
  mutating func take(
    row: Int, column: Int, style: Int, type: CellType, value: UnsafeRawBufferPointer
  ) throws(SpreadsheetError) {
    if unsafe value.isEmpty { return }
    try charge()
    switch type {
    case .shared: try unsafe takeShared(value, row: row, column: column)
    case .number:
      try move(row, column)
      let form = forms.indices.contains(style) ? forms[style] : .plain
      if unsafe form == .plain && isPlainWhole(value) {
        unsafe lines.append(plain: value)
      } else {
        append(numbers.text(of: unsafe String(decoding: value, as: UTF8.self), as: form))
      }
    case .formulaText, .inlineText:
      try move(row, column)
      if unsafe value.contains(UInt8(ascii: "_")) {
        append(SheetText.unescaped(unsafe String(decoding: value, as: UTF8.self)))
      } else {
        unsafe lines.append(value)
      }
    case .boolean:
      try move(row, column)
      let isTrue = unsafe value[0] == UInt8(ascii: "1") || value[0] == UInt8(ascii: "t")
      append(isTrue ? "TRUE" : "FALSE")
    case .error:
      try move(row, column)
      unsafe lines.append(value)
    case .date:
      try move(row, column)
      append(Self.day(unsafe String(decoding: value, as: UTF8.self)))
    }
  }

  @unsafe
  private mutating func takeShared(
    _ value: UnsafeRawBufferPointer, row: Int, column: Int
  ) throws(SpreadsheetError) {
    var index = 0
    for place in 0..<value.count {
      let byte = unsafe value[place]
      guard (0x30...0x39).contains(byte), index < 1 << 40 else {
        index = -1
        break
      }
      index = index * 10 + Int(byte - 0x30)
    }
    let isKnown = try unsafe strings.withText(index) { (text) throws(SpreadsheetError) in
      if unsafe text.isEmpty { return }
      try move(row, column)
      unsafe lines.append(plain: text)
    }
    if !isKnown {
      let name = unsafe String(decoding: value, as: UTF8.self)
      throw .unreadable(part: part, .invalid(shortening: "string \(name)"))
    }
  }

  private mutating func append(_ string: String) {
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: string.utf8)
    unsafe text.withUnsafeBytes { unsafe lines.append($0) }
  }

  private mutating func charge() throws(SpreadsheetError) {
    cellBudget -= 1
    if cellBudget < 0 { throw .unreadable(part: part, .tooManyCells(limits.cellCount)) }
  }

  private mutating func move(_ row: Int, _ column: Int) throws(SpreadsheetError) {
    guard lines.move(toRow: row, column: column) else {
      throw .unreadable(part: part, .tooMuchText(limits.textSize))
    }
  }

  /// Whether a number is written as it is read: digits, not too many, none of them a leading zero.
  @unsafe
  private func isPlainWhole(_ value: UnsafeRawBufferPointer) -> Bool {
    unsafe value.count <= 15 && (value.count == 1 || value[0] != UInt8(ascii: "0"))
      && value.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The day of a date as ISO 8601 writes it, with its time unless that is midnight.
  private static func day(_ text: String) -> String {
    guard let mark = text.firstIndex(of: "T") else { return text }
    let time = text[text.index(after: mark)...]
    let isMidnight = time.utf8.allSatisfy { !(0x31...0x39).contains($0) }
    return isMidnight ? String(text[..<mark]) : text[..<mark] + " " + time
  }
}
