import Domain
import Foundation
import Loaders
import Testing

/// Files that others wrote to break programs, where they lie beside the repository.
private enum Corpora {
  /// `../shared/corpora`, seen from the root of the repository.
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/corpora").standardizedFileURL

  static var areThere: Bool {
    FileManager.default.fileExists(atPath: folder.path(percentEncoded: false))
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }

  static func naughtyStrings() throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(try bytes("blns/blns.json")))
  }
}

/// The cells of others' files, as `inspect --json` gives them.
@Suite(.enabled(if: Corpora.areThere))
struct CorporaTests {
  private static func cells(_ bytes: [UInt8]) -> [[String]] {
    TextRecords(SubmissionText(bytes), delimiter: UInt8(ascii: ","), trims: false).map(\.cells)
  }

  static let spectrum = [
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines",
    "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  ]

  @Test(arguments: spectrum)
  func `the cells of csv-spectrum are those that its JSON tells`(_ name: String) throws {
    let records = CorporaTests.cells(try Corpora.bytes("csv-spectrum/csvs/\(name).csv"))
    let header = try #require(records.first)
    let told = try JSONDecoder().decode(
      [[String: String]].self, from: Data(try Corpora.bytes("csv-spectrum/json/\(name).json")))
    #expect(records.count == told.count + 1)
    for (cells, expected) in zip(records.dropFirst(), told) {
      #expect(cells.count == header.count)
      #expect(Dictionary(uniqueKeysWithValues: zip(header, cells)) == expected)
    }
  }

  @Test func `every naughty string is read back from its quoted cell unchanged`() throws {
    let strings = try Corpora.naughtyStrings()
    #expect(strings.count >= 500)
    let text =
      "id,string\r\n"
      + strings.enumerated().map { index, string in
        "\(index),\"\(string.replacing("\"", with: "\"\""))\"\r\n"
      }.joined()
    let records = CorporaTests.cells(Array(text.utf8))
    #expect(records.count == strings.count + 1)
    for (index, (cells, string)) in zip(records.dropFirst(), strings).enumerated() {
      #expect(cells.count == 2 && cells[0] == "\(index)")
      #expect(Array(cells[1].utf8) == Array(string.utf8), "string \(index)")
    }
  }

  @Test func `no naughty string as a name traps, or hides its neighbours`() throws {
    for string in try Corpora.naughtyStrings() {
      let reading = Sample.read(Sample.header + "1,\(string),KT,2023,1\n2,Trồng hoa,KT,2023,1\n")
      #expect(reading.plainRecords.last == reading.recordCount)
      #expect(reading.records.total == reading.recordCount)
    }
  }
}
