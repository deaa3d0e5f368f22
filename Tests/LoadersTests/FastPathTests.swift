import CSVParsing
import Domain
import Encodings
import Files
import Foundation
import TestSupport
import Testing
import Vietnamese

@testable import Loaders

/// What the fast path takes comes out as it does on the way that is the definition (see `Marks`).
struct FastPathTests {
  private static let context: LoadingContext = {
    var context = Sample.context()
    context.tracesRecords = true
    return context
  }()

  /// One that asks for another column, and counts to another cut-off.
  private static let strictContext = Sample.context(
    required: [.quantity], cutoff: Quarter(year: 2023, number: 2))

  /// One outside of a workspace, where no ward and no field is known.
  private static let bareContext: LoadingContext = {
    var context = Sample.context()
    context.lookup = nil
    return context
  }()

  // MARK: Single cells

  /// Layouts that have all columns between them.
  static let layouts = [RandomForms.layouts[0], RandomForms.layouts[1], RandomForms.layouts[2]]

  @Test(arguments: layouts.indices)
  func `an odd cell in any place of a plain record is read alike, quoted or not`(_ index: Int) {
    let layout = FastPathTests.layouts[index]
    var forms = RandomForms(seed: UInt64(index + 1))
    var ways = BothWays(FastPathTests.context)
    let submitters: [Submitter] = [.ward(0), .organization(0)]
    for (round, odd) in RandomForms.oddCells.enumerated() {
      let submitter = submitters[round % 2]
      // Says at once what the delimiter is.
      var text = "sep=,\n\(layout.map(\.displayName).joined(separator: ","))\n"
      func append(_ cells: [String]) { text += cells.joined(separator: ",") + "\n" }
      for place in layout.indices {
        let cells = layout.map { column in
          let cell = forms.plainCell(column, round + 1, submitter)
          return RandomForms.needsQuotes(cell, ",") ? RandomForms.quoted(cell) : cell
        }
        if place == 0 { append(cells) }
        let quoted = RandomForms.quoted(odd)
        let isRaw = (round + place) % 2 == 0
        for written in RandomForms.needsQuotes(odd, ",") ? [odd, quoted] : [isRaw ? odd : quoted] {
          var cells = cells
          cells[place] = written
          append(cells)
        }
        if place % 3 == 2 { append(cells) }
      }
      ways.expectAlike(Array(text.utf8), from: submitter, period: Period(year: 2023))
    }
  }

  // MARK: Forms

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `forms with sections, groups, totals, breakdowns, footers and faults are read alike`(
    _ seed: UInt64
  ) {
    var forms = RandomForms(seed: 10 + seed)
    var ways = BothWays(seed == 4 ? FastPathTests.strictContext : FastPathTests.context)
    for _ in 0..<50 { ways.expectAlike(forms.form(rows: 14, rarity: 6)) }
    #expect(ways.rowCount > 100)
    #expect(ways.flaggedCount > 40)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `forms with slips of the hand in any place are read alike`(_ seed: UInt64) {
    var forms = RandomForms(seed: 20 + seed)
    var ways = BothWays(seed == 4 ? FastPathTests.strictContext : FastPathTests.context)
    for _ in 0..<160 {
      let form = forms.form(rows: 5, rarity: 12)
      let bytes = forms.mutated(form.text)
      ways.expectAlike(bytes, from: form.submitter, period: form.period)
    }
    #expect(ways.rowCount > 60)
  }

  @Test func `forms in UTF-16, and those that are looked at outside of a workspace, are, too`() {
    var forms = RandomForms(seed: 31)
    var ways = BothWays(FastPathTests.context)
    var bareWays = BothWays(FastPathTests.bareContext)
    for _ in 0..<25 {
      let form = forms.form(rows: 8, rarity: 8)
      let units = Array(form.text.utf16).flatMap { unit in
        [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      }
      ways.expectAlike([0xFF, 0xFE] + units, from: form.submitter, period: form.period)
      bareWays.expectAlike(form.bytes, from: .unspecified, period: nil)
    }
    #expect(ways.rowCount > 20)
  }

  @Test(arguments: [0, 2, 3, 4])
  func `a file of several windows is read alike, whatever ends its lines`(_ index: Int) {
    let text = FastPathTests.plainText(
      rows: 500, lineEnds: RandomForms.lineEnds[index]
    ) { number in
      switch number % 97 {
      case 11: "\(number),\"Trồng\n\"\"hoa\"\"\",KT,2023,1"
      case 23: "\(number),\"Trồng\r\nhoa\",KT,2023,"
      case 37: "\(number),Trồng \"hoa\",KT,2023,1"
      case 53: "\(number),Trồng hoa,KT,15/08/2023,1"
      case 71: "Cộng,,,,\(number)"
      case 89: "\(number),\"Trồng hoa,KT,2023,1"
      default: nil
      }
    }
    var ways = BothWays(FastPathTests.context)
    let reading = ways.expectAlike(Array(text.utf8), from: .ward(0), period: nil)
    #expect(text.utf8.count > Marks.windowSize)
    #expect(reading.block.count > 450)
  }

  @Test func `cells beyond a window, and beyond the limit, are read alike`() {
    var ways = BothWays(FastPathTests.context)
    let rows = "1,Trồng hoa,KT,2023,1\n"
    for size in [96, 97, 511, 512, 513, 16_000, 17_000, 40_000, SubmissionLimits.cellSize + 1] {
      let name = String(repeating: "a", count: size)
      for cell in size > 50_000 ? [name] : [name, "\"\(name)\n\""] {
        let text = "sep=,\n\(Sample.header)\(rows)2,\(cell),KT,2023,1\n\(rows)Cộng,,,,3\n"
        let reading = ways.expectAlike(Array(text.utf8), from: .ward(0), period: nil)
        #expect(reading.block.count == (size > SubmissionLimits.cellSize ? 2 : 3))
      }
    }
  }

  // MARK: What was read before

  @Test(arguments: [
    "Trồng cây,KT,2023,5,2", ",,,Tổng số,Nữ", " ,,,Tổng số,Nữ", "\u{1680},,,Tổng số,Nữ",
    "\u{200B},,,Tổng số,Nữ", "\"\",,,Tổng số,Nữ", "x,,,Tổng số,Nữ", "ổ,,,Tổng số,Nữ", "",
    "a;b;c,,,Tổng số,Nữ",
  ])
  func `a header that was met before is the one that is found, whatever stands below it`(
    _ line: String
  ) {
    let header = "Tên mô hình,Lĩnh vực,Năm,Số người hưởng lợi,\n"
    var ways = BothWays(FastPathTests.context)
    let otherHeader = "Tên mô hình;Lĩnh vực;Năm;Quý;SL\n"
    for second in ["Trồng hoa,KT,2023,5,2", line, "Trồng hoa,KT,2023,5,2"] {
      for (lineEnd, tail) in [("\n", ""), ("\r\n", ""), ("\n", otherHeader)] {
        let text = "\(header)\(second)\nNuôi ong,KT,2023,1,\n\(tail)"
        let ended = text.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: lineEnd)
        ways.renew()
        ways.expectAlike(Array(ended.utf8), from: .ward(0), period: nil)
      }
    }
  }

  // MARK: Files

  @Test func `the submissions of the sample workspace are read alike`() throws {
    let rowCount = try readAlike(SubmissionFolders.inputs)
    #expect(rowCount > 1_000)
  }

  @Test func `the submissions of the case folders are read alike`() throws {
    var rowCount = 0
    for inputs in SubmissionFolders.cases { rowCount += try readAlike(inputs) }
    #expect(rowCount > 50)
  }

  /// Reads all submissions of a workspace on both ways; how many clean records they have.
  private func readAlike(_ inputs: String) throws -> Int {
    let workspace = try SmallWorkspace(inputs)
    var ways = BothWays(workspace.context)
    for file in workspace.files {
      let bytes = try readFile(at: "\(inputs)/\(file.path)")
      ways.expectAlike(bytes, as: workspace.text(of: bytes, file), file)
    }
    return ways.rowCount
  }

  // MARK: What the fast path takes

  @Test func `every record of a plain file is taken by the steps of the fast path`() throws {
    for lineEnds in RandomForms.lineEnds {
      // A carriage return at the very end is left to the scanner.
      let text = FastPathTests.plainText(rows: 300, lineEnds: lineEnds) { _ in nil } + "\n"
      let reading = Sample.read(text)
      try #require(reading.block.count == 300)
      #expect(
        FastPathTests.takenCount(
          of: reading, SubmissionText(Array(text.utf8)), Sample.context()) == 300)
    }
  }

  @Test func `nine in ten of the clean records of the sample workspace are taken`() throws {
    let workspace = try SmallWorkspace(SubmissionFolders.inputs)
    var cleanCount = 0
    var takenCount = 0
    for file in workspace.files {
      let bytes = try readFile(at: "\(SubmissionFolders.inputs)/\(file.path)")
      let text = workspace.text(of: bytes, file)
      let reading = SubmissionReader.read(
        bytes, as: text, file: file, context: workspace.context, isFast: false)
      cleanCount += reading.block.count
      takenCount += FastPathTests.takenCount(of: reading, text, workspace.context)
    }
    #expect(cleanCount > 1_000)
    #expect(takenCount * 10 >= cleanCount * 9, "\(takenCount) of \(cleanCount)")
  }

  /// How many of the rows of a reading the steps of the fast path take, each by itself; one that
  /// comes out otherwise is an issue.
  private static func takenCount(
    of reading: SubmissionReading, _ text: SubmissionText, _ context: LoadingContext
  ) -> Int {
    guard let header = reading.header, text.allowsPlainRecords else { return 0 }
    var decoder = RecordDecoder(
      context: context, header: header, submitter: reading.file.submitter,
      period: reading.file.period, memory: ReadingMemory())
    return text.bytes.withUnsafeBufferPointer { bytes in
      var records = PlainRecords(
        bytes, delimiter: delimiterByte(reading.delimiter), width: header.headings.count)
      var record = PlainRecords.Record()
      var count = 0
      for row in reading.block.rows {
        records.resume(
          at: RecordScanner.State(position: Int(row.offset), line: Int(row.line)))
        guard records.read(&record) else { continue }
        if record.mayBeOdd, isOdd(bytes, record.start..<record.end) { continue }
        guard
          var taken = decoder.plainRow(record, in: records, number: Int(row.recordNumber))
        else { continue }
        count += 1
        let (owner, expected) = (
          decoder.owners[Int(taken.owner)], reading.block.owners[Int(row.owner)]
        )
        taken.owner = row.owner
        if taken != row || owner != expected {
          Issue.record("\(reading.file.path): \(taken) of \(owner), not \(row) of \(expected)")
        }
      }
      return count
    }
  }

  private static func isOdd(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: bytes[range])
    return holdsOddBytes(bytes) || TextDamage.isPossible(in: bytes)
  }

  /// A file of one ward with plain records, and what `other` puts in their places.
  private static func plainText(
    rows: Int, lineEnds: [String], other: (_ number: Int) -> String?
  ) -> String {
    let names = [
      "Trồng hoa ven đường làng", "Tổ tự quản số 5 khu dân cư", "\"Nhà sạch, vườn đẹp\"",
      "Nuôi ong lấy mật",
    ]
    var dice = Dice(seed: UInt64(rows))
    var text = String(Sample.header.dropLast()) + dice.pick(lineEnds)
    for number in 1...rows {
      let (name, field) = (dice.pick(names), dice.pick(["KT", "VH-XH"]))
      let (year, quantity) = (dice.pick(["2022", "2023"]), dice.pick(["", "1", "2"]))
      text += other(number) ?? "\(number),\(name),\(field),\(year),\(quantity)"
      text += dice.pick(lineEnds)
    }
    return text
  }
}

/// Reads submissions on both ways; what differs is an issue.
///
/// The fast one keeps its memory from one to the next, the other one has a new memory now and then:
/// what was read before must not show.
private struct BothWays {
  private let context: LoadingContext
  private let memory = ReadingMemory()
  private var freshMemory = ReadingMemory()
  private var count = 0
  private var faultCount = 0
  private(set) var rowCount = 0
  private(set) var flaggedCount = 0

  init(_ context: LoadingContext) { self.context = context }

  /// Forgets on the exact way what was read before.
  mutating func renew() { freshMemory = ReadingMemory() }

  mutating func expectAlike(_ form: RandomForms.Form) {
    expectAlike(form.bytes, from: form.submitter, period: form.period)
  }

  @discardableResult
  mutating func expectAlike(
    _ bytes: [UInt8], from submitter: Submitter, period: Period?
  ) -> SubmissionReading {
    let file = SubmissionFile(
      path: "submissions/a.csv", period: period, submitter: submitter, isDue: true)
    // What is stated needs no judge of encodings, which takes its time.
    return expectAlike(bytes, as: SubmissionText(bytes, stated: .utf8), file)
  }

  @discardableResult
  mutating func expectAlike(
    _ bytes: [UInt8], as text: SubmissionText, _ file: SubmissionFile
  ) -> SubmissionReading {
    if count % 5 == 0 { freshMemory = ReadingMemory() }
    count += 1
    let exact = SubmissionReader.read(
      bytes, as: text, file: file, context: context, memory: freshMemory, isFast: false)
    let fast = SubmissionReader.read(
      bytes, as: text, file: file, context: context, memory: memory, isFast: true)
    rowCount += exact.block.count
    flaggedCount += exact.flagged.count
    let differences = ReadingDifferences(fast, exact).lines
    if differences.isEmpty { return exact }
    faultCount += 1
    // A few say as much as hundreds.
    if faultCount <= 3 {
      Issue.record(
        """
        \(file.path), \(String(decoding: text.bytes.prefix(4_000), as: UTF8.self).debugDescription):
        \(differences.prefix(8).joined(separator: "\n"))
        """)
    }
    return exact
  }
}

/// The folders of inputs in the repository.
private enum SubmissionFolders {
  private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let inputs = root.appending(path: "inputs").path(percentEncoded: false)

  static let cases: [String] = {
    let folder = root.appending(path: "Tests/ConsolidationTests/Cases")
      .path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "\(folder)/\($0)/inputs" }
  }()
}

/// What of a workspace is needed to read its submissions, all of them due.
private struct SmallWorkspace {
  let files: [SubmissionFile]
  let context: LoadingContext

  init(_ inputs: String) throws {
    let loaded = try RegisterLoader.load(inputs: inputs)
    let settings = try SettingsLoader.load(
      inputs: inputs, fields: loaded.registers.fields, submitters: loaded.submitters
    ).settings
    let folder = try WorkspaceLoader.submissions(inputs: inputs, submitters: loaded.submitters)
    let cutoff = folder.latestQuarter ?? Quarter(year: settings.years.upperBound, number: 4)
    files = folder.files
    context = LoadingContext(
      registers: loaded.registers, lookup: loaded.lookup, settings: settings,
      span: ReportedSpan(years: settings.years, cutoff: cutoff), tracesRecords: true)
  }

  func text(of bytes: [UInt8], _ file: SubmissionFile) -> SubmissionText {
    SubmissionText(
      bytes, recognition: context.recognition,
      stated: context.settings.statedEncoding(of: file.submitter))
  }
}
