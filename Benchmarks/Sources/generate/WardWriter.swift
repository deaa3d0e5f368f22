/// Writes the submissions of one ward, period after period, and counts what they come to.
struct WardWriter {
  private let ward: Int
  private let wardName: Word
  private let seed: UInt64
  private let shares: Shares
  private let quality: Quality
  private var models: [Model] = []
  private var bytes: [UInt8] = []
  private var chance: Chance
  private var delimiter = UInt8(ascii: ",")
  private var lineEnd: [UInt8] = [0x0A]
  private(set) var truth: Truth

  init(ward: Int, name: Word, seed: UInt64, shares: Shares, quality: Quality) {
    self.ward = ward
    wardName = name
    self.seed = seed
    self.shares = shares
    self.quality = quality
    chance = Chance(seed, UInt64(ward), 0xFFFF)
    truth = Truth(seed: seed, wards: 1, shares: shares)
  }

  /// The submission of `year` with `count` data records; with `isBare` without header, to stand behind
  /// another ward's.
  mutating func submission(year: Int, count: Int, isBare: Bool = false) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    if !isBare {
      delimiter = chance.falls(shares.semicolons) ? UInt8(ascii: ";") : UInt8(ascii: ",")
      lineEnd = chance.falls(shares.carriageReturns) ? [0x0D, 0x0A] : [0x0A]
      if chance.falls(shares.byteOrderMarks) { bytes += [0xEF, 0xBB, 0xBF] }
      writeHeader()
    }
    writeRecords(year: year, count: count)
    truth.files += isBare ? 0 : 1
    truth.bytes += bytes.count
    return bytes
  }

  private mutating func writeHeader() {
    let headings =
      "STT|Tên mô hình|Lĩnh vực|Đơn vị|Thôn|Đơn vị thực hiện|Năm|Quý|Số lượng|Loại|Trạng thái|Mã mô hình|Ghi chú"
    for (index, heading) in headings.split(separator: "|").enumerated() {
      if index > 0 { bytes.append(delimiter) }
      bytes.append(contentsOf: heading.utf8)
    }
    bytes += lineEnd
  }

  private mutating func writeRecords(year: Int, count: Int) {
    let earlier = models.count
    let carried = min(Int(Double(count) * shares.carriedOver), earlier)
    let start = earlier == 0 ? 0 : chance.below(earlier)
    var number = 0
    var last: Model?
    for position in 0..<count {
      number += 1
      if quality == .faulty {
        writeFaulty(
          Model(position, of: ward, year: year, seed: seed), number, isDouble: position % 2 == 1)
      } else if position < carried {
        let model = models[(start + position) % earlier]
        write(model, number)
        truth.carriedOver += 1
        if model.year < year {
          truth.maintained["\(Fields.codes[model.field]).\(year)", default: 0] += model.quantity
        }
        last = nil
      } else {
        last = writeNew(number, year: year, after: last)
      }
    }
    truth.records += count
  }

  /// Writes a record that is no carried-over one; the model it was about, if it may be sent again.
  private mutating func writeNew(_ number: Int, year: Int, after last: Model?) -> Model? {
    let kind = Double(chance.next() >> 11) / Double(1 << 53) * (1 - shares.carriedOver)
    var limit = shares.duplicates
    if kind < limit, let last {
      write(last, number, spelling: chance.below(4))
      truth.duplicate += 1
      truth.findings["duplicate-record", default: 0] += 1
      return nil
    }
    limit += shares.missing + shares.bad
    let next = nextNumber
    if kind >= shares.duplicates, kind < limit {
      writeRejected(Model(next, of: ward, year: year, seed: seed), number)
      return nil
    }
    limit += shares.nearDuplicates
    let isNear = kind < limit && last != nil && last?.isLikeThePrevious == false
    let model = Model(next, of: ward, year: year, seed: seed, likeThePrevious: isNear ? last : nil)
    if isNear { truth.findings["suspected-duplicate", default: 0] += 1 }
    models.append(model)
    write(model, number)
    truth.counted += 1
    truth.registered["\(Fields.codes[model.field]).\(year)", default: 0] += model.quantity
    return model
  }

  /// Numbers behind a like one are left out, since that one has its name from the number before.
  private var nextNumber: Int { (models.last?.number ?? -1) + 1 }

  private mutating func writeRejected(_ model: Model, _ number: Int) {
    truth.rejected += 1
    let kind = Double(chance.next() >> 11) / Double(1 << 53) * (shares.missing + shares.bad)
    if kind < shares.missing {
      truth.findings["missing-value", default: 0] += 1
      write(model, number, fault: chance.falls(0.5) ? .noName : .noField)
    } else if chance.falls(0.5) {
      truth.findings["invalid-year", default: 0] += 1
      write(model, number, fault: .badYear)
    } else {
      truth.findings["unknown-field", default: 0] += 1
      write(model, number, fault: .badField)
    }
  }

  private mutating func writeFaulty(_ model: Model, _ number: Int, isDouble: Bool) {
    truth.rejected += 1
    truth.findings[isDouble ? "unknown-field" : "invalid-year", default: 0] += 1
    if isDouble { truth.findings["missing-value", default: 0] += 1 }
    write(model, number, fault: isDouble ? .noNameAndBadField : .badYear)
  }

  // MARK: One record

  private enum Fault {
    case none, noName, noField, badYear, badField, noNameAndBadField
  }

  /// `spelling` 0 is decomposed, 1 in capitals, else plain.
  private mutating func write(
    _ model: Model, _ number: Int, spelling: Int = 2, fault: Fault = .none
  ) {
    writeNumber(number)
    bytes.append(delimiter)
    if fault != .noName && fault != .noNameAndBadField { writeName(of: model, spelling) }
    bytes.append(delimiter)
    switch fault {
    case .noField: break
    case .badField, .noNameAndBadField: bytes.append(contentsOf: "KXĐ".utf8)
    default:
      if chance.falls(0.2) {
        bytes.append(contentsOf: Fields.codes[model.field].utf8)
      } else {
        bytes += Fields.names[model.field].plain
      }
    }
    bytes.append(delimiter)
    bytes += wardName.plain
    bytes.append(delimiter)
    bytes += Words.hamlets[model.hamlet].plain
    bytes.append(delimiter)
    bytes += Words.owners[model.owner].plain
    bytes.append(delimiter)
    if fault == .badYear { bytes.append(contentsOf: "20x".utf8) }
    writeNumber(model.year)
    bytes.append(delimiter)
    if model.quarter > 0 { writeNumber(model.quarter) }
    bytes.append(delimiter)
    if model.quantity > 1 || model.number % 2 == 0 { writeNumber(model.quantity) }
    bytes.append(delimiter)
    bytes += Words.kinds[model.number % 2].plain
    bytes.append(delimiter)
    bytes.append(contentsOf: "Đang duy trì".utf8)
    bytes.append(delimiter)
    bytes.append(contentsOf: "MH-".utf8)
    writeNumber(ward * 100_000 + model.number)
    bytes.append(delimiter)
    writeNote()
    bytes += lineEnd
  }

  private mutating func writeName(of model: Model, _ spelling: Int) {
    let words = model.words
    for (index, word) in [words.beginning, words.middle, words.end].enumerated() {
      // A like name lacks the space before its last words.
      if index == 1 || (index == 2 && !model.isLikeThePrevious) { bytes.append(0x20) }
      switch spelling {
      case 0: bytes += word.decomposed
      case 1: bytes += word.capital
      default: bytes += word.plain
      }
    }
    bytes.append(0x20)
    writeNumber(words.number + 1)
  }

  private mutating func writeNote() {
    let isQuoted = chance.falls(shares.quoted)
    if !isQuoted {
      bytes += Words.notes[chance.below(Words.notes.count)].plain
      return
    }
    bytes.append(UInt8(ascii: "\""))
    bytes += Words.notes[chance.below(Words.notes.count)].plain
    if chance.falls(shares.lineBreaks / shares.quoted) {
      bytes += lineEnd
    } else {
      bytes.append(contentsOf: ", ".utf8)
    }
    bytes += Words.notes[chance.below(Words.notes.count)].plain
    bytes.append(delimiter)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func writeNumber(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }
}
