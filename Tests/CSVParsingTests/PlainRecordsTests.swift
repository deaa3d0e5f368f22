import CSVParsing
import TestSupport
import Testing

/// What `PlainRecords` takes is what the scanner reads, with the kernel and without it.
struct PlainRecordsTests {
  /// Whether the kernel finds the marks, where there is one.
  static let ways = Marks.hasKernel ? [false, true] : [false]

  static let beginnings = alphabet.flatMap { first in alphabet.map { [first, $0] } }
  private static let alphabet = Array("a,\"\n\r".utf8)

  @Test(arguments: beginnings)
  func `of every text of up to six characters only what the scanner reads is taken`(
    _ beginning: [UInt8]
  ) {
    for length in 0...4 {
      forEachText(of: PlainRecordsTests.alphabet, length: length, behind: beginning) { text in
        for width in 1...2 {
          for usesKernel in PlainRecordsTests.ways where usesKernel || length < 4 {
            _ = Walk(text, width: width, usesKernel: usesKernel)
          }
        }
      }
    }
  }

  @Test(arguments: Array(",;\t|".utf8))
  func `of random texts only what the scanner reads is taken, and it is most of them`(
    _ delimiter: UInt8
  ) {
    var texts = RandomTexts(seed: UInt64(delimiter), cellsPerFault: 60)
    var dice = Dice(seed: 1 + UInt64(delimiter))
    for usesKernel in PlainRecordsTests.ways {
      var takenCount = 0
      var recordCount = 0
      for _ in 0..<60 {
        let width = 1 + dice.roll(4)
        let text = texts.text(records: 30, width: width, delimiter: delimiter)
        let walk = text.withUnsafeBufferPointer {
          Walk($0, delimiter: delimiter, width: width, usesKernel: usesKernel)
        }
        takenCount += walk.takenCount
        recordCount += walk.recordCount
      }
      #expect(takenCount * 3 >= recordCount)
    }
  }

  @Test(arguments: ways)
  func `where all quotes are in place every record of that many cells is taken`(_ usesKernel: Bool)
  {
    let delimiter = UInt8(ascii: ",")
    for (seed, recordCount) in [(1, 5), (2, 50), (3, usesKernel ? 2_000 : 900)] {
      var texts = RandomTexts(seed: UInt64(seed), cellsPerFault: nil, recordsPerRagged: 150)
      for width in 1...4 {
        let text = texts.text(records: recordCount, width: width, delimiter: delimiter)
        let expected = scannedRecords(text, delimiter: delimiter).count { $0.cells.count == width }
        let walk = text.withUnsafeBufferPointer { Walk($0, width: width, usesKernel: usesKernel) }
        #expect(walk.takenCount == expected)
      }
    }
  }

  @Test(arguments: ways)
  func `taken up anywhere, forwards and backwards, it reads what the scanner reads from there`(
    _ usesKernel: Bool
  ) {
    let delimiter = UInt8(ascii: ";")
    var dice = Dice(seed: 11)
    for (seed, cellsPerFault) in [(1, nil), (2, 40), (3, 12)] as [(UInt64, Int?)] {
      var texts = RandomTexts(seed: seed, cellsPerFault: cellsPerFault)
      for _ in 0..<20 {
        let text = texts.text(records: 40, width: 3, delimiter: delimiter)
        text.withUnsafeBufferPointer { text in
          let states = PlainRecordsTests.states(text, delimiter)
          var records = PlainRecords(
            text, delimiter: delimiter, width: 3, usesKernel: usesKernel)
          for _ in 0..<30 {
            let (start, limit) = (dice.pick(states), dice.roll(6))
            let taken = expectAlike(&records, text, delimiter, from: start, limit: limit)
            if cellsPerFault != nil { continue }
            // Where nothing is out of place, one that has read nothing before takes as many.
            var fresh = PlainRecords(
              text, delimiter: delimiter, width: 3, usesKernel: usesKernel)
            let takenAnew = expectAlike(&fresh, text, delimiter, from: start, limit: limit)
            #expect(takenAnew == taken)
          }
        }
      }
    }
  }

  /// Where the records of a text start, and where it ends.
  private static func states(
    _ text: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8
  ) -> [RecordScanner.State] {
    var scanner = RecordScanner(text, delimiter: delimiter)
    var raw = RawRecord()
    var states = [scanner.state]
    while scanner.next(into: &raw) { states.append(scanner.state) }
    return states
  }

  /// A first record of so many bytes, its line end, and whether it and all of its bytes are within
  /// a window.
  struct Case: CustomTestStringConvertible {
    var size: Int
    var lineEnd: String
    var isTaken: Bool

    var testDescription: String { "\(size) bytes and \(Array(lineEnd.utf8))" }
  }

  static let cases = [
    Case(size: 16_382, lineEnd: "\n", isTaken: true),
    Case(size: 16_383, lineEnd: "\n", isTaken: true),
    Case(size: 16_384, lineEnd: "\n", isTaken: false),
    Case(size: 16_382, lineEnd: "\r", isTaken: true),
    Case(size: 16_383, lineEnd: "\r", isTaken: false),
    Case(size: 16_381, lineEnd: "\r\n", isTaken: true),
    Case(size: 16_382, lineEnd: "\r\n", isTaken: true),
    Case(size: 16_383, lineEnd: "\r\n", isTaken: false),
    Case(size: 16_384, lineEnd: "\r\n", isTaken: false),
    Case(size: 40_000, lineEnd: "\n", isTaken: false),
  ]

  @Test(arguments: cases)
  func `a record is taken that is within a window, a longer one is left to the scanner`(
    _ example: Case
  ) {
    var long = Array("\"a\n\",".utf8)
    long += [UInt8](repeating: UInt8(ascii: "x"), count: example.size - long.count)
    let tail = Array("\(example.lineEnd)b,c\n".utf8)
    for usesKernel in PlainRecordsTests.ways {
      for head in ["", "d,e\nf\n"] {
        let headCount = head.isEmpty ? 0 : 1
        let walk = (Array(head.utf8) + long + tail).withUnsafeBufferPointer {
          Walk($0, width: 2, usesKernel: usesKernel)
        }
        #expect(walk.takenCount == headCount + (example.isTaken ? 2 : 1))
      }
    }
  }

  @Test(arguments: ways)
  func `line ends and characters may stand across the end of a window`(_ usesKernel: Bool) {
    let filling = String(repeating: "a", count: 4_000) + ",b\n"
    let head = String(repeating: filling, count: 4)
    let tail = ",ổ\r\n\"e\r\nf\",\"g\"\"\"\r\n1,2\n"
    for size in (Marks.windowSize - tail.utf8.count)...Marks.windowSize {
      let text = head + String(repeating: "x", count: size - head.utf8.count) + tail
      let walk = Array(text.utf8).withUnsafeBufferPointer {
        Walk($0, width: 2, usesKernel: usesKernel)
      }
      #expect(walk.takenCount == 7)
      #expect(walk.recordCount == 7)
    }
  }

  @Test func `a last record without a line end is left to the scanner`() {
    for text in ["a,b\nc,d", "a,b\nc,\"d\"", "a,b\nc,\"d", "a,b\nc,d\r", "a,b\n,"] {
      let walk = Array(text.utf8).withUnsafeBufferPointer {
        Walk($0, width: 2, usesKernel: false)
      }
      #expect(walk.takenCount == 1)
      #expect(walk.recordCount == 2)
    }
  }

  @Test(arguments: ways)
  func `a record that is taken back is the next of the scanner, and nothing behind it is lost`(
    _ usesKernel: Bool
  ) {
    let text = Array("a,b\n\"c\nd\",e\r\nf,g\nh,i\n".utf8)
    text.withUnsafeBufferPointer { text in
      var records = PlainRecords(
        text, delimiter: UInt8(ascii: ","), width: 2, usesKernel: usesKernel)
      var record = PlainRecords.Record()
      var raw = RawRecord()
      records.resume(at: RecordScanner.State())
      let isFirstRead = records.read(&record)
      let isSecondRead = records.read(&record)
      #expect(isFirstRead && isSecondRead)
      #expect(record.start == 4 && record.line == 2)
      records.refuse(record)
      let state = records.state
      #expect(state.position == 4 && state.line == 2)
      var scanner = RecordScanner(text, delimiter: UInt8(ascii: ","), resuming: state)
      let isScanned = scanner.next(into: &raw)
      #expect(isScanned && raw.start == 4 && raw.line == 2)
      records.resume(at: scanner.state)
      let isThirdRead = records.read(&record)
      #expect(isThirdRead)
      #expect(record.start == 13 && record.line == 4)
    }
  }
}

/// One way over a text, as a reader takes it: plain records as long as there are some, then one
/// through the scanner, and so on; what differs from the scanner is an issue.
private struct Walk {
  private(set) var recordCount = 0
  private(set) var takenCount = 0

  init(
    _ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8 = UInt8(ascii: ","), width: Int,
    usesKernel: Bool
  ) {
    var records = PlainRecords(text, delimiter: delimiter, width: width, usesKernel: usesKernel)
    var raw = RawRecord()
    var state = RecordScanner.State()
    var isThere = true
    while isThere {
      let taken = expectAlike(&records, text, delimiter, from: state, limit: .max)
      takenCount += taken
      recordCount += taken
      var scanner = RecordScanner(text, delimiter: delimiter, resuming: records.state)
      isThere = scanner.next(into: &raw)
      if isThere { recordCount += 1 }
      state = scanner.state
    }
  }
}

/// Takes up to `limit` records from `state` on, and holds each against the scanner; how many they are.
private func expectAlike(
  _ records: inout PlainRecords, _ text: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8,
  from state: RecordScanner.State, limit: Int
) -> Int {
  var scanner = RecordScanner(text, delimiter: delimiter, resuming: state)
  var raw = RawRecord()
  var record = PlainRecords.Record()
  var count = 0
  records.resume(at: state)
  while count < limit, records.read(&record) {
    count += 1
    let isThere = scanner.next(into: &raw)
    let cells = raw.withCells(of: text) { cells in (0..<cells.count).map { Array(cells[$0]) } }
    var found: [[UInt8]] = []
    for index in 0..<record.cellCount {
      found.append(cell(index, of: record, in: records))
    }
    let holdsQuote = cells.contains { $0.contains(0x22) }
    let isAlike =
      isThere && found == cells && raw.cellCount == cells.count && record.start == raw.start
      && record.end == raw.end && record.line == raw.line && !raw.hasStrayQuote
      && raw.unclosedQuoteLine == nil && record.hasDoubledQuote == holdsQuote
    if isAlike { continue }
    Issue.record(
      """
      \(String(decoding: text.prefix(2_000), as: UTF8.self).debugDescription): line \(record.line), \
      bytes \(record.start) to \(record.end), \(found.map { String(decoding: $0, as: UTF8.self) }), \
      not line \(raw.line), bytes \(raw.start) to \(raw.end), \
      \(cells.map { String(decoding: $0, as: UTF8.self) })
      """)
    return count
  }
  let place = (records.state.position, records.state.line)
  if place != (scanner.state.position, scanner.state.line) {
    Issue.record(
      """
      \(String(decoding: text.prefix(2_000), as: UTF8.self).debugDescription): behind \
      \(count) records it stands at \(place), not at \
      \((scanner.state.position, scanner.state.line))
      """)
  }
  return count
}

/// A cell of the last record without its quotes, and with one quote for each two in it.
private func cell(
  _ index: Int, of record: PlainRecords.Record, in records: borrowing PlainRecords
) -> [UInt8] {
  let start = index == 0 ? record.start : records.ends[index - 1] + 1
  let written = records.text[start..<records.ends[index]]
  guard written.first == 0x22 else { return Array(written) }
  var bytes: [UInt8] = []
  var isSecond = false
  for byte in written.dropFirst().dropLast() {
    isSecond = byte == 0x22 && !isSecond
    if !isSecond { bytes.append(byte) }
  }
  return bytes
}
