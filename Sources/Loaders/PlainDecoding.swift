import CSVParsing
import Domain
import Encodings
import Vietnamese

/// The end of the fast path (see `Marks`): records that can be counted, and of which no rule has
/// anything to say.
extension RecordDecoder {
  /// Reads the next record, and makes its row; nothing when it is not plain, or has to be looked at:
  /// then nothing has moved.
  ///
  /// `numberPosition` is that of row numbers where they group rows.
  @inline(__always)
  mutating func nextPlainRow(
    _ record: inout PlainRecords.Record, in records: inout PlainRecords, number: Int,
    _ numberPosition: Int?, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> RecordRow? {
    guard records.read(&record) else { return nil }
    let isNumbered =
      numberPosition.map { PlainBytes.isRowNumber(PlainCells(record, of: records)[$0]) } ?? true
    if isNumbered, !record.mayBeOdd || !isOdd(record, in: records, bytes),
      let row = plainRow(record, in: records, number: number)
    {
      return row
    }
    records.refuse(record)
    return nil
  }

  /// Whether there is something odd where rules look for it.
  private func isOdd(
    _ record: borrowing PlainRecords.Record, in records: borrowing PlainRecords,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    func isOdd(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      holdsOddBytes(bytes) || TextDamage.isPossible(in: bytes)
    }
    guard isOdd(UnsafeBufferPointer(rebasing: bytes[record.start..<record.end])) else {
      return false
    }
    let cells = PlainCells(record, of: records)
    // The first filled cell may say “Tổng” in some odd way.
    let first = (0..<record.cellCount).first { !cells[$0].isEmpty } ?? 0
    return isOdd(cells[first]) || textPositions.contains { isOdd(cells[$0]) }
  }

  /// What is counted of a plain record; nothing when anything in it has to be looked at.
  ///
  /// A record that is taken here is data by its looks: four filled cells or more, of which the first
  /// says nothing of a total. What the records above it say of it is for the reader to know.
  mutating func plainRow(
    _ record: borrowing PlainRecords.Record, in records: borrowing PlainRecords, number: Int
  ) -> RecordRow? {
    let cells = PlainCells(record, of: records)
    guard isFilled(cells, count: record.cellCount) else { return nil }
    var ward = submitter.ward
    if plain.ward >= 0 {
      let cell = cells.trimmed(plain.ward)
      guard !cell.isEmpty, let named = self.ward(of: cell) else { return nil }
      if let own = ward, own != named { return nil }
      ward = named
    }
    guard let ward, plain.field >= 0, plain.year >= 0, plain.name >= 0 else { return nil }
    let fieldCell = cells.trimmed(plain.field)
    let yearCell = cells.trimmed(plain.year)
    guard !fieldCell.isEmpty, let field = field(of: fieldCell), !yearCell.isEmpty,
      let written = year(of: yearCell)
    else { return nil }
    var quarter = written.quarter
    if plain.quarter >= 0 {
      let cell = cells.trimmed(plain.quarter)
      if !cell.isEmpty {
        guard let named = self.quarter(of: cell), quarter ?? named == named else { return nil }
        quarter = named
      }
    }
    if quarter == nil, let period, period.year == written.year { quarter = period.quarter }
    var quantity = 1
    if plain.quantity >= 0 {
      let cell = cells.trimmed(plain.quantity)
      if !cell.isEmpty {
        guard let named = self.quantity(of: cell) else { return nil }
        quantity = named
      }
    }
    guard isReported(ward: ward, year: written.year, quarter: quarter) else { return nil }
    let name = cells.trimmed(plain.name)
    let hamlet = plain.hamlet >= 0 ? cells.trimmed(plain.hamlet) : nil
    let owner = plain.owner >= 0 ? cells.trimmed(plain.owner) : nil
    if record.hasDoubledQuote {
      for cell in [name, hamlet, owner] where cell?.contains(UInt8(ascii: "\"")) == true {
        return nil
      }
    }
    let key = identities.key(ward: ward, hamlet: hamlet, owner: owner, name: name)
    if identities.hasMetOddText { return nil }
    let isEnded = plain.status >= 0 && isEndedStatus(cells.trimmed(plain.status))
    return RecordRow(
      recordNumber: UInt32(truncatingIfNeeded: number),
      line: UInt32(truncatingIfNeeded: record.line), offset: UInt32(clamping: record.start),
      ward: UInt16(truncatingIfNeeded: ward), field: UInt8(truncatingIfNeeded: field),
      registrationYear: UInt16(truncatingIfNeeded: written.year),
      registrationQuarter: UInt8(truncatingIfNeeded: quarter ?? 0),
      quantity: UInt32(truncatingIfNeeded: quantity), isEnded: isEnded,
      owner: key.owner, identity: key.identity, looseKey: key.name.loose, hamletKey: key.hamlet,
      nameSignature: key.name.signature, decidedName: key.decidedName)
  }

  /// Whether a record has what a data record needs, and cannot be anything else.
  @inline(__always)
  private func isFilled(_ cells: PlainCells, count: Int) -> Bool {
    for position in required where !PlainBytes.holdsLetterOrDigit(cells[position]) { return false }
    var filled = 0
    for position in 0..<count {
      let cell = cells[position]
      guard let first = cell.first else { continue }
      // What may be white space counts for nothing, but may be the first filled cell.
      if !PlainBytes.isInk(first) {
        if filled == 0 { return false }
        continue
      }
      if filled == 0, PlainBytes.mayBeTotal(cell) { return false }
      filled &+= 1
      if filled == 4 { return true }
    }
    return false
  }

  /// Whether a registration is in the period, and its ward in force.
  @inline(__always)
  private mutating func isReported(ward: Int, year: Int, quarter: Int?) -> Bool {
    guard context.span.holds(year: year, quarter: quarter) else { return false }
    if ward != wardInForce.ward { wardInForce = WardInForce(ward, in: context) }
    return wardInForce.years[year - wardInForce.firstYear]
  }
}

/// In which years of the period a ward is in force: asked for one ward again and again.
struct WardInForce {
  let ward: Int
  let firstYear: Int
  let years: [Bool]

  /// Of no ward.
  init() {
    ward = -1
    firstYear = 0
    years = []
  }

  init(_ ward: Int, in context: LoadingContext) {
    self.ward = ward
    firstYear = context.span.years.lowerBound
    years = context.span.years.map {
      context.registers.wards[ward].isInForce(during: Period(year: $0).days)
    }
  }
}

/// Positions of the columns that a row is made of; -1 where there is none.
struct PlainPositions {
  let name: Int
  let field: Int
  let ward: Int
  let year: Int
  let quarter: Int
  let quantity: Int
  let hamlet: Int
  let owner: Int
  let status: Int

  init(_ header: SubmissionHeader) {
    name = header.positions[.name] ?? -1
    field = header.positions[.field] ?? -1
    ward = header.positions[.ward] ?? -1
    year = header.positions[.year] ?? -1
    quarter = header.positions[.quarter] ?? -1
    quantity = header.positions[.quantity] ?? -1
    hamlet = header.positions[.hamlet] ?? -1
    owner = header.positions[.owner] ?? -1
    status = header.positions[.status] ?? -1
  }
}

/// The cells of a plain record, valid until the next one is read.
struct PlainCells {
  private let text: UnsafePointer<UInt8>?
  private let ends: UnsafeMutablePointer<Int>
  private let start: Int

  init(_ record: borrowing PlainRecords.Record, of records: borrowing PlainRecords) {
    text = records.text.baseAddress
    ends = records.ends
    start = record.start
  }

  /// The bytes of a cell, without its quotes; doubled quotes are still there.
  @inline(__always)
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    var first = index == 0 ? start : ends[index &- 1] &+ 1
    var end = ends[index]
    if first < end, text[first] == UInt8(ascii: "\"") {
      first &+= 1
      end &-= 1
    }
    return UnsafeBufferPointer(start: text + first, count: end &- first)
  }

  /// The same without white space at its ends.
  @inline(__always)
  func trimmed(_ index: Int) -> UnsafeBufferPointer<UInt8> { PlainBytes.trimmed(self[index]) }
}

/// What single bytes of a plain cell tell; every doubt is told as such.
enum PlainBytes {
  /// A cell without white space at its ends.
  @inline(__always)
  static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = cell.first, let last = cell.last else { return cell }
    return isInk(first) && isInkAtEnd(cell, last) ? cell : trimmedBytes(cell)
  }

  /// Whether a byte begins a character that is no white space, and is common.
  @inline(__always)
  static func isInk(_ byte: UInt8) -> Bool {
    byte < 0x80 ? byte > 0x20 : (0xC3...0xC6).contains(byte) || byte == 0xE1
  }

  /// Whether the last character is no white space: ASCII, or a Vietnamese letter.
  @inline(__always)
  private static func isInkAtEnd(_ cell: UnsafeBufferPointer<UInt8>, _ last: UInt8) -> Bool {
    if last < 0x80 { return last > 0x20 }
    if cell.count >= 2, (0xC3...0xC6).contains(cell[cell.count - 2]) { return true }
    guard cell.count >= 3, cell[cell.count - 3] == 0xE1 else { return false }
    return cell[cell.count - 2] == 0xBA || cell[cell.count - 2] == 0xBB
  }

  /// Whether there is a letter or digit in a cell for certain.
  @inline(__always)
  static func holdsLetterOrDigit(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    beginsWithLetterOrDigit(cell) || cell.contains { isDigit($0) || isLetter($0) }
  }

  /// Whether the first character is a letter or digit for certain.
  @inline(__always)
  static func beginsWithLetterOrDigit(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first else { return false }
    if first < 0x80 {
      return isDigit(first) || isLetter(first)
    }
    guard cell.count >= 2 else { return false }
    switch first {
    case 0xC3: return cell[1] != 0x97 && cell[1] != 0xB7
    case 0xC4, 0xC6: return true
    case 0xE1: return cell[1] == 0xBA || cell[1] == 0xBB
    default: return false
    }
  }

  /// Whether the first filled cell of a record may say “Tổng”, “Cộng” or “Trong đó”.
  @inline(__always)
  static func mayBeTotal(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first else { return true }
    if isDigit(first) { return !isRowNumber(cell) }
    // Another letter than t and c.
    if first >= 0x80 { return !beginsWithLetterOrDigit(cell) }
    let letter = first | 0x20
    guard letter == UInt8(ascii: "t") || letter == UInt8(ascii: "c") else {
      return !isLetter(first)
    }
    guard cell.count > 6 else { return true }
    let second = cell[1]
    let length = second < 0x80 ? 1 : second < 0xE0 ? 2 : 3
    // A combining mark may make any letter of it.
    if isCombining(second) || isCombining(cell[1 + length]) { return true }
    if letter == UInt8(ascii: "t"), second | 0x20 == UInt8(ascii: "r") {
      return cell[2] | 0x20 == UInt8(ascii: "o") && cell[3] | 0x20 == UInt8(ascii: "n")
        && cell[4] | 0x20 == UInt8(ascii: "g")
    }
    if second < 0x80 { return !isLetter(second) }
    // ổ Ổ (E1 BB 94, 95) and ộ Ộ (E1 BB 98, 99), and then n.
    guard length == 3 else { return !(0xC3...0xC6).contains(second) }
    return second != 0xE1
      || cell[2] == 0xBB && (0x94...0x99).contains(cell[3])
        && cell[4] | 0x20 == UInt8(ascii: "n")
  }

  /// Whether a cell is a number of up to six digits, perhaps with a mark behind it: that of a row that
  /// belongs to no other.
  @inline(__always)
  static func isRowNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    var count = 0
    while count < cell.count, isDigit(cell[count]) { count += 1 }
    guard (1...6).contains(count) else { return false }
    if count == cell.count { return true }
    guard count == cell.count - 1 else { return false }
    switch cell[count] {
    case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "/"): return true
    default: return false
    }
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  @inline(__always)
  private static func isCombining(_ byte: UInt8) -> Bool { byte == 0xCC || byte == 0xCD }
}
