import Domain
import Files
import Testing

@testable import Audit

/// A ledger of five lines, of which the second was replaced by the fourth.
struct SampleLedger {
  static let issues: [(cutoff: Quarter, manifest: String)] = [
    (Quarter(year: 2023, number: 4), hash("1")), (Quarter(year: 2024, number: 1), hash("2")),
    (Quarter(year: 2024, number: 2), hash("3")), (Quarter(year: 2024, number: 1), hash("4")),
    (Quarter(year: 2024, number: 3), hash("5")),
  ]

  static let bytes = issues.reduce(into: [UInt8]()) { bytes, issue in
    bytes = Ledger.appending(
      cutoff: issue.cutoff, manifest: issue.manifest, version: "1.2.0", to: bytes)
  }

  /// The release folders that belong to it.
  static let folders: [String: String?] = [
    "2023-Q4": hash("1"), "2024-Q1": hash("4"), "2024-Q2": hash("3"), "2024-Q3": hash("5"),
  ]
}

struct LedgerTests {
  @Test func `a ledger begins with its header, and each line seals the one before it`() {
    let header = "cutoff,manifest,version,previous"
    let first = "2023-Q4,\(hash("1")),1.2.0,\(FileDigest.hexadecimal(of: Array(header.utf8)))"
    let second = "2024-Q1,\(hash("2")),1.2.0,\(FileDigest.hexadecimal(of: Array(first.utf8)))"
    let text = String(decoding: SampleLedger.bytes, as: UTF8.self)
    #expect(text.hasPrefix("\(header)\n\(first)\n\(second)\n2024-Q2,"))
    #expect(text.hasSuffix("\n"))
  }

  @Test func `a sound ledger has no faults, and knows the latest issue`() {
    let ledger = Ledger.parse(SampleLedger.bytes)
    #expect(ledger.faults == [])
    #expect(ledger.lines.map(\.lineNumber) == [2, 3, 4, 5, 6])
    #expect(ledger.latest(of: Quarter(year: 2024, number: 1))?.manifest == hash("4"))
    #expect(ledger.latest(of: Quarter(year: 2022, number: 1)) == nil)
  }

  @Test func `every byte of a ledger is sealed by its chain or by the release`() throws {
    let bytes = SampleLedger.bytes
    let version = try #require(Ledger.parse(bytes).lines.last?.version)
    for index in bytes.indices {
      for pattern: UInt8 in [0x01, 0x02, 0x04, 0x20, 0x80, 0xFF] {
        var changed = bytes
        changed[index] ^= pattern
        let check = LedgerCheck(
          Ledger.parse(changed), release: "2024-Q3", manifest: hash("5"), version: version,
          folders: SampleLedger.folders)
        #expect(!check.isPassed, "byte \(index)")
      }
    }
  }

  @Test func `a line that is removed or put in breaks the chain`() {
    let lines = SampleLedger.bytes.split(separator: 0x0A)
    for removed in 1..<5 {
      var shorter = lines
      shorter.remove(at: removed)
      #expect(
        Ledger.parse(shorter.flatMap { $0 + [0x0A] }).faults == [.brokenChain(removed + 1)])
      var longer = lines
      longer.insert(lines[1], at: removed + 1)
      #expect(
        Ledger.parse(longer.flatMap { $0 + [0x0A] }).faults.contains(.brokenChain(removed + 2)))
    }
  }

  @Test func `what a spreadsheet makes of a ledger is called so, and the chain still reads`() {
    let text = String(decoding: SampleLedger.bytes, as: UTF8.self)
    let saved = "\u{FEFF}" + text.split(separator: "\n").map { "\($0)\r\n" }.joined()
    let ledger = Ledger.parse(Array(saved.utf8))
    #expect(ledger.faults == [.byteOrderMark, .carriageReturns(1)])
    #expect(ledger.lines.count == 5)
    let longer = Ledger.appending(
      cutoff: Quarter(year: 2024, number: 4), manifest: hash("6"), version: "1.2.0",
      to: Array(saved.utf8))
    #expect(longer.starts(with: Array(saved.utf8)))
    #expect(Ledger.parse(longer).faults == [.byteOrderMark, .carriageReturns(1)])
    #expect(Ledger.parse(longer).lines.count == 6)
  }

  @Test func `appending loses nothing, and chains to a broken last line as it stands`() {
    for end in ["", "\n", "\n\n"] {
      let broken = Array("cutoff,manifest,version,previous\nrác\(end)".utf8)
      let longer = Ledger.appending(
        cutoff: Quarter(year: 2024, number: 4), manifest: hash("6"), version: "1.2.0", to: broken)
      #expect(longer.starts(with: broken))
      let ledger = Ledger.parse(longer)
      #expect(ledger.faults.allSatisfy { if case .malformedLine = $0 { true } else { false } })
      #expect(ledger.lines.count == 1)
    }
  }

  @Test func `an empty ledger, a wrong header and a missing line end are faults`() {
    #expect(Ledger.parse([]).faults == [.empty])
    #expect(Ledger.parse(Array("a,b\n".utf8)).faults == [.wrongHeader(text: "a,b")])
    #expect(Ledger.parse(SampleLedger.bytes.dropLast()).faults == [.noLineEnd])
    let year = Array("cutoff,manifest,version,previous\n2024,\(hash("1")),1,\(hash("2"))\n".utf8)
    #expect(
      Ledger.parse(year).faults == [
        .malformedLine(2, text: "2024,\(hash("1")),1,\(String(repeating: "2", count: 28))…")
      ])
  }

  struct MessageCase {
    var fault: LedgerFault
    var vietnamese: String
    var english: String
  }

  @Test(arguments: [
    MessageCase(
      fault: .empty,
      vietnamese: "ledger.csv: sổ phát hành bị thiếu hoặc trống; hãy lấy lại từ bản sao lưu",
      english: "ledger.csv: the ledger is missing or empty; restore it from a backup"),
    MessageCase(
      fault: .byteOrderMark,
      vietnamese: "ledger.csv: sổ phát hành có dấu BOM ở đầu, như khi bảng tính lưu đè lên; "
        + "hãy lấy lại từ bản sao lưu",
      english: "ledger.csv: the ledger starts with a byte-order mark, as when a spreadsheet saves "
        + "over it; restore it from a backup"),
    MessageCase(
      fault: .carriageReturns(2),
      vietnamese: "ledger.csv:2: dòng kết thúc bằng CR LF, như khi bảng tính lưu đè lên; "
        + "hãy lấy lại từ bản sao lưu",
      english: "ledger.csv:2: the line ends with CR LF, as when a spreadsheet saves over it; "
        + "restore it from a backup"),
    MessageCase(
      fault: .wrongHeader(text: "a"),
      vietnamese: "ledger.csv:1: dòng tiêu đề phải là “cutoff,manifest,version,previous”, nhưng "
        + "là “a”; hãy lấy lại từ bản sao lưu",
      english: "ledger.csv:1: the header must be “cutoff,manifest,version,previous”, but is “a”; "
        + "restore it from a backup"),
    MessageCase(
      fault: .malformedLine(4, text: "a"),
      vietnamese: "ledger.csv:4: không phải một dòng của sổ phát hành: “a”; "
        + "hãy lấy lại từ bản sao lưu",
      english: "ledger.csv:4: not a line of the ledger: “a”; restore it from a backup"),
    MessageCase(
      fault: .brokenChain(4),
      vietnamese: "ledger.csv:4: chuỗi niêm phong bị đứt: dòng 3 không phải dòng mà kheo đã ghi "
        + "trước dòng này (bị sửa, bị xóa hoặc bị chèn thêm); hãy so với bản sao lưu",
      english: "ledger.csv:4: the chain is broken: line 3 is not the one that kheo wrote before "
        + "this line (changed, removed or put in between); compare with a backup"),
    MessageCase(
      fault: .noLineEnd,
      vietnamese: "ledger.csv: dòng cuối không có ký tự xuống dòng: sổ phát hành bị cắt cụt; "
        + "hãy lấy lại từ bản sao lưu",
      english: "ledger.csv: the last line has no line end: the ledger is cut off; "
        + "restore it from a backup"),
  ])
  func `each fault says where, what, and what to do`(_ test: MessageCase) {
    #expect(test.fault.message(in: .vietnamese) == test.vietnamese)
    #expect(test.fault.message(in: .english) == test.english)
  }
}
