import CSVParsing
import Domain
import Encodings
import Files
import Vietnamese
import Workers

/// How a big file is read by several threads.
package struct Splitting: Sendable {
  /// How many at a time; one reads every file as a whole.
  package var threads = 1
  /// Bytes of a part.
  package var partSize = 4 << 20

  package init(threads: Int = 1) { self.threads = threads }
}

/// Runs of plain records in a big file, read by several threads before it is known what stands above
/// them.
///
/// How it works. The text is cut into parts, each of which begins behind the first line end outside
/// quotes; the parity of all quotes before it tells which that is, as long as they stand where they
/// belong. Each part is read like the plain records of a whole file. Then the reader goes over the file
/// in order as ever: where it stands between two records right before a run, and nothing above has a
/// bearing on what follows, all that the run assumed is true, and it is taken as it is; elsewhere the
/// reader reads for itself. So nothing depends on where the cuts are.
struct PlainRuns {
  struct Run: Sendable {
    var start: RecordScanner.State
    var end: RecordScanner.State
    /// Where its last record starts.
    var lastStart = 0
    /// With numbers from 1, lines as in its part, and owners by their numbers in the part.
    var rows: [RecordRow] = []
    var quantities = 0
  }

  /// What came of one part.
  struct Part: Sendable {
    var runs: [Run] = []
    var owners: [IdentityMaker.MetOwner] = []
  }

  private var parts: [Part] = []
  private var part = 0
  private var run = 0

  /// Of a text that is read as a whole.
  init() {}

  init(parts: [Part]) { self.parts = parts }

  /// The run that starts at a position, and the owners of its part; it is handed out once.
  @inline(__always)
  mutating func take(at position: Int) -> (run: Run, owners: [IdentityMaker.MetOwner])? {
    if part == parts.count { return nil }
    return find(position)
  }

  private mutating func find(_ position: Int) -> (run: Run, owners: [IdentityMaker.MetOwner])? {
    while part < parts.count {
      while run < parts[part].runs.count {
        let start = parts[part].runs[run].start.position
        if start > position { return nil }
        run += 1
        guard start == position else { continue }
        let found = (parts[part].runs[run - 1], parts[part].owners)
        parts[part].runs[run - 1].rows = []
        return found
      }
      parts[part] = Part()
      part += 1
      run = 0
    }
    return nil
  }
}

/// Reads the parts of a text, and its hash beside them.
struct PartReader: @unchecked Sendable {
  /// The text, which outlives the reading.
  let bytes: UnsafeBufferPointer<UInt8>
  let raw: [UInt8]
  let delimiter: UInt8
  let context: LoadingContext
  let header: SubmissionHeader
  let file: SubmissionFile
  /// The position of row numbers where they group rows.
  let numberPosition: Int?

  /// Runs shorter than this are not worth keeping.
  private static let fewestRows = 4

  /// What there is to do for a file, by one thread at a time.
  private enum Piece: Sendable {
    case hash(String)
    case part(PlainRuns.Part)
  }

  /// The parts of what begins at `start`, between two records, and the SHA-256 of the file.
  func read(from start: Int) -> (runs: PlainRuns, sha256: String) {
    let starts = starts(from: start)
    let pieces = sideBySide(
      starts.count + 1, threads: context.splitting.threads, tool: ReadingMemory.init
    ) { (memory, number) -> Piece in
      // The hash takes longest, and comes first.
      if number == 0 { return .hash(FileDigest.hexadecimal(of: raw)) }
      let end = number < starts.count ? starts[number] : bytes.count
      return .part(part(from: starts[number - 1], to: end, memory))
    }
    var sha256 = ""
    var parts: [PlainRuns.Part] = []
    for piece in pieces {
      switch piece {
      case .hash(let hash): sha256 = hash
      case .part(let part): parts.append(part)
      }
    }
    return (PlainRuns(parts: parts), sha256)
  }

  /// Where the parts begin, each behind the one before it.
  private func starts(from start: Int) -> [Int] {
    let size = context.splitting.partSize
    let cuts = Array(stride(from: start, to: bytes.count, by: size))
    let counts = sideBySide(cuts.count, threads: context.splitting.threads) { index in
      let end = min(cuts[index] + size, bytes.count)
      return bytes[cuts[index]..<end].reduce(0) { $0 &+ ($1 == UInt8(ascii: "\"") ? 1 : 0) }
    }
    var starts = [start]
    var before = 0
    for index in cuts.indices.dropLast() {
      before += counts[index]
      if let found = behindLineEnd(from: cuts[index + 1], isInside: !before.isMultiple(of: 2)),
        found > starts[starts.count - 1]
      {
        starts.append(found)
      }
    }
    return starts
  }

  /// Behind the first line end outside quotes.
  private func behindLineEnd(from start: Int, isInside: Bool) -> Int? {
    var isInside = isInside
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): isInside.toggle()
      case UInt8(ascii: "\n") where !isInside: return index + 1
      case UInt8(ascii: "\r") where !isInside:
        return index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
          ? index + 2 : index + 1
      default: break
      }
      index += 1
    }
    return nil
  }

  private func part(from start: Int, to end: Int, _ memory: ReadingMemory) -> PlainRuns.Part {
    var part = PlainRuns.Part()
    var decoder = RecordDecoder(
      context: context, header: header, submitter: file.submitter, period: file.period,
      memory: memory)
    var records = PlainRecords(bytes, delimiter: delimiter, width: header.headings.count)
    var record = PlainRecords.Record()
    var other = RawRecord()
    var state = RecordScanner.State(position: start)
    records.resume(at: state)
    while state.position < end {
      var run = PlainRuns.Run(start: state, end: state)
      while records.position < end,
        let row = decoder.nextPlainRow(
          &record, in: &records, number: run.rows.count + 1, numberPosition, bytes)
      {
        run.rows.append(row)
        run.quantities += Int(row.quantity)
        run.lastStart = record.start
      }
      run.end = records.state
      if run.rows.count >= PartReader.fewestRows { part.runs.append(run) }
      if records.position >= end { break }
      // What is not plain is for the reader; the next run begins behind it.
      var scanner = RecordScanner(bytes, delimiter: delimiter, resuming: records.state)
      guard scanner.next(into: &other) else { break }
      state = scanner.state
      records.resume(at: state)
    }
    part.owners = decoder.metOwners
    return part
  }
}
