import CSVParsing
import Domain
import Encodings
import Vietnamese

/// Reads the cells of data records as typed values and keys, one submission at a time.
///
/// How it works. Cells stay bytes; each value is read once and remembered by `CellMemo`. A record
/// in which all is plain yields only a `RecordRow`; one that any rule could have a word on yields
/// a `RecordReading` as well. What a rule looks at and `isPlain` must change together: a
/// record that is not flagged is never seen by a rule.
struct RecordDecoder {
  /// One data record after decoding.
  struct Decoded {
    /// Nothing when the record cannot be counted.
    var row: RecordRow?
    /// Nothing when no rule needs to see the record.
    var reading: RecordReading?
    /// What it adds to a declared total: its quantity, 0 if that is unreadable; nothing for a
    /// record that is ragged or beyond a limit.
    var declaredQuantity: Int?
  }

  let context: LoadingContext
  private let header: SubmissionHeader
  let submitter: Submitter
  let period: Period?
  /// Positions of the cells that must be filled.
  let required: [Int]
  /// Whether a column must be filled, by `Column.index`.
  private let isRequired: [Bool]
  /// Position of each column in the record, by `Column.index`; -1 where there is none.
  let positions: [Int]
  private var keys = KeyMaker()
  private let memory: ReadingMemory
  var identities: IdentityMaker
  /// What section rows give for columns that the file lacks.
  private var sections: [Column: FormSections.Section] = [:]
  private var sectionRows: [Column: CellReading] = [:]
  private var sectionOwner: [UInt8] = []
  let plain: PlainPositions
  /// The cells in which rules look for odd bytes: all that are recognised but row numbers and notes, and
  /// the year, which may be a day, and else is no year.
  let textPositions: [Int]
  var wardInForce = WardInForce()

  init(
    context: LoadingContext, header: SubmissionHeader, submitter: Submitter, period: Period?,
    memory: ReadingMemory
  ) {
    self.context = context
    self.memory = memory
    self.header = header
    self.submitter = submitter
    self.period = period
    identities = IdentityMaker(
      submitter: submitter, organizations: context.lookup?.organizations ?? SpellingTable(),
      codes: context.codes, decidedNames: context.decidedNames, memory: memory)
    positions = Column.allCases.map { header.positions[$0] ?? -1 }
    plain = PlainPositions(header)
    textPositions = header.columns.indices.filter { position in
      header.columns[position].map { $0 != .no && $0 != .note && $0 != .year } ?? false
    }
    let required = context.settings.requiredColumns(from: submitter)
    self.required = required.compactMap { header.positions[$0] }
    isRequired = Column.allCases.map { required.contains($0) }
  }

  /// Whether a section row says something of the records below it.
  var isInSection: Bool { !sections.isEmpty }

  /// The owners met so far, for the block.
  var owners: [Owner] { identities.owners }
  /// The same with what they add to identities.
  var metOwners: [IdentityMaker.MetOwner] { identities.metOwners }

  /// Whether a short record is data all the same: its field is a field or its year a year.
  mutating func isRecognisable(_ cells: RecordCells) -> Bool {
    if let cell = cell(.field, cells), !cell.isEmpty, field(of: cell) != nil { return true }
    if let cell = cell(.year, cells), !cell.isEmpty, year(of: cell) != nil { return true }
    return false
  }

  /// The number of a total record: its quantity cell, else its last cell that is one.
  func declaredNumber(_ cells: RecordCells) -> Int? {
    func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
      writtenNumber(String(decoding: trimmedBytes(bytes), as: UTF8.self), digitLimit: 15)
    }
    if let cell = cell(.quantity, cells), let declared = number(cell) { return declared }
    return (0..<cells.count).reversed().lazy.compactMap { number(cells[$0]) }.first
  }

  /// Takes a section row into account for the records below it; `row` is that of the register.
  mutating func enter(_ section: FormSections.Section, row: Int?) {
    guard let column = section.column, positions[column.index] < 0 else { return }
    sections[column] = section
    sectionRows[column] = CellReading(row)
    if column == .owner { sectionOwner = Array(section.text.utf8) }
  }

  /// Ends the sections of some columns.
  mutating func leave(_ columns: [Column]) {
    for column in columns {
      sections[column] = nil
      sectionRows[column] = nil
      if column == .owner { sectionOwner.removeAll() }
    }
  }

  /// Whether a record is written as a model is: a name with a year, readable or not; or a number of
  /// its own, a name and a field.
  ///
  /// A line that only says again what a total consists of is not.
  func isModel(_ cells: RecordCells) -> Bool {
    func isFilled(_ column: Column) -> Bool {
      cell(column, cells).map { holdsLetterOrDigit($0) } ?? false
    }
    let number = cell(.no, cells).map { text(of: $0) } ?? ""
    guard isFilled(.name), !["-", "+", "*"].contains(number) else { return false }
    return isFilled(.year) || (isFilled(.field) && !number.isEmpty)
  }

  /// Reads a data record; cells of the columns `carriedDown` were filled from above.
  mutating func decode(
    _ cells: RecordCells, number: Int, line: Int, offset: Int, anomalies: RecordAnomalies,
    carriedDown: [Column] = [], lacking: LackingColumns = LackingColumns()
  ) -> Decoded {
    var reading = RecordReading(
      number: number, line: line, kind: .data, anomalies: anomalies, cells: [], isJudged: true)
    reading.offset = UInt32(clamping: offset)
    reading.carriedDown = carriedDown
    if anomalies.isOversized {
      reading.countingWard = submitter.ward
      return Decoded(row: nil, reading: reading, declaredQuantity: nil)
    }
    if isRagged(cells) {
      reading.isRagged = true
      reading.cellCount = cells.total
      reading.countingWard = submitter.ward
      reading.cells = texts(cells)
      return Decoded(row: nil, reading: reading, declaredQuantity: nil)
    }
    reading.mergedColumns = lacking.merged
    reading.valuelessColumns = lacking.valueless
    let isIncomplete =
      !lacking.isEmpty || required.contains { !holdsLetterOrDigit(cells[$0]) }
    readWard(cells, into: &reading)
    readValues(cells, into: &reading)
    // Days are odd bytes, but not where no rule looks for damage.
    reading.anomalies.holdsOddBytes =
      anomalies.holdsOddBytes && (reading.year.value == nil || holdsOddText(cells))
    var needsReview =
      isIncomplete || !anomalies.isEmpty || !carriedDown.isEmpty || !isPlain(reading)
      || reading.anomalies.holdsOddBytes
    if !isIncomplete, anomalies.isEmpty { reading.row = row(cells, of: reading) }
    if needsReview || identities.hasMetOddText || mayBeDamaged(cells), !anomalies.isIllFormed {
      reading.damagedCells = damagedCells(cells)
      if !reading.damagedCells.isEmpty {
        reading.row = nil
        needsReview = true
      }
    }
    let written = cell(.quantity, cells).flatMap { $0.isEmpty ? nil : $0 }
    let declaredQuantity =
      lacking.contains(.quantity) ? 0 : written.map { quantity(of: $0) ?? 0 } ?? 1
    if !needsReview {
      return Decoded(row: reading.row, reading: nil, declaredQuantity: declaredQuantity)
    }
    reading.cells = texts(cells)
    reading.given = sections.mapValues(\.text)
    return Decoded(row: reading.row, reading: reading, declaredQuantity: declaredQuantity)
  }

  /// Whether rules on cells have to look, the year apart.
  private func holdsOddText(_ cells: RecordCells) -> Bool {
    textPositions.contains { $0 < cells.count && holdsOddBytes(cells[$0]) }
  }

  // MARK: Cells

  private func cell(_ column: Column, _ cells: RecordCells) -> UnsafeBufferPointer<UInt8>? {
    let position = positions[column.index]
    return position >= 0 && position < cells.count ? trimmedBytes(cells[position]) : nil
  }

  private func text(of cell: UnsafeBufferPointer<UInt8>) -> String {
    composedText(cell)
  }

  /// The match key of a cell, made in the decoder's buffers.
  private mutating func key(of cell: UnsafeBufferPointer<UInt8>) -> String {
    keys.makeMatchKey(of: cell)
    return keys.matchText
  }

  private func texts(_ cells: RecordCells) -> [String] {
    (0..<cells.count).map { text(of: trimmedBytes(cells[$0])) }
  }

  private func isRagged(_ cells: RecordCells) -> Bool {
    let width = header.headings.count
    if cells.count < width || cells.hasTextBeyond { return true }
    return (width..<cells.count).contains { !trimmedBytes(cells[$0]).isEmpty }
  }

  private func holdsLetterOrDigit(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in cell {
      if (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) { return true }
      if byte >= 0x80 { break }
    }
    return text(of: cell).unicodeScalars.contains(where: \.isLetterOrDigit)
  }

  /// Columns whose texts name something; what is lost there names something else.
  private static let namingColumns: [Column] = [.name, .field, .ward, .hamlet, .owner, .status]

  /// Whether a cell has anything that damaged ones have.
  private func mayBeDamaged(_ cells: RecordCells) -> Bool {
    RecordDecoder.namingColumns.contains { column in
      cell(column, cells).map { TextDamage.isPossible(in: $0) } ?? false
    }
  }

  private func damagedCells(_ cells: RecordCells) -> [DamagedCell] {
    RecordDecoder.namingColumns.compactMap { column in
      guard let damage = cell(column, cells).flatMap(TextDamage.init) else { return nil }
      return switch damage {
      case .lostLetters: DamagedCell(column: column, misread: nil)
      case .misread(let text): DamagedCell(column: column, misread: text)
      }
    }
  }

  // MARK: Values

  /// What a column's cell is before its value is read.
  private enum JudgedCell {
    /// No such column, or a required cell without a letter or digit: missing, and not judged
    /// otherwise.
    case absent
    case blank
    case filled(UnsafeBufferPointer<UInt8>)
  }

  private func judgedCell(_ column: Column, _ cells: RecordCells) -> JudgedCell {
    guard let cell = cell(column, cells) else { return .absent }
    if context.lookup == nil, column == .ward || column == .field { return .absent }
    if cell.isEmpty { return .blank }
    return isRequired[column.index] && !holdsLetterOrDigit(cell) ? .absent : .filled(cell)
  }

  private mutating func readWard(_ cells: RecordCells, into reading: inout RecordReading) {
    reading.countingWard = submitter.ward
    switch judgedCell(.ward, cells) {
    case .absent: readSectionWard(into: &reading)
    case .blank: reading.ward = .blank
    case .filled(let cell):
      reading.countingWard = ward(of: cell)
      reading.ward = CellReading(reading.countingWard)
    }
  }

  private func readSectionWard(into reading: inout RecordReading) {
    guard let ward = sectionRows[.ward], context.lookup != nil else { return }
    reading.ward = ward
    reading.countingWard = ward.value
  }

  mutating func ward(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    if let known = memory.wards.value(of: cell) { return known }
    return memory.wards.remember(context.lookup?.wards.row(matching: key(of: cell)), of: cell)
  }

  mutating func field(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    if let known = memory.fields.value(of: cell) { return known }
    return memory.fields.remember(context.lookup?.fields.row(matching: key(of: cell)), of: cell)
  }

  mutating func year(of cell: UnsafeBufferPointer<UInt8>) -> WrittenYear? {
    if let known = memory.years.value(of: cell) { return known }
    return memory.years.remember(WrittenYear(text(of: cell)), of: cell)
  }

  mutating func quarter(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    if let known = memory.quarters.value(of: cell) { return known }
    return memory.quarters.remember(writtenQuarter(text(of: cell)), of: cell)
  }

  mutating func quantity(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    if let known = memory.quantities.value(of: cell) { return known }
    let written = writtenNumber(text(of: cell), digitLimit: .max)
    return memory.quantities.remember(
      written.flatMap { (1...1_000_000).contains($0) ? $0 : nil }, of: cell)
  }

  private mutating func readValues(_ cells: RecordCells, into reading: inout RecordReading) {
    switch judgedCell(.field, cells) {
    case .absent: if context.lookup != nil { reading.field = sectionRows[.field] ?? .absent }
    case .blank: reading.field = .blank
    case .filled(let cell): reading.field = CellReading(field(of: cell))
    }
    switch judgedCell(.year, cells) {
    case .absent: break
    case .blank: reading.year = .blank
    case .filled(let cell):
      let written = year(of: cell)
      reading.year = CellReading(written?.year)
      reading.yearCellQuarter = written?.quarter
    }
    switch judgedCell(.quarter, cells) {
    case .absent: break
    case .blank: reading.quarter = .blank
    case .filled(let cell): reading.quarter = CellReading(quarter(of: cell))
    }
    switch judgedCell(.quantity, cells) {
    case .absent: break
    case .blank: reading.quantity = .blank
    case .filled(let cell): reading.quantity = CellReading(quantity(of: cell))
    }
    reading.registrationQuarter = reading.yearCellQuarter ?? reading.quarter.value
    if reading.registrationQuarter == nil, let period, period.year == reading.year.value {
      reading.registrationQuarter = period.quarter
    }
  }

  /// Whether no rule has anything to say of the record's values.
  private func isPlain(_ reading: RecordReading) -> Bool {
    guard case .value = reading.field, let year = reading.year.value,
      reading.quarter != .unreadable, reading.quantity != .unreadable,
      let ward = reading.countingWard, reading.ward != .blank, reading.ward != .unreadable,
      submitter.ward == nil || submitter.ward == ward,
      context.span.holds(year: year, quarter: reading.registrationQuarter),
      context.registers.wards[ward].isInForce(during: Period(year: year).days)
    else { return false }
    return reading.yearCellQuarter == nil || reading.quarter.value == nil
      || reading.quarter.value == reading.yearCellQuarter
  }

  /// What is counted of a record, if it can be.
  private mutating func row(_ cells: RecordCells, of reading: RecordReading) -> RecordRow? {
    guard let ward = reading.countingWard, let field = reading.field.value,
      let year = reading.year.value, reading.quantity != .unreadable,
      let name = cell(.name, cells)
    else { return nil }
    let key = sectionOwner.withUnsafeBufferPointer { sectionOwner in
      identities.key(
        ward: ward, hamlet: cell(.hamlet, cells),
        owner: cell(.owner, cells) ?? trimmedBytes(sectionOwner), name: name)
    }
    let isEnded = cell(.status, cells).map { isEndedStatus($0) } ?? false
    return RecordRow(
      recordNumber: UInt32(truncatingIfNeeded: reading.number),
      line: UInt32(truncatingIfNeeded: reading.line), offset: reading.offset,
      ward: UInt16(truncatingIfNeeded: ward),
      field: UInt8(truncatingIfNeeded: field),
      registrationYear: UInt16(truncatingIfNeeded: year),
      registrationQuarter: UInt8(truncatingIfNeeded: reading.registrationQuarter ?? 0),
      quantity: UInt32(truncatingIfNeeded: reading.quantity.value ?? 1), isEnded: isEnded,
      owner: key.owner, identity: key.identity, looseKey: key.name.loose, hamletKey: key.hamlet,
      nameSignature: key.name.signature, decidedName: key.decidedName)
  }

  mutating func isEndedStatus(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if let known = memory.statuses.value(of: cell) { return known }
    return memory.statuses.remember(endedStatuses.contains(key(of: cell)), of: cell)
  }
}

/// Columns whose cells in a record of a workbook are blank and yet not empty.
struct LackingColumns {
  /// Below the first row of a merged cell.
  var merged: [Column] = []
  /// With a formula that was saved without its value.
  var valueless: [Column] = []

  var isEmpty: Bool { merged.isEmpty && valueless.isEmpty }

  func contains(_ column: Column) -> Bool {
    merged.contains(column) || valueless.contains(column)
  }
}

/// The statuses that say that a model is kept up no longer, as match keys (SPEC §7).
private let endedStatuses: Set<String> = [
  "kết thúc", "đã kết thúc", "dừng", "tạm dừng", "không còn",
]
