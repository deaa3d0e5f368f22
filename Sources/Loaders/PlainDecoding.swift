import CSVParsing
import Domain
import Vietnamese

/// The end of the fast path (see `Marks`): records that can be counted, and of which no rule has
/// anything to say.
extension RecordDecoder {
  /// What is counted of a plain record; nothing when anything in it has to be looked at.
  ///
  /// A record that is taken here is data by its looks: four filled cells or more, of which the first
  /// says nothing of a total. What the records above it say of it is for the reader to know.
  @inline(__always)
  mutating func plainRow(
    _ record: borrowing PlainRecords.Record, in records: borrowing PlainRecords, number: Int
  ) -> RecordRow? {
    guard isFilled(record, in: records) else { return nil }
    var ward = submitter.ward
    if let cell = plainCell(.ward, record, records) {
      guard !cell.isEmpty, let named = self.ward(of: cell) else { return nil }
      if let own = ward, own != named { return nil }
      ward = named
    }
    guard let ward,
      let fieldCell = plainCell(.field, record, records), !fieldCell.isEmpty,
      let field = field(of: fieldCell),
      let yearCell = plainCell(.year, record, records), !yearCell.isEmpty,
      let written = year(of: yearCell)
    else { return nil }
    var quarter = written.quarter
    if let cell = plainCell(.quarter, record, records), !cell.isEmpty {
      guard let named = self.quarter(of: cell), quarter ?? named == named else { return nil }
      quarter = named
    }
    if quarter == nil, let period, period.year == written.year { quarter = period.quarter }
    var quantity = 1
    if let cell = plainCell(.quantity, record, records), !cell.isEmpty {
      guard let named = self.quantity(of: cell) else { return nil }
      quantity = named
    }
    guard context.span.holds(year: written.year, quarter: quarter),
      isInForce(ward: ward, year: written.year),
      let name = plainCell(.name, record, records)
    else { return nil }
    let hamlet = plainCell(.hamlet, record, records)
    let owner = plainCell(.owner, record, records)
    if record.hasDoubledQuote {
      for cell in [name, hamlet, owner] where cell?.contains(UInt8(ascii: "\"")) == true {
        return nil
      }
    }
    let key = identities.key(ward: ward, hamlet: hamlet, owner: owner, name: name)
    if identities.hasMetOddText { return nil }
    let isEnded = plainCell(.status, record, records).map { isEndedStatus($0) } ?? false
    return RecordRow(
      recordNumber: UInt32(truncatingIfNeeded: number),
      line: UInt32(truncatingIfNeeded: record.line), offset: UInt32(clamping: record.start),
      ward: UInt16(truncatingIfNeeded: ward), field: UInt8(truncatingIfNeeded: field),
      registrationYear: UInt16(truncatingIfNeeded: written.year),
      registrationQuarter: UInt8(truncatingIfNeeded: quarter ?? 0),
      quantity: UInt32(truncatingIfNeeded: quantity), isEnded: isEnded,
      owner: key.owner, identity: key.identity, looseKey: key.loose, hamletKey: key.hamlet,
      nameSignature: key.nameSignature, decidedName: key.decidedName)
  }

  @inline(__always)
  private func plainCell(
    _ column: Column, _ record: borrowing PlainRecords.Record, _ records: borrowing PlainRecords
  ) -> UnsafeBufferPointer<UInt8>? {
    let position = positions[column.index]
    return position >= 0 ? PlainBytes.trimmed(records.cell(position, of: record)) : nil
  }

  /// Whether a record has what a data record needs, and cannot be anything else.
  @inline(__always)
  private func isFilled(
    _ record: borrowing PlainRecords.Record, in records: borrowing PlainRecords
  ) -> Bool {
    for position in required
    where !PlainBytes.holdsLetterOrDigit(records.cell(position, of: record)) { return false }
    var filled = 0
    for position in 0..<record.cellCount {
      guard let first = records.cell(position, of: record).first else { continue }
      // What may be white space counts for nothing, but may be the first filled cell.
      if !PlainBytes.isInk(first) {
        if filled == 0 { return false }
        continue
      }
      if filled == 0, PlainBytes.mayBeTotal(records.cell(position, of: record)) { return false }
      filled += 1
    }
    return filled >= 4
  }

  /// Whether a ward is in force in a year; asked for one ward again and again.
  @inline(__always)
  private mutating func isInForce(ward: Int, year: Int) -> Bool {
    if wardInForce.ward == ward, wardInForce.year == year { return wardInForce.answer }
    let answer = context.registers.wards[ward].isInForce(during: Period(year: year).days)
    wardInForce = (ward, year, answer)
    return answer
  }
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
    return second != 0xE1 || cell[2] == 0xBB && (0x94...0x99).contains(cell[3])
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
