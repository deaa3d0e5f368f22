import Domain
import TestSupport
import Testing

@testable import Loaders

/// Whatever the bytes, a reading comes out and its numbers add up.
struct ByteSoupTests {
  private static let tokens: [[UInt8]] =
    [
      "Tên mô hình", "Lĩnh vực", "Năm", "Số lượng", "STT", "Đơn vị", "Quý", "name,field,year\n",
      "STT;Tên mô hình;Lĩnh vực;Năm;SL\n", "1,2,3\n", "(1),(2)", "Tổng cộng", "Cộng,,,5\n", "KT",
      "VH-XH", "2023", "2023-Q3", "31/02/2023", "quý III/2023", "1.000", "99999999999999999999",
      "0", "-", "…", "An Lưu", "Hòa Bình", "01", "a", "Trồng hoa", ",", ",", ",", ";", "\t", "|",
      "\"", "\"", "\"\"", "\n", "\n", "\r", "\r\n", " ", "\u{A0}", "\u{200B}", "\u{FEFF}", "\0",
      "\u{301}", "👍🏽", "sep=;\n", "SEP=|\r\n", "1,Trồng hoa,KT,2023,2\n", ",Ký tên,,,\n",
      "\u{1B}[31m",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC3], [0xE1, 0xBB], [0xED, 0xA0, 0x80], [0x80], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE],
      [0xFE, 0xFF], [0x00], [0xF4, 0x90, 0x80, 0x80],
    ]

  private func expectSound(_ bytes: [UInt8], _ submitter: Submitter, _ period: Period?) {
    let reading = Sample.read(bytes, from: submitter, period: period)
    func fail(_ what: String) { Issue.record("\(what): \(bytes)") }
    let text = SubmissionText(bytes)
    let texts = Array(TextRecords(text, delimiter: delimiterByte(reading.delimiter)))
    if reading.recordCount != texts.count { fail("the records are not those of the text") }
    if reading.records.total != reading.recordCount { fail("the kinds do not add up") }
    if reading.flaggedRecords != reading.flaggedRecords.sorted() { fail("readings out of order") }
    if reading.plainRecords != reading.plainRecords.sorted() { fail("rows out of order") }
    if Set(reading.flaggedRecords + reading.plainRecords).count
      != reading.flagged.count + reading.block.count
    {
      fail("a record is there twice")
    }
    let judged = reading.flagged.count { $0.kind == .data && $0.isJudged }
    if reading.isRejectedAsWhole {
      if reading.block.count + judged > 0 { fail("a rejected file was looked into") }
    } else if reading.block.count + judged != reading.records[.data] {
      fail("a data record is lost")
    }
    for record in reading.flagged {
      if record.line != texts[record.number - 1].line { fail("a line differs") }
      if record.isJudged, record.cells != texts[record.number - 1].cells { fail("cells differ") }
      if record.anomalies.isIllFormed != texts[record.number - 1].anomalies.isIllFormed {
        fail("ill-formed bytes are told differently")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `texts of nasty pieces never trap, and every record has one kind`(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    let submitters: [Submitter] = [.ward(0), .ward(1), .organization(0), .unknown]
    let periods = [nil, Period(year: 2023), Period(year: 2023, quarter: 2)]
    for round in 0..<1_000 {
      var bytes: [UInt8] = dice.roll(2) == 0 ? [] : Array(Sample.header.utf8)
      for _ in 0...dice.roll(40) { bytes += dice.pick(ByteSoupTests.tokens) }
      if round % 10 == 0 { bytes = [0xFF, 0xFE] + bytes.flatMap { [$0, 0] } }
      expectSound(bytes, dice.pick(submitters), dice.pick(periods))
    }
  }

  @Test func `random bytes never trap`() {
    var dice = Dice(seed: 9)
    for _ in 0..<1_000 {
      let bytes = (0..<dice.roll(60)).map { _ in UInt8(dice.roll(255)) }
      expectSound(bytes, .ward(0), nil)
    }
  }

  @Test func `every beginning of a text is sound`() {
    let text =
      "\u{FEFF}sep=;\nBáo cáo\n\(Sample.header)1;\"Trồng\n\"\"hoa\"\"\";KT;2023;2\r\nCộng;;;;2\rKý tên"
    let bytes = Array(text.utf8)
    for count in 0...bytes.count { expectSound(Array(bytes.prefix(count)), .ward(0), nil) }
  }
}
