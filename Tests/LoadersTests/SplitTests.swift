import CSVParsing
import Domain
import TestSupport
import Testing

@testable import Loaders

/// A file that several threads read in parts comes out as one that is read as a whole.
struct SplitTests {
  private static func context(partSize: Int, threads: Int = 2) -> LoadingContext {
    var context = Sample.context()
    context.tracesRecords = true
    context.splitting = Splitting(threads: threads)
    context.splitting.partSize = partSize
    return context
  }

  private static func reading(
    _ bytes: [UInt8], _ form: RandomForms.Form, _ context: LoadingContext
  ) -> SubmissionReading {
    let file = SubmissionFile(
      path: "submissions/a.csv", period: form.period, submitter: form.submitter, isDue: true)
    return SubmissionReader.read(
      bytes, as: SubmissionText(bytes, stated: .utf8), file: file, context: context)
  }

  private static func expectAlike(_ bytes: [UInt8], _ form: RandomForms.Form) -> Int {
    let whole = reading(bytes, form, context(partSize: 100, threads: 1))
    for partSize in [40, 150, 700] {
      let split = reading(bytes, form, context(partSize: partSize))
      let differences = ReadingDifferences(split, whole).lines
      if !differences.isEmpty {
        Issue.record(
          """
          parts of \(partSize), \(String(decoding: bytes, as: UTF8.self).debugDescription):
          \(differences.prefix(8).joined(separator: "\n"))
          """)
      }
      // Also in their order, and as they were first spelled.
      #expect(split.block.owners == whole.block.owners)
      #expect(split.block.owners.map(\.spelling) == whole.block.owners.map(\.spelling))
      #expect(split.block.rows == whole.block.rows)
    }
    return whole.block.count
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `forms are read alike wherever they are cut`(_ seed: UInt64) {
    var forms = RandomForms(seed: 50 + seed)
    var rowCount = 0
    for _ in 0..<25 {
      let form = forms.form(rows: 20, rarity: 15)
      rowCount += SplitTests.expectAlike(form.bytes, form)
    }
    #expect(rowCount > 100)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `forms with slips of the hand are, too`(_ seed: UInt64) {
    var forms = RandomForms(seed: 60 + seed)
    for _ in 0..<40 {
      let form = forms.form(rows: 12, rarity: 15)
      _ = SplitTests.expectAlike(forms.mutated(form.text), form)
    }
  }

  /// Plain records with owners of two spellings, line ends between quotes, and now and then a record
  /// that has to be looked at.
  private static func plainText(rows: Int, faultEvery step: Int) -> String {
    var text = "Tên mô hình,Lĩnh vực,Năm,Tổ chức,Ghi chú\n"
    for number in 1...rows {
      let owner =
        number.isMultiple(of: 3) ? "Tổ hợp tác" : number.isMultiple(of: 7) ? "TỔ HỢP TÁC" : ""
      let year = number.isMultiple(of: step) ? "20x3" : "2023"
      text += "Tổ tự quản \(number),KT,\(year),\(owner),\"một,\nhai \"\"ba\"\"\"\n"
    }
    return text
  }

  @Test func `most records of a split file are read ahead, and each once`() throws {
    let text = SplitTests.plainText(rows: 2_000, faultEvery: 101)
    let bytes = Array(text.utf8)
    let file = SubmissionFile(
      path: "submissions/a.csv", period: nil, submitter: .ward(0), isDue: true)
    let context = SplitTests.context(partSize: 3_000)
    let whole = SubmissionReader.read(bytes, file: file, context: Sample.context())
    let header = try #require(whole.header)
    let start = (try #require(bytes.firstIndex(of: 0x0A))) + 1
    let (runs, sha256) = bytes.withUnsafeBufferPointer { buffer in
      PartReader(
        bytes: buffer, raw: bytes, delimiter: UInt8(ascii: ","), context: context, header: header,
        file: file, numberPosition: nil
      ).read(from: start)
    }
    #expect(sha256 == whole.sha256)
    var rest = runs
    var count = 0
    var position = start
    for row in whole.block.rows where Int(row.offset) >= position {
      guard let (run, _) = rest.take(at: Int(row.offset)) else { continue }
      count += run.rows.count
      position = run.end.position
      #expect(run.rows.first?.offset == row.offset)
    }
    #expect(count * 10 >= whole.block.count * 9, "\(count) of \(whole.block.count)")
    #expect(count <= whole.block.count)
    let split = SubmissionReader.read(bytes, file: file, context: context)
    #expect(ReadingDifferences(split, whole).lines.isEmpty)
  }

  @Test func `quotes out of place let nothing be read twice or not at all`() {
    let rows = SplitTests.plainText(rows: 60, faultEvery: 13)
    let form = RandomForms.Form(text: rows, submitter: .ward(0), period: nil)
    for place in stride(from: 60, to: rows.utf8.count, by: 97) {
      var bytes = Array(rows.utf8)
      bytes.insert(UInt8(ascii: "\""), at: place)
      _ = SplitTests.expectAlike(bytes, form)
    }
  }
}
