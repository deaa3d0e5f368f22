import Domain

/// What differs between two readings of one submission, a line each; nothing when all is the same.
struct ReadingDifferences {
  private(set) var lines: [String] = []

  init(_ left: SubmissionReading, _ right: SubmissionReading) {
    compare("file", left.file, right.file)
    compare("bytes", left.byteCount, right.byteCount)
    compare("sha256", left.sha256, right.sha256)
    compare("encoding", left.encoding, right.encoding)
    compare("evidence", left.encodingEvidence, right.encodingEvidence)
    compare("delimiter", left.delimiter, right.delimiter)
    compare("sheet", left.sheet, right.sheet)
    compare("fault", left.fault, right.fault)
    compare("number of records", left.recordCount, right.recordCount)
    for kind in RecordKind.allCases {
      compare("\(kind) records", left.records[kind], right.records[kind])
    }
    compare("header", left.header, right.header)
    compare("missing columns", left.missingColumns, right.missingColumns)
    compare("columns of sections", left.sectionColumns, right.sectionColumns)
    compare("totals", left.totals, right.totals)
    compare("unjudged records", left.unjudged, right.unjudged)
    compareFlagged(left.flagged, right.flagged)
    compareBlocks(left.block, right.block)
  }

  private mutating func compare<Value: Equatable>(
    _ name: String, _ left: Value, _ right: Value
  ) {
    if left != right { lines.append("\(name): \(left), not \(right)") }
  }

  private mutating func compareFlagged(_ left: [RecordReading], _ right: [RecordReading]) {
    compare("flagged records", left.map(\.number), right.map(\.number))
    for (one, other) in zip(left, right) {
      compare("record \(one.number)", one, other)
      // As texts, NFC and NFD would be the same.
      compare("record \(one.number), bytes", bytes(one.cells), bytes(other.cells))
    }
  }

  private mutating func compareBlocks(_ left: RecordBlock, _ right: RecordBlock) {
    compare("owners", left.owners.map(OwnerFacts.init), right.owners.map(OwnerFacts.init))
    if left.rows == right.rows { return }
    compare("rows", left.rows.map(\.recordNumber), right.rows.map(\.recordNumber))
    for (one, other) in zip(left.rows, right.rows) where one != other {
      let record = "row of record \(one.recordNumber)"
      compare("\(record), recordNumber", one.recordNumber, other.recordNumber)
      compare("\(record), line", one.line, other.line)
      compare("\(record), offset", one.offset, other.offset)
      compare("\(record), ward", one.ward, other.ward)
      compare("\(record), field", one.field, other.field)
      compare("\(record), registrationYear", one.registrationYear, other.registrationYear)
      compare("\(record), registrationQuarter", one.registrationQuarter, other.registrationQuarter)
      compare("\(record), quantity", one.quantity, other.quantity)
      compare("\(record), isEnded", one.isEnded, other.isEnded)
      compare("\(record), owner", owner(of: one, in: left), owner(of: other, in: right))
      compare("\(record), identity", one.identity, other.identity)
      compare("\(record), looseKey", one.looseKey, other.looseKey)
      compare("\(record), hamletKey", one.hamletKey, other.hamletKey)
      compare("\(record), nameSignature", one.nameSignature, other.nameSignature)
      compare("\(record), decidedName", one.decidedName, other.decidedName)
    }
    // Whatever else a row may come to hold.
    if lines.isEmpty { compare("rows", left.rows, right.rows) }
  }

  private func owner(of row: RecordRow, in block: RecordBlock) -> OwnerFacts? {
    let index = Int(row.owner)
    return block.owners.indices.contains(index) ? OwnerFacts(block.owners[index]) : nil
  }

  private func bytes(_ cells: [String]) -> [[UInt8]] { cells.map { Array($0.utf8) } }

  /// An owner with its spelling, byte by byte.
  private struct OwnerFacts: Equatable, CustomStringConvertible {
    private let organization: Int?
    private let key: [UInt8]
    private let spelling: [UInt8]

    init(_ owner: Owner) {
      organization = owner.organization
      key = Array(owner.key.utf8)
      spelling = Array(owner.spelling.utf8)
    }

    var description: String {
      organization.map { "organization \($0)" }
        ?? "“\(String(decoding: spelling, as: UTF8.self))” (\(String(decoding: key, as: UTF8.self)))"
    }
  }
}
