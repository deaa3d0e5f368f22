import Domain
import Files
import Loaders
import TestSupport
import Testing

/// The texts of single records, fetched once more.
struct RecordRecallTests {
  private let folder: TemporaryFolder
  private let text =
    "sep=;\nTên mô hình;Lĩnh vực;Năm\n\" Trồng\nhoa \";KT;2023\nNuôi o\u{302}ng;KT;2023\n"

  init() throws { folder = try TemporaryFolder() }

  private func outcome(_ bytes: [UInt8]) throws -> SubmissionOutcome {
    try folder.write(bytes, to: "submissions/a.csv")
    let reading = Sample.read(bytes)
    return SubmissionOutcome(
      file: reading.file, byteCount: bytes.count, sha256: reading.sha256,
      encoding: reading.encoding, delimiter: reading.delimiter, records: reading.records)
  }

  @Test func `the cells of the wanted records come trimmed and in NFC`() throws {
    let outcome = try outcome(Array(text.utf8))
    let found = try RecordRecall.cells(of: [3, 4], in: outcome, inputs: folder.path)
    #expect(found == [3: ["Trồng\nhoa", "KT", "2023"], 4: ["Nuôi ông", "KT", "2023"]])
    #expect(found[4].map { Array($0[0].utf8) } == Array("Nuôi ông".utf8))
  }

  @Test func `the cells of an old encoding come as they were read`() throws {
    let rows =
      "Tên mô hình,Lĩnh vực,Năm\nTrồng bưởi da xanh,Kinh tế,2023\nTổ tự quản đường,KT,2023\n"
    let outcome = try outcome(OldEncoding.tcvn3.encoded(rows))
    #expect(outcome.encoding == .tcvn3)
    let found = try RecordRecall.cells(of: [3], in: outcome, inputs: folder.path)
    #expect(found == [3: ["Tổ tự quản đường", "KT", "2023"]])
  }

  @Test func `the cells of an unclear encoding are not shown`() throws {
    let bytes =
      OldEncoding.vniWindows.encoded("Tên mô hình,Lĩnh vực,Năm\nTrồng bưởi,Kinh tế,2023\n")
      + OldEncoding.tcvn3.encoded(
        "Câu lạc bộ văn nghệ,KT,2023\nVận động hiến đất mở đường,KT,2023\n")
    let outcome = try outcome(bytes)
    #expect(outcome.encoding == .unclear)
    let found = try RecordRecall.cells(of: [4], in: outcome, inputs: folder.path)
    let name =
      "V\u{FFFD}n \u{FFFD}\u{FFFD}ng hi\u{FFFD}n \u{FFFD}\u{FFFD}t m\u{FFFD} \u{FFFD}\u{FFFD}ng"
    #expect(found == [4: [name, "KT", "2023"]])
  }

  @Test func `records that are not there, or not wanted, do not come`() throws {
    let outcome = try outcome(Array(text.utf8))
    #expect(try RecordRecall.cells(of: [], in: outcome, inputs: folder.path).isEmpty)
    #expect(try RecordRecall.cells(of: [0, 5], in: outcome, inputs: folder.path).isEmpty)
  }

  @Test func `a file that has other bytes by now is an error`() throws {
    let outcome = try outcome(Array(text.utf8))
    try folder.write(Array((text + "\n").utf8), to: "submissions/a.csv")
    let error = try #require(throws: FileError.self) {
      try RecordRecall.cells(of: [3], in: outcome, inputs: folder.path)
    }
    #expect(
      error
        == FileError(path: "\(folder.path)/submissions/a.csv", reason: .changedWhileRead))
  }
}
