/// The findings of one path, in the order of `findings.csv`, as bytes.
///
/// Millions of findings as values would take some 700 bytes each, nearly all of it texts of their
/// own; here they take their texts and 40 bytes, and are made into values when somebody looks.
package struct FindingPage: Sendable {
  /// Where the texts of a finding stand in `bytes`, one after the other, and what of it is no text.
  package struct Entry: Sendable {
    package var rule: RuleID
    package var severity: Severity
    fileprivate var isInSheet: Bool
    fileprivate var position: UInt16
    /// 0 for none.
    fileprivate var line: UInt32
    fileprivate var record: UInt32
    fileprivate var start: Int
    fileprivate var lengths: Lengths
  }

  /// In bytes.
  fileprivate struct Lengths: Sendable {
    var column: UInt32
    var value: UInt32
    var message: UInt32
    var see: UInt32
  }

  /// The texts of a finding, in UTF-8; valid as long as the page is.
  package struct Texts {
    package var column: UnsafeBufferPointer<UInt8>
    package var value: UnsafeBufferPointer<UInt8>
    package var message: UnsafeBufferPointer<UInt8>
    package var see: UnsafeBufferPointer<UInt8>
  }

  package let path: String
  /// The sheet in which its findings are, if it is a workbook.
  private var sheet: String?
  package private(set) var entries: [Entry] = []
  private var bytes: [UInt8] = []

  package init(path: String) { self.path = path }

  package var count: Int { entries.count }

  /// Adds findings of this path; they are in order only after `sort`.
  package mutating func append(_ findings: [Finding]) {
    // Exactly as much as is needed: a run keeps thousands of pages.
    entries.reserveCapacity(entries.count + findings.count)
    bytes.reserveCapacity(
      findings.reduce(bytes.count) { size, finding in
        size + finding.place.column.utf8.count + finding.value.utf8.count
          + finding.message.utf8.count + finding.see.utf8.count
      })
    for finding in findings { append(finding) }
  }

  private mutating func append(_ finding: Finding) {
    let place = finding.place
    if place.sheet != nil { sheet = place.sheet }
    let start = bytes.count
    let lengths = Lengths(
      column: add(place.column), value: add(finding.value), message: add(finding.message),
      see: add(finding.see))
    entries.append(
      Entry(
        rule: finding.rule, severity: finding.severity, isInSheet: place.sheet != nil,
        position: UInt16(clamping: place.position), line: UInt32(clamping: place.line ?? 0),
        record: UInt32(clamping: place.record ?? 0), start: start, lengths: lengths))
  }

  private mutating func add(_ text: String) -> UInt32 {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return UInt32(clamping: bytes.count - start)
  }

  /// Adds what another page has of this path.
  package mutating func append(_ other: FindingPage) {
    let base = bytes.count
    if sheet == nil { sheet = other.sheet }
    bytes += other.bytes
    entries += other.entries.lazy.map { entry in
      var entry = entry
      entry.start += base
      return entry
    }
  }

  /// Puts the findings in the order of `findings.csv`: line, record, rule, column, value, message.
  package mutating func sort() {
    if entries.count < 2 { return }
    bytes.withUnsafeBufferPointer { bytes in
      entries.sort { FindingPage.precedes($0, $1, in: bytes) }
    }
  }

  private static func precedes(
    _ left: Entry, _ right: Entry, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if left.line != right.line { return left.line < right.line }
    if left.record != right.record { return left.record < right.record }
    if left.rule != right.rule { return bytesPrecede(left.rule.rawValue, right.rule.rawValue) }
    let (first, second) = (texts(of: left, in: bytes), texts(of: right, in: bytes))
    for (a, b) in [
      (first.column, second.column), (first.value, second.value), (first.message, second.message),
    ] where !a.elementsEqual(b) {
      return a.lexicographicallyPrecedes(b)
    }
    return false
  }

  private static func texts(of entry: Entry, in bytes: UnsafeBufferPointer<UInt8>) -> Texts {
    var start = entry.start
    func next(_ length: UInt32) -> UnsafeBufferPointer<UInt8> {
      defer { start += Int(length) }
      return UnsafeBufferPointer(rebasing: bytes[start..<start + Int(length)])
    }
    return Texts(
      column: next(entry.lengths.column), value: next(entry.lengths.value),
      message: next(entry.lengths.message), see: next(entry.lengths.see))
  }

  /// Hands each finding to `body` as bytes; `tableMessage` is as `Finding` has it.
  package func withEach<Failure: Error>(
    _ body: (_ entry: Entry, _ texts: Texts) throws(Failure) -> Void
  ) throws(Failure) {
    try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
      for entry in entries { try body(entry, FindingPage.texts(of: entry, in: bytes)) }
    }
  }

  /// One finding as a value.
  package subscript(index: Int) -> Finding {
    let entry = entries[index]
    return bytes.withUnsafeBufferPointer { bytes in
      let texts = FindingPage.texts(of: entry, in: bytes)
      func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
      }
      return Finding(
        severity: entry.severity, rule: entry.rule,
        place: Place(
          path: path, sheet: entry.isInSheet ? sheet : nil, line: entry.lineNumber,
          record: entry.recordNumber, column: text(texts.column), position: Int(entry.position)),
        value: text(texts.value), message: text(texts.message), see: text(texts.see))
    }
  }
}

extension FindingPage.Entry {
  package var lineNumber: Int? { line == 0 ? nil : Int(line) }
  package var recordNumber: Int? { record == 0 ? nil : Int(record) }
  /// Whether its message names a cell where a table shows it.
  package var namesCell: Bool { isInSheet && line != 0 }
}
