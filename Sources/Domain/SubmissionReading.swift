/// What one typed cell says.
package enum CellReading: Sendable, Equatable {
  /// There is no such column, or the cells of the record are not judged.
  case absent
  case blank
  case value(Int)
  /// Something is written there that cannot be read as a number.
  case unreadable

  /// What a filled cell says: its value, or `unreadable` if it has none.
  package init(_ value: Int?) { self = value.map { .value($0) } ?? .unreadable }

  package var value: Int? {
    if case .value(let value) = self { value } else { nil }
  }
}

/// What was wrong with the bytes and quotes of a record.
package struct RecordAnomalies: Sendable, Equatable {
  package var isIllFormed: Bool
  package var hasStrayQuote: Bool
  /// 1-based line of the first quote that opens a cell and is never closed.
  package var unclosedQuoteLine: Int?
  /// Whether its cells may hold misleading or damaged text, which is no anomaly in itself: rules have
  /// to look.
  package var holdsOddBytes: Bool
  /// Bytes of a record that is larger than `SubmissionLimits.recordSize`.
  package var oversizedRecord: Int?
  /// The first cell that is larger than `SubmissionLimits.cellSize`.
  package var oversizedCell: OversizedCell?

  package init(
    isIllFormed: Bool = false, hasStrayQuote: Bool = false, unclosedQuoteLine: Int? = nil,
    holdsOddBytes: Bool = false
  ) {
    self.isIllFormed = isIllFormed
    self.hasStrayQuote = hasStrayQuote
    self.unclosedQuoteLine = unclosedQuoteLine
    self.holdsOddBytes = holdsOddBytes
  }

  /// Whether the record, or a cell of it, is beyond a limit; then its cells are not judged.
  package var isOversized: Bool { oversizedRecord != nil || oversizedCell != nil }

  package var isEmpty: Bool {
    !isIllFormed && !hasStrayQuote && unclosedQuoteLine == nil && !isOversized
  }
}

/// A cell beyond the limit: where it stands in the record, from 0, and its bytes.
package struct OversizedCell: Sendable, Equatable {
  package var position: Int
  package var byteCount: Int

  package init(position: Int, byteCount: Int) {
    self.position = position
    self.byteCount = byteCount
  }
}

/// A cell whose letters were lost, or are those of an old encoding.
package struct DamagedCell: Sendable, Equatable {
  package var column: Column
  /// What it says, if that can still be read; nothing for lost letters.
  package var misread: MisreadText?

  package init(column: Column, misread: MisreadText?) {
    self.column = column
    self.misread = misread
  }
}

/// What a text says in the encoding in which it was typed.
package struct MisreadText: Sendable, Equatable {
  package var encoding: TextEncoding
  package var text: String

  package init(encoding: TextEncoding, text: String) {
    self.encoding = encoding
    self.text = text
  }
}

/// One record that a rule has to look at, with everything the rules need to know of it.
///
/// The loader makes one only for a record that is not plainly clean; clean ones go straight into
/// the block of their submission.
package struct RecordReading: Sendable, Equatable {
  /// 1-based, among all records of the file.
  package var number: Int
  /// 1-based physical line where it starts.
  package var line: Int
  /// As `RecordRow` has it.
  package var offset = UInt32.max
  package var kind: RecordKind
  package var anomalies: RecordAnomalies
  /// All cells that were kept, trimmed and in NFC; none of a record beyond a limit.
  package var cells: [String]
  /// How many cells a ragged record has.
  package var cellCount = 0
  /// False in files that are rejected as a whole: only bytes and quotes are looked at.
  package var isJudged: Bool
  /// Fewer cells than the header, or more of which one is not blank.
  package var isRagged = false
  /// Columns whose cell here is part of a merged one, of which only the first row has the value.
  package var mergedColumns: [Column] = []
  /// Columns whose cell here is a formula that was saved without its value.
  package var valuelessColumns: [Column] = []
  /// The cells whose texts cannot be trusted; then no other cell is judged.
  package var damagedCells: [DamagedCell] = []
  package var ward: CellReading = .absent
  package var field: CellReading = .absent
  package var year: CellReading = .absent
  /// The quarter that the form of the year cell names (1–4).
  package var yearCellQuarter: Int?
  package var quarter: CellReading = .absent
  package var quantity: CellReading = .absent
  /// The registration quarter, when it is known.
  package var registrationQuarter: Int?
  /// Where the record counts: its ward, or the submitting ward; nothing when that is unknown.
  package var countingWard: Int?
  /// What a section row above says in the place of a column that the file lacks.
  package var given: [Column: String] = [:]
  /// Columns whose cell was blank and is taken from above, as the form's numbering shows.
  package var carriedDown: [Column] = []
  /// What will be counted if no rule rejects the record; nothing when it cannot be counted.
  package var row: RecordRow?

  /// Whether the values of its cells were looked at.
  package var hasJudgedCells: Bool { isJudged && !isRagged && !anomalies.isOversized }

  /// What it would count: its quantity, 1 for a blank cell; nothing if that cannot be told.
  package var countableQuantity: Int? {
    if mergedColumns.contains(.quantity) || valuelessColumns.contains(.quantity) { return nil }
    return switch quantity {
    case .absent, .blank: hasJudgedCells ? 1 : nil
    case .value(let value): value
    case .unreadable: nil
    }
  }

  package init(
    number: Int, line: Int, kind: RecordKind, anomalies: RecordAnomalies, cells: [String],
    isJudged: Bool
  ) {
    self.number = number
    self.line = line
    self.kind = kind
    self.anomalies = anomalies
    self.cells = cells
    self.isJudged = isJudged
  }
}

/// Where a record stands in its file: its 1-based number, and the 1-based line where it starts.
package struct RecordPosition: Sendable, Equatable {
  package var number: Int
  package var line: Int

  package init(number: Int, line: Int) {
    self.number = number
    self.line = line
  }
}

/// The header of a submission: which heading is which column.
package struct SubmissionHeader: Sendable, Equatable {
  /// 1-based record number and physical line.
  package var record: Int
  package var line: Int
  /// Its last record: the one after `record` when it stands on two.
  package var lastRecord: Int
  /// Headings as written (trimmed, NFC), up to the last that is not blank; those of a header on two
  /// records as `above / below`.
  package var headings: [String]
  /// What each heading was recognised as; nothing for unknown ones.
  package var columns: [Column?]
  /// All cells of the record, blank ones and those that are only counted included.
  package var cellCount: Int

  package init(
    record: Int, line: Int, lastRecord: Int? = nil, headings: [String], columns: [Column?],
    cellCount: Int
  ) {
    self.cellCount = cellCount
    self.record = record
    self.line = line
    self.lastRecord = lastRecord ?? record
    self.headings = headings
    self.columns = columns
    positions = ColumnPositions(columns)
  }

  package let positions: ColumnPositions

  /// Whether it has more columns than are looked at.
  package var isTooWide: Bool { cellCount > SubmissionLimits.columnCount }

  /// The heading of a column as written; blank if there is none.
  package func heading(of column: Column) -> String {
    positions[column].map { headings[$0] } ?? ""
  }

  /// Columns that two headings claim, with the position of the second; `no` may be repeated.
  package var repeatedColumns: [(column: Column, position: Int)] {
    var found: [(column: Column, position: Int)] = []
    for (position, column) in columns.enumerated() {
      guard let column, column != .no, positions[column] != position,
        !found.contains(where: { $0.column == column })
      else { continue }
      found.append((column, position))
    }
    return found
  }
}

/// Where each recognised column stands among the cells of a record, from 0; the first of two.
package struct ColumnPositions: Sendable, Equatable {
  // No dictionary: it is asked for every cell of every finding.
  /// By `Column.index`; -1 for a column that is not there.
  private var slots = [Int](repeating: -1, count: Column.allCases.count)
  /// How many distinct columns there are.
  package private(set) var count = 0

  fileprivate init(_ columns: [Column?]) {
    for case (let position, let column?) in columns.enumerated() where self[column] == nil {
      slots[column.index] = position
      count += 1
    }
  }

  package subscript(column: Column) -> Int? {
    let position = slots[column.index]
    return position < 0 ? nil : position
  }
}

/// A total line of a submission beside what the records above it come to.
package struct DeclaredTotal: Sendable, Equatable {
  package var record: Int
  package var line: Int
  package var declared: Int
  /// Sum of the readable quantities of all data records above it that are not ragged.
  package var sum: Int
  /// The same since the previous total; nothing if there is no such total, or no such record since.
  package var sumSincePrevious: Int?
  /// Whether it stands on a section row; then `sum` is that of the section's data records below it.
  package var isOfSection: Bool

  package init(
    record: Int, line: Int, declared: Int, sum: Int, sumSincePrevious: Int?,
    isOfSection: Bool = false
  ) {
    self.record = record
    self.line = line
    self.declared = declared
    self.sum = sum
    self.sumSincePrevious = sumSincePrevious
    self.isOfSection = isOfSection
  }

  package var isMet: Bool { declared == sum || declared == sumSincePrevious }
}

/// A submission after loading: what the stages after it need, and no text but what is flagged.
package struct SubmissionReading: Sendable {
  package var file: SubmissionFile
  package var byteCount: Int
  package var sha256: String
  /// Nothing for a file of which nothing can be read.
  package var encoding: TextEncoding?
  /// What spoke for the encoding of its texts and for others, best first; nothing where they are plainly
  /// Unicode.
  package var encodingEvidence: [EncodingEvidence] = []
  package var delimiter: String
  /// Nothing for a CSV file.
  package var sheet: SheetReading?
  /// Why nothing can be read of the file.
  package var fault: FileFault?
  /// All records of the file, as the scanner counted them.
  package var recordCount = 0
  /// The same by kind; they must add to `recordCount`.
  package var records: RecordKindCounts
  package var header: SubmissionHeader?
  /// Required columns that the header lacks, and no section row gives.
  package var missingColumns: [Column]
  /// Required columns that the header lacks, and section rows give.
  package var sectionColumns: [Column] = []
  package var totals: [DeclaredTotal]
  /// The clean records.
  package var block: RecordBlock
  /// The records that are to be looked at, in order.
  package var flagged: [RecordReading]
  /// The data records of a file that is rejected as a whole, in order; only where records are
  /// traced.
  package var unjudged: [RecordPosition] = []

  package init(
    file: SubmissionFile, byteCount: Int, sha256: String, encoding: TextEncoding?,
    delimiter: String, records: RecordKindCounts, header: SubmissionHeader?,
    missingColumns: [Column], totals: [DeclaredTotal], block: RecordBlock,
    flagged: [RecordReading]
  ) {
    self.file = file
    self.byteCount = byteCount
    self.sha256 = sha256
    self.encoding = encoding
    self.delimiter = delimiter
    self.records = records
    self.header = header
    self.missingColumns = missingColumns
    self.totals = totals
    self.block = block
    self.flagged = flagged
  }

  /// How its texts were read: those of the sheet, in a workbook.
  package var textEncoding: TextEncoding? { sheet?.encoding ?? encoding }

  /// Whether all its data records are rejected without a look into them (SPEC §3).
  package var isRejectedAsWhole: Bool {
    fault != nil || encoding == .unclear
      || header.map {
        !missingColumns.isEmpty || !$0.repeatedColumns.isEmpty || $0.isTooWide
      } ?? true
  }
}

/// What is reported: the years of the period, up to the cut-off.
package struct ReportedSpan: Sendable, Equatable {
  package var years: ClosedRange<Int>
  package var cutoff: Quarter

  package init(years: ClosedRange<Int>, cutoff: Quarter) {
    self.years = years
    self.cutoff = cutoff
  }

  /// Whether a registration of `year` and, when known, `quarter` (1–4) is in it.
  package func holds(year: Int, quarter: Int?) -> Bool {
    guard years.contains(year), year <= cutoff.year else { return false }
    guard year == cutoff.year, let quarter else { return true }
    return quarter <= cutoff.number
  }
}
