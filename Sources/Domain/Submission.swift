/// Who sent a file: an index into the register of wards or of organizations.
package enum Submitter: Sendable, Hashable {
  case ward(Int)
  case organization(Int)
  case unknown
  /// A single file that is looked at outside a workspace, where nobody can be told by its name.
  case unspecified

  /// The submitting ward, when a ward it is.
  package var ward: Int? {
    if case .ward(let index) = self { index } else { nil }
  }

  /// Whether its records must say the ward: where there is no submitting ward (SPEC §3).
  package var mustNameWard: Bool {
    switch self {
    case .ward, .unspecified: false
    case .organization, .unknown: true
    }
  }
}

extension Registers {
  /// The code of who sent a file; blank when that is unknown.
  package func code(of submitter: Submitter) -> String {
    switch submitter {
    case .ward(let index) where wards.indices.contains(index): wards[index].code
    case .organization(let index) where organizations.indices.contains(index):
      organizations[index].code
    default: ""
    }
  }
}

/// Something under `submissions/` that is not read, and why.
package struct UnreadEntry: Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    case notCSV, folder, nameNotUTF8, nameHidden
    /// No submission by its name, and by its content one of these.
    case foreign(ForeignFormat)
  }

  /// Relative to the inputs folder.
  package var path: String
  package var reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

/// What a record is.
///
/// A record has the first that fits, in this order (SPEC §4, §10).
package enum RecordKind: String, Sendable, CaseIterable {
  case blank, header, title, numbering, total, footer, data

  /// In the order of the columns of `submissions.csv` (SPEC §8).
  package static let inColumns: [RecordKind] = [
    .header, .blank, .title, .numbering, .total, .footer, .data,
  ]
}

/// What became of a data record: exactly one of these.
package enum Disposition: String, Sendable, CaseIterable {
  case counted
  case carriedOver = "carried-over"
  case duplicate
  case rejected
  case outOfPeriod = "out-of-period"

  /// One or two words, as the bridge from records read to records counted uses them.
  package func name(in language: Language) -> String {
    switch self {
    case .counted: language("được tính", "counted")
    case .carriedOver: language("duy trì", "carried over")
    case .duplicate: language("trùng", "duplicate")
    case .rejected: language("bị loại", "rejected")
    case .outOfPeriod: language("ngoài kỳ", "out of period")
    }
  }

  /// Its position in `allCases`.
  package var index: Int {
    switch self {
    case .counted: 0
    case .carriedOver: 1
    case .duplicate: 2
    case .rejected: 3
    case .outOfPeriod: 4
    }
  }
}

/// Numbers of records by kind.
package struct RecordKindCounts: Sendable, Equatable {
  private var counts: [Int] = Array(repeating: 0, count: RecordKind.allCases.count)

  package init() {}

  package subscript(kind: RecordKind) -> Int {
    get { counts[RecordKindCounts.position(kind)] }
    set { counts[RecordKindCounts.position(kind)] = newValue }
  }

  package var total: Int { counts.reduce(0, +) }

  private static func position(_ kind: RecordKind) -> Int {
    switch kind {
    case .blank: 0
    case .header: 1
    case .title: 2
    case .numbering: 3
    case .total: 4
    case .footer: 5
    case .data: 6
    }
  }
}

/// Numbers of data records by disposition.
package struct DispositionCounts: Sendable, Equatable {
  private var counts: [Int] = Array(repeating: 0, count: Disposition.allCases.count)

  package init() {}

  package subscript(disposition: Disposition) -> Int {
    get { counts[disposition.index] }
    set { counts[disposition.index] = newValue }
  }

  package var total: Int { counts.reduce(0, +) }

  package static func += (left: inout DispositionCounts, right: DispositionCounts) {
    for position in left.counts.indices { left.counts[position] += right.counts[position] }
  }
}

/// One submission file of the workspace, before it is read.
package struct SubmissionFile: Sendable, Equatable {
  /// Relative to the inputs folder, with `/`: `submissions/2023-Q2/lac-long.csv`.
  package var path: String
  /// Nothing for a file that stands directly in `submissions/`.
  package var period: Period?
  package var submitter: Submitter
  /// False when its period ends after the cut-off: listed, not read.
  package var isDue: Bool

  package init(path: String, period: Period?, submitter: Submitter, isDue: Bool) {
    self.path = path
    self.period = period
    self.submitter = submitter
    self.isDue = isDue
  }

  /// The endings of the names of submissions, in lower case.
  package static let endings = [".csv", ".xlsx"]

  /// A name or path of a submission without its ending; whole if it has none.
  package static func stem(of path: String) -> Substring.UTF8View {
    let bytes = path.utf8
    for ending in endings where bytes.count > ending.utf8.count {
      let tail = bytes.suffix(ending.utf8.count)
      if zip(tail, ending.utf8).allSatisfy({ $0 == $1 || ($0 | 0x20 == $1 && $1 != 0x2E) }) {
        return bytes.dropLast(ending.utf8.count)
      }
    }
    return bytes[...]
  }

  /// The order of counting: submission period (none first), path without its extension
  /// bytewise, then the whole path (SPEC §6, §10).
  package static func inCountingOrder(_ left: SubmissionFile, _ right: SubmissionFile) -> Bool {
    switch (left.period, right.period) {
    case (nil, .some): return true
    case (.some, nil): return false
    case (let first?, let second?) where first != second: return first < second
    default: break
    }
    // Bytes, not characters: something before the dot may be one character with it.
    let (leftStem, rightStem) = (stem(of: left.path), stem(of: right.path))
    if !leftStem.elementsEqual(rightStem) {
      return leftStem.lexicographicallyPrecedes(rightStem)
    }
    return bytesPrecede(left.path, right.path)
  }
}

/// What is known of a submission after the run; one line of `submissions.csv`.
package struct SubmissionOutcome: Sendable, Equatable {
  package var file: SubmissionFile
  /// Nothing for a file that is not due.
  package var byteCount: Int?
  /// 64 lower-case hexadecimal digits; nothing for a file that is not due.
  package var sha256: String?
  package var encoding: TextEncoding?
  /// `,` `;` `tab` `|`, or blank where none was needed.
  package var delimiter: String
  /// Nothing for a CSV file.
  package var sheet: SheetReading?
  package var records: RecordKindCounts
  package var dispositions: DispositionCounts

  package init(
    file: SubmissionFile, byteCount: Int? = nil, sha256: String? = nil,
    encoding: TextEncoding? = nil, delimiter: String = "", sheet: SheetReading? = nil,
    records: RecordKindCounts = RecordKindCounts(),
    dispositions: DispositionCounts = DispositionCounts()
  ) {
    self.file = file
    self.byteCount = byteCount
    self.sha256 = sha256
    self.encoding = encoding
    self.delimiter = delimiter
    self.sheet = sheet
    self.records = records
    self.dispositions = dispositions
  }
}

/// How a workbook was read: which of its sheets, and what of it is filled down.
package struct SheetReading: Sendable, Equatable {
  package var name: String
  /// Among the sheets that hold cells, from 0.
  package var index: Int
  /// 1-based record in which the header ends; 0 without one.
  package var headerRecord: Int
  /// The positions of columns in which a merged cell says the same of each of its rows.
  package var filledPositions: [Int]
  /// All sheets that hold cells, in order.
  package var sheets: [String]
  /// Those of them that have a header, too, and are not read.
  package var unreadSheets: [String]
  /// How its texts read: old fonts stay in a workbook, too.
  package var encoding = TextEncoding.utf8

  package init(
    name: String, index: Int, headerRecord: Int, filledPositions: [Int], sheets: [String],
    unreadSheets: [String]
  ) {
    self.name = name
    self.index = index
    self.headerRecord = headerRecord
    self.filledPositions = filledPositions
    self.sheets = sheets
    self.unreadSheets = unreadSheets
  }
}
