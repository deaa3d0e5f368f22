import Consolidation
import Domain
import Foundation
import Spreadsheet
import Testing

/// The sample workspace with its texts turned into workbooks says the same.
struct ConvertedSampleTests {
  /// A finding without its place in words, which is another one in a workbook.
  private struct Told: Hashable, Comparable {
    var rule: String
    var stem: String
    var record: Int
    var column: String
    var value: String

    init(_ finding: Finding) {
      rule = finding.rule.rawValue
      stem = String(decoding: SubmissionFile.stem(of: finding.place.path), as: UTF8.self)
      record = finding.place.record ?? 0
      column = finding.place.column
      value = finding.value
    }

    static func < (left: Told, right: Told) -> Bool {
      (left.stem, left.record, left.rule, left.column, left.value)
        < (right.stem, right.record, right.rule, right.column, right.value)
    }
  }

  @Test func `workbooks of the sample give its figures and its findings`() async throws {
    let folder = try TemporaryFolder()
    let sample = SampleWorkspaceTests.inputs
    var convertedCount = 0
    for file in try files(under: sample) {
      if file.hasPrefix("submissions/"), try convert(file, of: sample, in: folder) {
        convertedCount += 1
      } else {
        try folder.write(try bytes(of: "\(sample)/\(file)"), to: file)
      }
    }
    #expect(convertedCount > 280)
    let expected = try await report(on: sample)
    let found = try await report(on: folder.path)
    #expect(found.published == expected.published)
    #expect(found.findings.map(Told.init).sorted() == expected.findings.map(Told.init).sorted())
    #expect(found.submissions.filter { $0.encoding == .workbook }.count == convertedCount)
    let cells = found.findings.compactMap(\.place.cell)
    #expect(cells.count > 20 && cells.allSatisfy { $0.hasPrefix("'Biểu 1'!") })
  }

  /// Writes a text as a workbook; false for what has no such form: a record with a quote or a
  /// delimiter too few, ill-formed bytes, a `sep=` line, a file without a header.
  private func convert(
    _ file: String, of sample: String, in folder: TemporaryFolder
  ) throws -> Bool {
    guard file.lowercased().hasSuffix(".csv") else { return false }
    let inspection = try Inspection("\(sample)/\(file)", language: .vietnamese)
    let reading = inspection.reading
    let records = inspection.records
    guard reading.header != nil, records.first?.first?.hasPrefix("sep=") == false,
      reading.flagged.allSatisfy({ $0.anomalies.isEmpty && !$0.isRagged }),
      reading.records[.data] > 0
    else { return false }
    let path = "\(folder.path)/\(file.dropLast(4)).xlsx"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    var workbook = try Workbook(path: path, title: "Báo cáo", author: "kheo")
    try workbook.withSheet(named: "Biểu 1") { (sheet) throws(SpreadsheetError) in
      for (row, cells) in records.enumerated() {
        for (column, text) in cells.enumerated() where !text.isEmpty {
          let address = CellAddress(row: row, column: column)
          if let number = Self.number(text) {
            try sheet.write(number, at: address, style: CellStyle())
          } else {
            try sheet.write(text, at: address, style: CellStyle())
          }
        }
      }
    }
    try workbook.close()
    return true
  }

  /// What a spreadsheet makes of a cell in which somebody types such a text.
  private static func number(_ text: String) -> Double? {
    guard text.utf8.count <= 9, text.utf8.first != 0x30,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Double(text)
  }
}
